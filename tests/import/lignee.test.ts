import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { publiesDe, shortId } from '#app/lecture/identity.ts'
import type { LieuConnu } from '#app/lecture/join-lieux.ts'
import { startLignee } from '#scripts/import/build/lignee/follow-lieux.ts'
import { type LieuSuivi, tracesOf } from '#scripts/import/build/lignee/trace.ts'

type Fiche = { nom: string; adresse: string; commune?: string; siret?: string; coop?: string; publie?: string }

type Trace = { known: LieuConnu; id: string; nom: string; commune: string }

/** A place as the reading would trace it: one base, by Coop, SIRET and address, or name. */
function trace({ nom, adresse, commune = '51454', siret, coop, publie = '' }: Fiche): Trace {
  const base = coop ? `coop|${coop}` : siret ? `siret|cn|${siret}|${commune}|${adresse}` : `nom|cn|${nom}|${commune}`
  const known = {
    numero: 0,
    dateMaj: null,
    base,
    bases: [base],
    homonymes: [`cn|${nom}|${commune}|${adresse}`],
    adresses: [adresse],
    publies: publiesDe(publie || null),
  }
  return { known, id: shortId(base), nom, commune }
}

/** A lineage that is given the traces of one file after the other, and gives the id of each by the id of its own. */
function start() {
  const lignee = startLignee()
  function followFile(places: Trace[], millesime: string): Map<string, string> {
    const ficheOf = (numero: number): LieuSuivi => {
      const { nom, commune } = places[numero] as Trace
      const where = { communeCode: commune, communeNom: 'Reims', codePostal: null, departementCode: '51' }
      return { reseau: 'conseiller-numerique', nom, ...where, lat: 49.2, lon: 4, dit: null }
    }
    const traces = tracesOf(
      places.map(({ known, id }, numero) => [{ ...known, numero }, id]),
      ficheOf,
    )
    lignee.followFile(traces, millesime)
    return new Map(traces.map(({ own, id }) => [own, id]))
  }
  return { followFile, endFollowing: lignee.endFollowing }
}

/** The URL of each place of the last file, by its name, and what became of the older ones. */
function follow(...fichiers: Fiche[][]) {
  const lignee = start()
  let urls = new Map<string, string>()
  for (const [rang, fiches] of fichiers.entries()) {
    const traces = fiches.map(trace)
    const ids = lignee.followFile(traces, `2024-0${rang + 1}-01`)
    expect(ids.size).toBe(traces.length)
    expect(new Set(ids.values()).size).toBe(traces.length)
    urls = new Map(traces.map(({ nom, id }) => [nom, ids.get(id) ?? '']))
  }
  return { urls, anciens: lignee.endFollowing() }
}

const mairie = { nom: 'mairie', adresse: '1 place' }
const gare = { nom: 'gare', adresse: '2 rue' }
const url = (fiche: Fiche) => trace(fiche).id

describe('a place keeps its address on the site', () => {
  test.each<[string, Fiche, Fiche]>([
    ['renamed at its address', mairie, { ...mairie, nom: 'hotel de ville' }],
    [
      'renamed and moved, under its published id',
      { ...mairie, publie: 'a_1' },
      { nom: 'hotel', adresse: '9 quai', publie: 'a_1' },
    ],
    [
      'merged with another source under a longer id',
      { ...mairie, publie: 'a_1' },
      { nom: 'hotel', adresse: '9 quai', publie: 'b_7__a_1' },
    ],
    ['moved in its commune, under its name', mairie, { ...mairie, adresse: '9 quai' }],
    ['given a new published id', { ...mairie, publie: 'a_1' }, { ...mairie, publie: 'z_9' }],
    ['given a SIRET', mairie, { ...mairie, siret: '43493312300029' }],
    ['given a Coop uuid, and renamed', { ...mairie, siret: '1' }, { nom: 'x', adresse: mairie.adresse, coop: 'u1' }],
  ])('%s', (_, before, after) => {
    const { urls, anciens } = follow([before, gare], [gare, after])
    expect(urls.get(after.nom)).toBe(url(before))
    expect(urls.get('gare')).toBe(url(gare))
    expect(anciens).toEqual([])
  })

  test('over several files, through a rename, a move and a new id', () => {
    const { urls } = follow(
      [mairie],
      [{ ...mairie, nom: 'hotel' }],
      [{ nom: 'hotel', adresse: '9 quai' }],
      [{ nom: 'hotel', adresse: '9 quai', coop: 'u1' }],
    )
    expect(urls.get('hotel')).toBe(url(mairie))
  })
})

test('a published id is believed in its commune only: a row number given to another town is another place', () => {
  const { urls, anciens } = follow(
    [{ ...mairie, publie: '1' }],
    [{ nom: 'autre', adresse: '3 cours', commune: '01283', publie: '1' }],
  )
  expect(urls.get('autre')).toBe(url({ nom: 'autre', adresse: '3 cours', commune: '01283' }))
  expect(anciens).toMatchObject([{ id: url(mairie), versId: null, nom: 'mairie', vuLe: '2024-01-01' }])
})

