import { beforeAll, describe, expect, test } from 'vitest'
import { ruraliteOfDensite } from '#app/domain/vocabulary.ts'
import { locateLieu, locatePostes } from '#app/lecture/locate.ts'
import { startJournal } from '#app/lecture/normalise/journal.ts'
import { buildTerritoire, type Commune, type Territoire } from '#app/lecture/territoire.ts'
import { embeddedTerritoire } from '#tests/import/files.ts'

let france: Territoire
beforeAll(async () => {
  france = await embeddedTerritoire()
})

const said = (codeInsee: string | null, codePostal: string | null = null, communeNom: string | null = null) => ({
  codeInsee,
  codePostal,
  communeNom,
})

function lieu(
  territoire: Territoire,
  given: ReturnType<typeof said>,
  point: { lat: number; lon: number } | null = null,
) {
  const journal = startJournal(2)
  const place = locateLieu(given, point, territoire, journal)
  return { place, codes: journal.anomalies.map(({ code }) => code) }
}

describe('the commune of a place', () => {
  test.each([
    ['an old code is followed', said('93059'), '93066'],
    ['an arrondissement of Paris', said('75111'), '75056'],
    ['an arrondissement of Marseille', said('13211'), '13055'],
    ['an arrondissement of Lyon', said('69383'), '69123'],
    ['postcode and name', said(null, '51100', 'REIMS'), '51454'],
    ['a district in the name', said(null, '13011', 'MARSEILLE 11'), '13055'],
    ['ST and CEDEX', said(null, '42007', 'ST ETIENNE CEDEX 1'), '42218'],
    ['a postcode of one commune, whatever the name', said(null, '51100', 'Cité des Sacres'), '51454'],
    ['Saint-Barthélemy', said(null, '97133', 'Saint-Barthélemy'), '97701'],
    ['Saint-Martin', said(null, '97150', 'Saint-Martin'), '97801'],
    ['Corsica', said(null, '20000', 'Ajaccio'), '2A004'],
  ])('%s', (_, given, code) => {
    expect(lieu(france, given).place?.commune?.code).toBe(code)
  })

  test.each([
    // Three communes overseas are called Saint-Pierre: the first three digits of a CEDEX that none bears tell which.
    ['97258', 'ST PIERRE CEDEX', '97225'],
    ['97458', 'ST PIERRE CEDEX', '97416'],
    ['97598', 'Saint-Pierre CEDEX', '97502'],
    ['98848', 'Nouméa CEDEX', '98818'],
    ['98713', 'Papeete CEDEX', '98735'],
    ['51095', 'REIMS CEDEX', '51454'],
  ])('a CEDEX of %s, %s, is in its own territory: %s', (codePostal, nom, code) => {
    expect(france.communesOfCodePostal(codePostal)).toEqual([])
    expect(lieu(france, said(null, codePostal, nom)).place?.commune?.code).toBe(code)
  })

  test.each([
    ['97299', 'ZI JAMBETTE CEDEX 2', '972'],
    ['98799', 'TIPAERUI CEDEX', '987'],
    ['98899', 'ZONE DUCOS CEDEX', '988'],
    ['92999', 'LA DEFENSE CEDEX', '92'],
    ['20199', 'ZI DU VAZZIO CEDEX', '2A'],
  ])('a CEDEX of %s that no commune bears, %s, is in its department: %s', (codePostal, nom, departement) => {
    expect(lieu(france, said(null, codePostal, nom)).place).toMatchObject({ departement, commune: null })
  })

  test.each([
    ['98848', 'Papeete CEDEX'],
    ['98713', 'Nouméa CEDEX'],
    ['97258', 'Mamoudzou CEDEX'],
  ])('a CEDEX of %s names no town of another territory: not %s', (codePostal, nom) => {
    expect(france.communeNamed(nom, codePostal)).toBeNull()
  })

  test('the department is that of the commune, never the digits of the postcode', () => {
    expect(lieu(france, said(null, '97150', null)).place?.departement).toBe('978')
    expect(lieu(france, said(null, '97133', null)).place?.departement).toBe('977')
    for (const commune of france.communes) {
      const place = lieu(france, said(commune.code, commune.codesPostaux[0] ?? null)).place
      if (place?.departement !== commune.departement)
        expect([commune.code, place?.departement]).toEqual([commune.code, commune.departement])
    }
  })

  test('nothing places a row without commune, postcode nor point', () => {
    expect(lieu(france, said(null, null, 'Nulle-Part-les-Bains'))).toEqual({ place: null, codes: ['lieu.introuvable'] })
    expect(lieu(france, said(null), { lat: 40.4, lon: -3.7 })).toEqual({ place: null, codes: ['lieu.introuvable'] })
  })

  test('a point alone places a row, in the department that holds it', () => {
    const { place } = lieu(france, said(null), { lat: 49.2583, lon: 4.0317 })
    expect(place).toMatchObject({ departement: '51', precision: 'adresse' })
    // The embedded table has a centre in four: the nearest known one is not the nearest one.
    expect(place?.commune).toBeNull()
    const centre = { lat: 49.25, lon: 4.03 }
    const situees = france.communes.map((one) => ({
      ...one,
      centre: one.code === '51454' ? centre : { lat: 48, lon: 4 },
    }))
    const known = buildTerritoire(situees, france.departements, { contains: () => true, departementAt: () => '51' })
    expect(lieu(known, said(null), { lat: 49.2583, lon: 4.0317 }).place?.commune?.code).toBe('51454')
  })
})

