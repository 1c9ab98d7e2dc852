import { afterAll, describe, expect, test } from 'vitest'
import { foldHeader, KIND_TABLES, mapColumns, recognise } from '#app/lecture/kinds.ts'
import { openTable } from '#app/lecture/read-file.ts'
import { loadReferentiel } from '#app/lecture/referentiel.ts'
import { classRuralite } from '#app/lecture/territoire.ts'
import { csv, rowsOf, workFolder } from '#tests/import/files.ts'

const folder = workFolder()
afterAll(folder.remove)

test.each([
  ['Raison sociale;Nombre de conseillers validés par le COSELEC;Code département', 'structures'],
  ['id;pivot;nom;commune;services;labels_nationaux;conditions_access', 'lieux'],
  ['nom;code;codesPostaux;centre;population', 'communes'],
  ['CODGEO;LIBGEO;DENS;PMUN21', 'densite'],
  ['Code_insee;Departement;Commune;Classement FRR et FRR+ au 10 juillet 2025', 'frr'],
  ['id_fs;insee_dep;lib_fs;code_postal', 'france-services'],
])('%s is a file of %s', (header, kind) => {
  expect(recognise(header.split(';'))).toEqual({ kind })
  expect(recognise(header.toUpperCase().split(';').reverse())).toEqual({ kind })
})

test('what makes every kind is in its own columns', () => {
  for (const { columns, required } of Object.values(KIND_TABLES)) {
    for (const name of required.flat()) expect(Object.keys(columns)).toContain(name)
  }
})

test.each([
  ['\ufeffCode Département', 'code_departement'],
  ['Investissement financier estimatif total de l’Etat', 'investissement_financier_estimatif_total_de_l_etat'],
  ["l'État", 'l_etat'],
])('the header %j reads %s', (name, folded) => {
  expect(foldHeader(name)).toBe(folded)
})

test('an unknown header is refused with the columns seen, the nearest kind and what it lacks', async () => {
  const path = folder.write('inconnu.csv', 'nom;commune;couleur\nA;Reims;bleu\n')
  const message = await openTable(path).then(
    () => '',
    (error: Error) => error.message,
  )
  expect(message).toContain(`${path} : type de fichier non reconnu`)
  expect(message).toContain('nom, commune, couleur')
  expect(message).toContain('« lieux »')
  expect(message).toContain('services ou pivot ou horaires')
  expect(message).toContain('--kind')
})

test('a kind that is forced on a file that lacks its columns is refused by their names', async () => {
  const path = folder.write('force.csv', 'nom;commune\nA;Reims\n')
  await expect(openTable(path, { kind: 'structures' })).rejects.toThrow(/il manque postes.*« structures »/)
})

test('a kind can be forced on a header that two kinds could claim', async () => {
  const path = folder.write('deux.csv', 'nom;code;population;commune;services\nReims;51454;1;Reims;x\n')
  expect((await openTable(path, { kind: 'communes' })).kind).toBe('communes')
  expect((await openTable(path, { kind: 'lieux' })).kind).toBe('lieux')
})

test('DENS7 is the grid of seven levels, DENS beside it is not read', () => {
  expect(mapColumns(['CODGEO', 'DENS', 'DENS7', 'PMUN23'], 'densite')).toEqual(['code', null, 'densite', 'population'])
  expect(mapColumns(['CODGEO', 'DENS', 'PMUN21'], 'densite')).toEqual(['code', 'densite', 'population'])
})

const levels = (header: string[], rows: string[][]) =>
  folder.write(`grille-${rows.length}-${header.length}.csv`, csv(header, rows))

test('a grid of three levels is refused, and says which one is wanted', async () => {
  const densite = levels(
    ['CODGEO', 'DENS'],
    [
      ['51454', '1'],
      ['1001', '3'],
      ['01004', '2'],
    ],
  )
  await expect(loadReferentiel({ densite })).rejects.toThrow(/trois niveaux.*DENS7/)
})

test('the classes of a grid are those of its DENS7; a row without a level is counted as rejected', async () => {
  const rows = [
    ['51454', '1', '2'],
    ['1001', '3', '7'],
    ['01004', '2', 'x'],
    ['', '1', '1'],
  ]
  const { territoire, read, ruraliteEstimee } = await loadReferentiel({
    densite: levels(['CODGEO', 'DENS', 'DENS7'], rows),
  })
  expect(ruraliteEstimee).toBe(false)
  expect(territoire.communeOf('51454')).toMatchObject({ densite: 2, ruralite: 'intermediaire' })
  expect(territoire.communeOf('01001')).toMatchObject({ densite: 7, ruralite: 'rural' })
  expect(territoire.communeOf('01004')).toMatchObject({ densite: null, ruralite: 'inconnue' })
  expect(read.get('densite')).toMatchObject({ rows: 4, rejected: 2 })
  expect(read.get('densite')?.anomalies.map(({ line, code }) => [line, code])).toEqual([
    [3, 'code_insee.zero_perdu'],
    [4, 'densite.invalide'],
  ])
})