test('a published id that several places of a commune bear names none of them', () => {
  const places = [
    { ...mairie, publie: '1' },
    { ...gare, publie: '1' },
  ]
  const { urls, anciens } = follow(places, [gare, { nom: 'hotel', adresse: '9 quai', publie: '1' }])
  expect(urls.get('gare')).toBe(url(gare))
  expect(urls.get('hotel')).not.toBe(url(mairie))
  expect(anciens).toMatchObject([{ id: url(mairie), versId: null }])
})

test('two places become one: the other’s address leads to it', () => {
  const one = { ...mairie, publie: 'a_1' }
  const two = { nom: 'annexe', adresse: '1 bis place', publie: 'b_2' }
  const { urls, anciens } = follow([one, two], [{ ...one, publie: 'a_1__b_2' }])
  expect(urls.get('mairie')).toBe(url(one))
  expect(anciens.map(({ id, versId }) => [id, versId])).toEqual([[url(two), url(one)]])
})

test('a place that took another over, then is gone, leaves both gone; one that comes back is back', () => {
  const one = { ...mairie, publie: 'a_1' }
  const two = { nom: 'annexe', adresse: '1 bis place', publie: 'b_2' }
  const merged = { ...one, publie: 'a_1__b_2' }
  const gone = follow([one, two], [merged], [gare])
  expect(new Map(gone.anciens.map(({ id, versId }) => [id, versId]))).toEqual(
    new Map([
      [url(one), null],
      [url(two), null],
    ]),
  )
  const back = follow([one, two], [merged], [gare], [gare, one])
  expect(back.urls.get('mairie')).toBe(url(one))
  expect(back.anciens.map(({ id }) => id)).not.toContain(url(one))
})

test('a new place that takes the name which another one left has an address of its own', () => {
  const before = { ...mairie, publie: 'a_1' }
  const renamed = { ...before, nom: 'hotel' }
  const { urls } = follow([before, gare], [renamed, gare, { nom: 'mairie', adresse: '30 avenue', publie: 'a_9' }])
  expect(urls.get('hotel')).toBe(url(mairie))
  expect(urls.get('mairie')).not.toBe(url(mairie))
})

test('whatever is renamed, moved to another line or given another id, one thing at a time, every address stays', () => {
  const fiche = fc.record({ nom: fc.nat(40), adresse: fc.nat(40), commune: fc.nat(5), publie: fc.nat(1e6) })
  const files = fc
    .uniqueArray(fiche, { minLength: 1, maxLength: 25, selector: ({ adresse, commune }) => `${adresse} ${commune}` })
    .chain((fiches) =>
      fc.record({
        before: fc.constant(
          fiches.map(
            ({ nom, adresse, commune, publie }, i): Fiche => ({
              nom: `n${nom} ${i}`,
              adresse: `${adresse} rue`,
              commune: `c${commune}`,
              publie: `s_${publie}${i}`,
            }),
          ),
        ),
        changes: fc.array(fc.constantFrom('nom', 'adresse', 'publie', 'siret', null), {
          minLength: fiches.length,
          maxLength: fiches.length,
        }),
        order: fc.shuffledSubarray(
          fiches.map((_, i) => i),
          { minLength: fiches.length, maxLength: fiches.length },
        ),
      }),
    )
  fc.assert(
    fc.property(files, ({ before, changes, order }) => {
      const after = before.map((one, i): Fiche => {
        const change = changes[i]
        if (change === 'nom') return { ...one, nom: `nouveau ${i}` }
        if (change === 'adresse') return { ...one, adresse: `${1000 + i} quai` }
        if (change === 'publie') return { ...one, publie: `autre_${i}` }
        return change === 'siret' ? { ...one, siret: `${i}` } : one
      })
      const lignee = start()
      const first = lignee.followFile(before.map(trace), '2024-01-01')
      const second = lignee.followFile(
        order.map((i) => trace(after[i] as Fiche)),
        '2024-02-01',
      )
      for (const [i, one] of after.entries())
        expect(second.get(trace(one).id)).toBe(first.get(trace(before[i] as Fiche).id))
      expect(lignee.endFollowing()).toEqual([])
    }),
    { numRuns: 300, seed: 51 },
  )
})

test('the order of the rows changes no address, whatever two files share', () => {
  const fiche = fc.record({
    nom: fc.constantFrom('a', 'b', 'c', 'd'),
    adresse: fc.constantFrom('1', '2', '3', '4'),
    publie: fc.constantFrom('', 'x_1', 'x_2', 'x_1__x_2', 'x_3'),
  })
  const file = fc.uniqueArray(fiche, { maxLength: 8, selector: (one) => trace(one).id })
  fc.assert(
    fc.property(file, file, fc.infiniteStream(fc.nat()), (one, two, ranks) => {
      const mixed = (fiches: Fiche[]) =>
        fiches
          .map((row) => ({ row, rank: ranks.next().value as number }))
          .sort((a, b) => a.rank - b.rank)
          .map(({ row }) => trace(row))
      const read = (a: Trace[], b: Trace[]) => {
        const lignee = start()
        lignee.followFile(a, '1')
        const ids = [...lignee.followFile(b, '2')].sort()
        return { ids, anciens: lignee.endFollowing().sort((x, y) => (x.id < y.id ? -1 : 1)) }
      }
      expect(read(mixed(one), mixed(two))).toEqual(read(one.map(trace), two.map(trace)))
    }),
    { numRuns: 300, seed: 7 },
  )
})
