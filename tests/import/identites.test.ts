import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openReadOnly } from '#db/connect.server.ts'
import type { Input } from '#scripts/import/input.ts'
import { simple, siteOn, textOf } from '#tests/pages/site.ts'
import { all, buildTowns, lieuxCsv, workFolder } from './files.ts'

const folder = workFolder()
afterAll(() => folder.remove())

const place = (nom: string, adresse: string, more: Record<string, string> = {}) => ({
  nom,
  adresse,
  pivot: '',
  ...more,
})
const file = (millesime: string, rows: Record<string, string>[]) => ({
  path: folder.write(`lieux-${millesime}.csv`, lieuxCsv(rows)),
  millesime,
})

let imports = 0

/** Imports the last file, the others being those of the archive. */
async function importAfter(...files: { path: string; millesime: string }[]) {
  const [current] = files.slice(-1) as [(typeof files)[0]]
  const provenance = { fichier: 'lieux.csv', titre: 'lieux', url: null, producteur: null, licence: null }
  const input: Input = { ...current, kind: 'lieux', sha256: current.millesime, provenance }
  imports += 1
  const path = join(folder.path, `${imports}.sqlite`)
  const anciens = files.slice(0, -1)
  const { empreinte } = await buildTowns(path, [input], { demonstration: false, today: '2026-06-30', anciens })
  const db = openReadOnly(path)
  const ids = new Map(all<{ nom: string; id: string }>(db, 'SELECT nom, id FROM lieu').map(({ nom, id }) => [nom, id]))
  return { db, ids, empreinte }
}

const JANVIER = file('2024-01-01', [
  place('Médiathèque', '1 rue du Test', { id: 'coop_1' }),
  place('Mairie', '2 place du Test', { id: 'coop_2' }),
  place('Annexe', '3 cours du Test', { id: 'dora_3' }),
  place('Gare', '4 quai du Test', { id: 'coop_4' }),
])
const FEVRIER = file('2024-02-01', [
  place('Nouveau lieu', '40 avenue du Test', { id: 'coop_9' }),
  place('Hôtel de ville', '2 place du Test', { id: 'coop_22' }),
  place('Médiathèque', '1 rue du Test', { id: 'coop_1__dora_3' }),
])

test('through a rename, another order and another published id, each place keeps its id; the same archive gives the same', async () => {
  const janvier = await importAfter(JANVIER)
  const fevrier = await importAfter(JANVIER, FEVRIER)
  expect(fevrier.ids.get('Médiathèque')).toBe(janvier.ids.get('Médiathèque'))
  expect(fevrier.ids.get('Hôtel de ville')).toBe(janvier.ids.get('Mairie'))
  expect([...janvier.ids.values()]).not.toContain(fevrier.ids.get('Nouveau lieu'))
  expect(all(fevrier.db, 'SELECT id, vers_id, nom, vu_le FROM lieu_ancien ORDER BY nom')).toEqual([
    { id: janvier.ids.get('Annexe'), vers_id: janvier.ids.get('Médiathèque'), nom: 'Annexe', vu_le: '2024-01-01' },
    { id: janvier.ids.get('Gare'), vers_id: null, nom: 'Gare', vu_le: '2024-01-01' },
  ])
  // A file newer than the one in force, as after going back to an older archive, says nothing of it.
  const again = await importAfter(FEVRIER, JANVIER)
  expect(again.ids).toEqual(janvier.ids)
  expect(all(again.db, 'SELECT * FROM lieu_ancien')).toEqual([])
})