test('a grid of labels has the levels of their numbers, and is not taken for one of three levels', async () => {
  const rows = [
    ['51454', 'Grands centres urbains'],
    ['01001', 'Rural à habitat DISPERSÉ'],
    ['01004', '2 - Centres urbains intermédiaires'],
    ['01002', '3.0'],
    ['01005', '3 - Bourgs ruraux'],
    ['01006', 'Urbain dense'],
  ]
  const { territoire, read } = await loadReferentiel({ densite: levels(['insee_com', 'niveau_densite'], rows) })
  const seen = rows.map(([code = '']) => territoire.communeOf(code)?.densite)
  expect(seen).toEqual([1, 6, 2, 3, null, null])
  expect(read.get('densite')).toMatchObject({ rows: 6, rejected: 2 })
  const cities = levels(['CODGEO', 'LIBDENS7'], [['51454', 'Grands centres urbains']])
  expect((await loadReferentiel({ densite: cities })).territoire.communeOf('51454')).toMatchObject({ densite: 1 })
})

test('a commune written twice is that of its first row, and the second is rejected', async () => {
  const rows = ['180000', '9'].map((population) => ['Reims', '51454', population])
  const communes = folder.write('communes-doubles.csv', csv(['nom', 'code', 'population'], rows))
  const { territoire, read } = await loadReferentiel({ communes })
  expect(territoire.communes.filter(({ code }) => code === '51454').map((one) => one.population)).toEqual([180_000])
  expect(read.get('communes')).toMatchObject({ rows: 2, rejected: 1, anomalies: [{ line: 3, code: 'id.doublon' }] })
})

describe('the class of a commune', async () => {
  const { territoire } = await loadReferentiel({})
  const commune = territoire.communeOf('51454')
  if (commune === null) throw new Error('Reims is not in data/referentiel')

  test.each([
    [3499, 'rural'],
    [3500, 'intermediaire'],
    [20_000, 'intermediaire'],
    [20_001, 'urbain'],
  ])('of %d inhabitants, without a grid: %s, and said to be an estimate', (population, ruralite) => {
    expect(classRuralite({ ...commune, population }, null)).toEqual({ densite: null, ruralite, ruraliteEstimee: true })
  })

  test.each([
    [1, 'urbain'],
    [2, 'intermediaire'],
    [3, 'intermediaire'],
    [4, 'intermediaire'],
    [5, 'rural'],
    [6, 'rural'],
    [7, 'rural'],
  ])('of level %d: %s', (densite, ruralite) => {
    const grille = new Map([['51454', { densite, population: 1 }]])
    expect(classRuralite(commune, grille)).toEqual({ densite, ruralite, ruraliteEstimee: false })
  })

  test('that the grid does not know yet is that of its most populated member', () => {
    const grille = new Map([
      ['01002', { densite: 6, population: 100 }],
      ['01003', { densite: 3, population: 900 }],
    ])
    const joined = { ...commune, code: '01999', anciensCodes: ['01002', '01003'] }
    expect(classRuralite(joined, grille).densite).toBe(3)
  })
})

test('a communes file gives exact centres and surfaces; a column that the first row lacks is read all the same', async () => {
  const communes = folder.write(
    'communes.json',
    JSON.stringify([
      { nom: 'Reims', code: '51454', population: 180000 },
      {
        nom: 'Châlons-en-Champagne',
        code: '51108',
        population: 44000,
        surface: 2605,
        centre: { type: 'Point', coordinates: [4.3628, 48.9566] },
      },
      { nom: 'Nulle part', code: 'xx', population: 3 },
      { nom: 'Île Clipperton', code: '98901', population: 0 },
    ]),
  )
  const { territoire, read } = await loadReferentiel({ communes })
  expect(territoire.communeOf('51108')).toMatchObject({ centre: { lat: 48.9566, lon: 4.3628 }, surfaceKm2: 26.05 })
  expect(territoire.communeOf('51454')?.population).toBe(180000)
  expect(read.get('communes')).toMatchObject({ rows: 4, rejected: 2 })
  expect((await rowsOf(await openTable(communes))).map(({ line }) => line)).toEqual([1, 2, 3, 4])
})
