import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BILAN_VIDE, countAll, countBy, movedPostes } from '#app/domain/evolution/bilan.ts'
import { readPeriode } from '#app/domain/evolution/periode.ts'
import { cumulate, summarise } from '#app/domain/evolution/phrases.ts'
import { followEmployers, type LignePostes } from '#app/domain/evolution/suivi.ts'

const ligne = (siret: string | null, departement: string, commune: string | null, nombre: number): LignePostes => {
  const rest = { nom: 'E', type: null, communeNom: null, structureId: null, ruralite: 'rural' } as const
  return { ...rest, siret, departement, commune, nombre }
}

const LIGNES = fc.array(
  fc
    .record({
      siren: fc.constantFrom('100000001', '100000002', '100000003'),
      nic: fc.constantFrom('00011', '00029', null),
      departement: fc.constantFrom('23', '48', '75'),
      commune: fc.constantFrom('a', 'b', null),
      nombre: fc.integer({ min: 0, max: 9 }),
    })
    .map(({ siren, nic, departement, commune, nombre }) =>
      ligne(nic && siren + nic, departement, commune && `${departement}${commune}`, nombre),
    ),
  { maxLength: 12 },
)
const total = (lignes: LignePostes[]) => lignes.reduce((sum, { nombre }) => sum + nombre, 0)
const sirets = (lignes: LignePostes[]) =>
  new Set(lignes.flatMap(({ siret, nombre }) => (nombre > 0 ? (siret ?? []) : []))).size

test('whatever the lists, everything adds up: posts, employers, each part and the whole', () => {
  fc.assert(
    fc.property(LIGNES, LIGNES, (avant, apres) => {
      const suivi = followEmployers(avant, apres)
      const parts = countBy(suivi, ({ departement }) => departement)
      const ensemble = countAll(suivi)
      for (const bilan of [ensemble, ...parts.values()]) {
        const { apparus, disparus, sansAvant, sansApres } = bilan
        expect(bilan.avant + apparus - disparus + sansApres - sansAvant).toBe(bilan.apres)
      }
      expect([ensemble.avant, ensemble.apres]).toEqual([total(avant), total(apres)])
      const { plus, autant, moins, nouveaux, sansPoste, absents } = ensemble
      expect([plus + autant + moins + sansPoste + absents, plus + autant + moins + nouveaux]).toEqual([
        sirets(avant),
        sirets(apres),
      ])
      const sum = (key: 'avant' | 'apres' | 'apparus' | 'disparus') =>
        [...parts.values()].reduce((n, bilan) => n + bilan[key], 0)
      const moved = suivi.employeurs.reduce((n, one) => n + movedPostes(one, ({ departement }) => departement), 0)
      expect(sum('avant')).toBe(ensemble.avant)
      expect(sum('apres')).toBe(ensemble.apres)
      expect(sum('apparus')).toBe(ensemble.apparus + moved)
      expect(sum('disparus')).toBe(ensemble.disparus + moved)
    }),
  )
})

test('two lists the other way round say the opposite', () => {
  fc.assert(
    fc.property(LIGNES, LIGNES, (avant, apres) => {
      const [there, back] = [countAll(followEmployers(avant, apres)), countAll(followEmployers(apres, avant))]
      expect([back.apparus, back.disparus]).toEqual([there.disparus, there.apparus])
      const left = ({ absents, sansPoste }: typeof there) => absents + sansPoste
      expect([back.nouveaux, left(back), back.plus]).toEqual([left(there), there.nouveaux, there.moins])
    }),
  )
})

test('an employer is followed by SIRET wherever it goes, by SIREN only within its department', () => {
  const suivi = (apres: LignePostes) => followEmployers([ligne('10000000100011', '23', '23a', 2)], [apres]).employeurs
  expect(suivi(ligne('10000000100011', '48', '48a', 2)).map((one) => one.suivi)).toEqual(['siret'])
  expect(suivi(ligne('10000000100029', '23', '23b', 2)).map((one) => one.suivi)).toEqual(['siren'])
  expect(suivi(ligne('10000000100029', '48', '48a', 2)).map((one) => one.suivi)).toEqual([null, null])
  expect(suivi(ligne('10000000200019', '23', '23a', 2)).map((one) => one.suivi)).toEqual([null, null])
})

test('of several establishments of one SIREN, those of one commune are joined first, the others one to one', () => {
  const avant = [ligne('10000000100011', '23', 'a', 1), ligne('10000000100029', '23', 'b', 2)]
  const apres = [ligne('10000000100037', '23', 'b', 4)]
  const { employeurs } = followEmployers(avant, apres)
  const joined = employeurs.filter(({ suivi }) => suivi === 'siren')
  expect(joined).toHaveLength(1)
  expect(joined[0]).toMatchObject({ siret: '10000000100037', avant: [{ commune: 'b' }], apres: [{ commune: 'b' }] })
  expect(employeurs.filter(({ apres }) => apres.length === 0)).toMatchObject([{ siret: '10000000100011' }])
})

test('an establishment that stays is not joined to another of its SIREN', () => {
  const one = ligne('10000000100011', '23', 'a', 1)
  const suivi = followEmployers([one], [one, ligne('10000000100029', '23', 'a', 1)])
  expect(suivi.employeurs.map(({ suivi }) => suivi)).toEqual(['siret', null])
})