describe('the coordinates of a place', () => {
  // A disc of 314.159 km²: r = 10 km, so a point is believed within 3 × 10 + 10 = 40 km of the centre.
  const base: Commune = {
    code: '51454',
    nom: 'Reims',
    departement: '51',
    region: null,
    epci: null,
    codesPostaux: ['51100'],
    population: 1,
    anciensCodes: [],
    centre: { lat: 49, lon: 4 },
    surfaceKm2: 100 * Math.PI,
    densite: null,
    ruralite: 'inconnue',
    ruraliteEstimee: false,
    frr: null,
  }
  const contours = {
    contains: (_: string, point: { lat: number }, km: number) => Math.abs(point.lat - 49) * 111.2 <= 20 + km,
    departementAt: () => '51',
  }
  const marne = { code: '51', nom: 'Marne', region: null, surfaceKm2: 8000 }
  const one = buildTerritoire([base], [marne], contours)
  const KM = 360 / (2 * Math.PI * 6371.0088)

  test.each([
    [39.9, 'adresse', []],
    [40.1, 'commune', ['coordonnees.trop_loin']],
    [-39.9, 'adresse', []],
    [-40.1, 'commune', ['coordonnees.trop_loin']],
  ])('%d km from the centre of a commune of 10 km: %s', (km, precision, codes) => {
    const point = { lat: 49 + km * KM, lon: 4 }
    const found = lieu(one, said('51454'), point)
    expect(found.place).toMatchObject({ precision, point: precision === 'adresse' ? point : base.centre })
    expect(found.codes).toEqual(codes)
  })

  test('swapped ones are put right when that makes them believable', () => {
    const found = lieu(one, said('51454'), { lat: 4.1, lon: 49.1 })
    expect(found.place).toMatchObject({ point: { lat: 49.1, lon: 4.1 }, precision: 'adresse' })
    expect(found.codes).toEqual(['coordonnees.inversees'])
  })

  test('swapped ones that would still be too far are not', () => {
    expect(lieu(one, said('51454'), { lat: 4, lon: 52 })).toMatchObject({
      place: { precision: 'commune' },
      codes: ['coordonnees.trop_loin'],
    })
  })

  test('without coordinates the place stands at the centre, and it is said', () => {
    expect(lieu(one, said('51454'))).toMatchObject({
      place: { point: base.centre, precision: 'commune' },
      codes: ['coordonnees.absentes'],
    })
  })

  test('without coordinates nor commune, it is said where the place stands, and no coordinates are proposed', () => {
    const noted = (codePostal: string, nom: string) => {
      const journal = startJournal(2)
      const place = locateLieu(said(null, codePostal, nom), null, france, journal)
      const point = journal.anomalies.filter(({ field }) => field === 'latitude')
      return [place?.precision, ...point.map(({ code, corrected }) => [code, corrected])]
    }
    expect(noted('77454', 'MARNE LA VALLEE CEDEX 2')).toEqual(['departement', ['coordonnees.departement', null]])
    expect(noted('44110', 'Nulle-Part-les-Bains')).toEqual(['code_postal', ['coordonnees.code_postal', null]])
  })

  test('without a known centre, the outline of the department judges, within 10 km', () => {
    const without = buildTerritoire([{ ...base, centre: null }], [marne], contours)
    expect(lieu(without, said('51454'), { lat: 49 + 29 * KM, lon: 4 }).place?.precision).toBe('adresse')
    expect(lieu(without, said('51454'), { lat: 49 + 31 * KM, lon: 4 })).toMatchObject({
      place: { point: null, precision: 'departement' },
      codes: ['coordonnees.trop_loin'],
    })
  })
})

describe('where posts are', () => {
  const postes = (given: ReturnType<typeof said>, departement: string) => {
    const journal = startJournal(2)
    return { ...locatePostes(given, departement, france, journal), codes: journal.anomalies.map(({ code }) => code) }
  }

  test('the INSEE code is believed in the row’s own department', () => {
    expect(postes(said('51454', '51100', 'Reims'), '51')).toMatchObject({
      commune: { code: '51454' },
      siege: null,
      codes: [],
    })
  })

  test('a commune of another department is the seat: posts stay in the row’s', () => {
    expect(postes(said('97411', '93200', 'Saint-Denis'), '93')).toMatchObject({
      departement: '93',
      commune: { code: '93066' },
      siege: { code: '97411' },
      codes: ['code_insee.autre_departement'],
    })
  })

  test('a postcode of several communes without a name: the postcode', () => {
    const several = france.communes.find(
      (c) => c.departement === '51' && france.communesOfCodePostal(c.codesPostaux[0] ?? null).length > 2,
    )
    expect(postes(said(null, several?.codesPostaux[0] ?? null), '51')).toMatchObject({
      commune: null,
      precision: 'code_postal',
    })
  })

  test.each([
    ['of one level', [6, 6], { ruralite: 'rural', densite: 6 }],
    ['of one class and two levels', [5, 7], { ruralite: 'rural', densite: null }],
    ['of two classes', [4, 5], { ruralite: 'inconnue', densite: null }],
  ] as const)('communes of one postcode %s: what all of them are is known', (_, [un, autre], classe) => {
    const one = (code: string, densite: number) => {
      const model = france.communes.find((commune) => commune.departement === '51') as Commune
      return { ...model, code, nom: code, codesPostaux: ['51999'], densite, ruralite: ruraliteOfDensite(densite) }
    }
    const two = buildTerritoire([one('51998', un), one('51999', autre)], [...france.departements], {
      contains: () => true,
      departementAt: () => '51',
    })
    const journal = startJournal(2)
    expect(locatePostes(said(null, '51999'), '51', two, journal)).toMatchObject({ commune: null, ...classe })
  })

  test('nothing but a department: the department', () => {
    expect(postes(said(null), '51')).toMatchObject({
      departement: '51',
      commune: null,
      precision: 'departement',
      ruralite: 'inconnue',
    })
  })
})