test('an address, a telephone or hours that a list says otherwise are known, with its day, and said in the feed', async () => {
  const avant = { telephone: '03 26 00 00 01', horaires: 'Mo-Fr 09:00-12:00' }
  const janvier = file('2025-01-01', [
    place('Médiathèque', '1 rue du Test', { id: 'a', ...avant }),
    place('Mairie', '2 place du Test', { id: 'b', ...avant }),
    place('Gare', '4 quai du Test', { id: 'c', telephone: avant.telephone }),
    place('Annexe', '5 quai du Test', { id: 'd', ...avant }),
  ])
  const fevrier = file('2025-02-01', [
    place('Médiathèque', '8 cours du Test', { id: 'a', ...avant, horaires: 'Mo-Fr 09:00-17:00' }),
    // Written otherwise, and the same.
    place('Mairie', '2, PLACE du test', { id: 'b', telephone: '+33326000001', horaires: 'Mo-Fr  09:00-12:00;' }),
    // What one of the two lists does not say is no change.
    place('Gare', '4 quai du Test', { id: 'c', horaires: 'Mo-Fr 10:00-12:00' }),
    // Two rows of one place: which of them speaks is not known.
    place('Annexe', '5 quai du Test', { id: 'd', ...avant, date_maj: '2025-01-02' }),
    place('Annexe', '5 quai du Test', { id: 'e', telephone: '03 26 00 00 09', date_maj: '2025-01-03' }),
  ])
  const CHANGES = 'SELECT nom, le, champs FROM lieu_change JOIN lieu ON numero = lieu_numero'
  const { db } = await importAfter(janvier, fevrier)
  const changes = [{ nom: 'Médiathèque', le: '2025-02-01', champs: '["adresse","horaires"]' }]
  expect(all(db, CHANGES)).toEqual(changes)
  const feed = simple(await (await siteOn(db)('/flux/departements/51.xml')).text())
  expect(feed).toContain('<title>Fiche modifiée : Médiathèque, Reims</title>')
  expect(feed).toContain('Ce qui change dans la liste du 1er février 2025 : l’adresse, les horaires.')
  // The next list says the same: what changed is still known, at its day.
  const mars = file('2025-03-01', [
    place('Médiathèque', '8 cours du Test', { id: 'a', ...avant, horaires: 'Mo-Fr 09:00-17:00' }),
  ])
  expect(all((await importAfter(janvier, fevrier, mars)).db, CHANGES)).toEqual(changes)
})

test('a merged place’s old address redirects for good; a vanished one is gone, with the nearest places', async () => {
  const { ids } = await importAfter(JANVIER)
  const { db } = await importAfter(
    JANVIER,
    FEVRIER,
    file('2024-03-01', [
      place('Nouveau lieu', '40 avenue du Test', { id: 'coop_9' }),
      place('Médiathèque centrale', '1 rue du Test', { id: 'coop_1__dora_3' }),
    ]),
  )
  const site = siteOn(db)
  const merged = await site(`/lieux/${ids.get('Annexe')}`)
  expect([merged.status, merged.headers.get('location')]).toEqual([301, `/lieux/${ids.get('Médiathèque')}`])
  expect((await site(`/lieux/${ids.get('Médiathèque')}`)).status).toBe(200)

  for (const [nom, date] of [
    ['Gare', '1er janvier 2024'],
    ['Mairie', '1er février 2024'],
  ] as const) {
    const gone = await site(`/lieux/${ids.get(nom)}`)
    expect(gone.status).toBe(410)
    const text = textOf(await gone.text())
    // Renamed in February, then gone: the name is the last one that was seen.
    expect(text).toContain(
      nom === 'Mairie' ? 'Hôtel de ville n’est plus dans l’annuaire' : 'Gare n’est plus dans l’annuaire',
    )
    expect(text).toContain(`était dans la liste du ${date}`)
    expect(text).toContain('Médiathèque centrale')
  }
  expect((await site('/lieux/jamaisvu00')).status).toBe(404)

  const titles = async (path: string) =>
    [...(await (await site(path)).text()).matchAll(/<title>([^<]*)<\/title>\s*[\s\S]*?<updated>(\S{10})/g)].map(
      ([, title = '', date]) => [simple(title), date],
    )
  for (const path of ['commune/51454', 'departement/51']) {
    const found = await titles(`/flux/collectivites/${path}.xml`)
    expect(found).toEqual(
      expect.arrayContaining([
        ['Nouveau lieu : Nouveau lieu, Reims', '2024-02-01'],
        ['Lieu absent de la nouvelle liste : Gare, Reims', '2024-02-01'],
        ['Lieu réuni à un autre : Annexe, Reims', '2024-02-01'],
        ['Lieu absent de la nouvelle liste : Hôtel de ville, Reims', '2024-03-01'],
      ]),
    )
  }
})