test.each([
  ['to another commune', [['23', 'a', 2]], [['23', 'b', 2]], 2],
  ['to another commune, with one more', [['23', 'a', 2]], [['23', 'b', 3]], 2],
  [
    'one of two to another department',
    [['23', 'a', 2]],
    [
      ['23', 'a', 1],
      ['48', 'c', 1],
    ],
    1,
  ],
  [
    'none: one more elsewhere',
    [['23', 'a', 2]],
    [
      ['23', 'a', 2],
      ['48', 'c', 1],
    ],
    0,
  ],
  ['none: one less', [['23', 'a', 2]], [['23', 'a', 1]], 0],
  ['none: its commune is not known', [['23', null, 2]], [['23', 'a', 2]], 0],
  ['to another department, commune not known', [['23', null, 2]], [['48', 'c', 2]], 2],
] as const)('posts moved %s', (_, avant, apres, moved) => {
  const rows = (places: readonly (readonly [string, string | null, number])[]) =>
    places.map(([departement, commune, nombre]) => ligne('10000000100011', departement, commune, nombre))
  const [employeur] = followEmployers(rows(avant), rows(apres)).employeurs
  expect(employeur && movedPostes(employeur)).toBe(moved)
})

const DATES = ['2021-05-19', '2022-06-01', '2023-04-05']
test.each([
  ['', '2021-05-19', '2023-04-05'],
  ['de=2022-06-01', '2022-06-01', '2023-04-05'],
  ['a=2022-06-01', '2021-05-19', '2022-06-01'],
  ['de=2021-05-19&a=2022-06-01', '2021-05-19', '2022-06-01'],
  ['de=2023-04-05&a=2022-06-01', '2022-06-01', '2023-04-05'],
  ['de=2023-04-05', '2021-05-19', '2023-04-05'],
  ['a=2021-05-19', '2021-05-19', '2023-04-05'],
  ['de=&a=', '2021-05-19', '2023-04-05'],
])('?%s compares %s and %s', (query, de, a) => {
  expect(readPeriode(new URLSearchParams(query), DATES)).toEqual({ periode: { de, a }, errors: [] })
})

test.each([
  ['de=2020-01-01', ['de']],
  ['a=hier', ['a']],
  ['de=x&a=y', ['de', 'a']],
  ['de=2022-06-01&a=2022-06-01', ['a']],
])('?%s is refused, the parameter named, and the whole period shown', (query, params) => {
  const { periode, errors } = readPeriode(new URLSearchParams(query), DATES)
  expect(errors.map(({ param }) => param)).toEqual(params)
  expect(periode).toEqual({ de: '2021-05-19', a: '2023-04-05' })
  expect(errors[0]?.message).toMatch(/« (de|a) »/)
})

test('with one list or none there is nothing to compare, and a date that no list has is still refused', () => {
  expect(readPeriode(new URLSearchParams(), [])).toEqual({ periode: null, errors: [] })
  expect(readPeriode(new URLSearchParams('de=2021-05-19'), ['2021-05-19'])).toEqual({ periode: null, errors: [] })
  expect(readPeriode(new URLSearchParams('a=2022-01-01'), ['2021-05-19']).errors).toHaveLength(1)
})

const words = (given: Partial<typeof BILAN_VIDE>) =>
  summarise({ ...BILAN_VIDE, ...given }, { de: '2021-05-19', a: '2023-04-05' }).join(' ')

test('the sentence says more, fewer, as many, one or none', () => {
  expect(words({ avant: 10, apres: 12, nouveaux: 2, absents: 1, autant: 5 })).toBe(
    'Du 19 mai 2021 au 5 avril 2023, la liste des postes validés est passée de 10 à 12 postes, soit 2 de plus. 2 employeurs y sont entrés, 1 n’y apparaît plus, 5 sont dans les deux listes.',
  )
  expect(words({ avant: 10, apres: 1, absents: 4 })).toContain('est passée de 10 à 1 poste, soit 9 de moins.')
  expect(words({ avant: 3, apres: 3, autant: 1 })).toBe(
    'Du 19 mai 2021 au 5 avril 2023, la liste des postes validés compte autant de postes : 3. Aucun employeur n’y est entré, aucun n’en est sorti, 1 est dans les deux listes.',
  )
})

test('the running total goes through the months without any', () => {
  const rows = cumulate([
    { mois: '2021-11', postes: 2 },
    { mois: '2022-02', postes: 3 },
  ])
  expect(rows.map(({ mois, cumul }) => `${mois} ${cumul}`)).toEqual([
    '2021-11 2',
    '2021-12 2',
    '2022-01 2',
    '2022-02 5',
  ])
  expect(cumulate([])).toEqual([])
})

test('an employer whose row has 0 posts is in the list without any: neither gone nor, later, new twice', () => {
  const [siret, autre] = ['10000000100011', '10000000200019']
  const avant = [ligne(siret, '23', 'a', 2), ligne(autre, '23', 'a', 1)]
  const apres = [ligne(siret, '23', 'a', 0), ligne('10000000300017', '23', 'a', 0)]
  const bilan = countAll(followEmployers(avant, apres))
  expect(bilan).toMatchObject({ sansPoste: 1, absents: 1, nouveaux: 0, avant: 3, apres: 0, disparus: 3 })
  expect(summarise(bilan, { de: '2021-05-19', a: '2023-12-01' })[1]).toBe(
    'Aucun employeur n’y est entré, 1 n’y apparaît plus, 1 y est avec 0 poste, 0 est dans les deux listes.',
  )
  expect(countAll(followEmployers(apres, avant))).toMatchObject({ sansPoste: 0, absents: 0, nouveaux: 2 })
})

test('posts that left a SIRET of 0 posts for another of its SIREN are followed', () => {
  const suivi = followEmployers(
    [ligne('10000000100011', '23', 'a', 2)],
    [ligne('10000000100011', '23', 'a', 0), ligne('10000000100029', '23', 'a', 2)],
  )
  expect(countAll(suivi)).toMatchObject({ autant: 1, sansPoste: 0, nouveaux: 0, absents: 0 })
  expect(suivi.employeurs).toMatchObject([{ siret: '10000000100029', suivi: 'siren' }])
})
