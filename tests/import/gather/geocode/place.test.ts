import { beforeAll, describe, expect, test } from 'vitest'
import type { DemandeGeocodage, Geocode } from '#app/lecture/adresses-geocodees.ts'
import type { AdresseDite } from '#app/lecture/emplacement.ts'
import { locateLieu, locatePostes } from '#app/lecture/locate.ts'
import { startJournal } from '#app/lecture/normalise/journal.ts'
import type { Territoire } from '#app/lecture/territoire.ts'
import { embeddedTerritoire } from '#tests/import/files.ts'

let france: Territoire
beforeAll(async () => {
  france = await embeddedTerritoire()
})

const REIMS = { lat: 49.2632, lon: 4.0306 }
const GOOD: Geocode = { statut: 'ok', type: 'housenumber', score: 0.95, codeInsee: '51454', point: REIMS, libelle: '' }
const SAID: AdresseDite = { codeInsee: '51454', codePostal: '51100', communeNom: 'Reims', adresse: '10 av de Laon' }

/** Places a row where a geocoder answers `geocode` to whatever it is asked. */
function place(
  geocode: Geocode | null,
  said: Partial<AdresseDite> = {},
  published: { lat: number; lon: number } | null = null,
) {
  const asked: DemandeGeocodage[] = []
  const geocodes = (demande: DemandeGeocodage) => {
    asked.push(demande)
    return geocode
  }
  const journal = startJournal(2)
  const found = locateLieu({ ...SAID, ...said }, published, { ...france, geocodes }, journal)
  return { place: found, asked, anomalies: journal.anomalies.map(({ code, raw, corrected }) => [code, raw, corrected]) }
}

describe('a place without coordinates', () => {
  test('stands where its address was found, and says so', () => {
    expect(place(GOOD)).toMatchObject({
      place: { point: REIMS, precision: 'geocodee', commune: { code: '51454' } },
      anomalies: [['coordonnees.geocodees', null, '49.2632, 4.0306']],
    })
  })

  test.each<[string, Partial<Geocode>]>([
    ['a street', { type: 'street' }],
    ['a score of 0.6', { score: 0.6 }],
  ])('is placed by %s', (_, given) => {
    expect(place({ ...GOOD, ...given }).place?.precision).toBe('geocodee')
  })

  test.each<[string, Partial<Geocode>]>([
    ['a town', { type: 'municipality' }],
    ['a place name', { type: 'locality' }],
    ['a type that is none', { type: '' }],
    ['a guess', { score: 0.34 }],
    ['a score under 0.6', { score: 0.599 }],
    ['nothing found', { statut: 'not-found', point: null }],
    ['a text that was skipped', { statut: 'skipped', point: null }],
    ['an address of another commune', { codeInsee: '51108' }],
    ['an address of no commune that we know', { codeInsee: '99999' }],
    ['a point in another region, whatever the commune it says', { point: { lat: 45.76, lon: 4.83 } }],
  ])('stays at the centre of its commune after %s', (_, given) => {
    expect(place({ ...GOOD, ...given })).toMatchObject({
      place: { precision: 'commune', commune: { code: '51454' } },
      anomalies: [['coordonnees.absentes', null, expect.any(String)]],
    })
  })

  test('an arrondissement that answers for its city is believed', () => {
    const paris = { ...GOOD, codeInsee: '75111', point: { lat: 48.8589, lon: 2.3781 } }
    const said = { codeInsee: '75111', codePostal: '75011', communeNom: 'Paris' }
    const { place: found, asked } = place(paris, said)
    expect(found).toMatchObject({ precision: 'geocodee', commune: { code: '75056' } })
    expect(asked[0]?.codeInsee).toBe('75056')
  })
})

describe('what is asked', () => {
  test('is the street and the code of the commune of today, not the postcode', () => {
    const old = {
      codeInsee: '93059',
      codePostal: '93380',
      communeNom: 'PIERREFITTE',
      adresse: '2 r du Lac 93380 PIERREFITTE',
    }
    expect(place(null, old).asked).toEqual([
      { cle: expect.stringMatching(/^[0-9a-f]{32}$/), adresse: '2 rue du Lac', codeInsee: '93066', codePostal: '' },
    ])
  })

  test('is filtered by the postcode only where the commune is not known; the commune stays unknown', () => {
    const shared = france.communes.find(({ codesPostaux, departement, centre }) => {
      const here = france.communesOfCodePostal(codesPostaux[0] ?? '')
      return departement === '51' && centre && here.length > 2 && here.every((one) => one.departement === '51')
    })
    const codePostal = shared?.codesPostaux[0] as string
    const answer = { ...GOOD, codeInsee: shared?.code as string, point: shared?.centre ?? null }
    const { asked, place: found } = place(answer, { codeInsee: null, communeNom: null, codePostal })
    expect(asked).toMatchObject([{ adresse: '10 avenue de Laon', codeInsee: '', codePostal }])
    expect(found).toMatchObject({ precision: 'geocodee', point: shared?.centre, commune: null, departement: '51' })
    // An address of that postcode in another department is not believed.
    const away = { ...answer, codeInsee: '75111', point: { lat: 48.8589, lon: 2.3781 } }
    expect(place(away, { codeInsee: null, communeNom: null, codePostal }).place?.precision).toBe('code_postal')
  })

  test.each<[string, Partial<AdresseDite>]>([
    ['without an address', { adresse: null }],
    ['with the town alone', { adresse: '51100 REIMS' }],
    ['with a box alone', { adresse: 'BP 12' }],
  ])('is nothing for a row %s: the town would change nothing', (_, said) => {
    expect(place(GOOD, said)).toMatchObject({ asked: [], place: { precision: 'commune' } })
  })

  test('is nothing for a row whose point is believed', () => {
    const point = { lat: 49.25, lon: 4.03 }
    expect(place(GOOD, {}, point)).toMatchObject({ asked: [], place: { point, precision: 'adresse' } })
  })

  test('is asked for a row whose point is too far, which is still said', () => {
    expect(place(GOOD, {}, { lat: 43.5, lon: 5.4 })).toMatchObject({
      place: { point: REIMS, precision: 'geocodee' },
      anomalies: [['coordonnees.trop_loin', '43.5, 5.4', '49.2632, 4.0306']],
    })
  })
})

describe('an employer', () => {
  const employer = (said: AdresseDite, geocode: Geocode) => {
    const journal = startJournal(2)
    const placed = locatePostes(said, '51', { ...france, geocodes: () => geocode }, journal)
    return { placed, codes: journal.anomalies.map(({ code }) => code) }
  }

  test('stands at its address, where its posts are counted all the same', () => {
    const { placed, codes } = employer(SAID, GOOD)
    expect(placed).toMatchObject({ point: REIMS, precision: 'geocodee', departement: '51', commune: { code: '51454' } })
    // Its file has no coordinates to mend.
    expect(codes).toEqual([])
  })

  test('whose seat is in another department is not looked for there', () => {
    const { placed } = employer({ ...SAID, codeInsee: '75056' }, { ...GOOD, codeInsee: '51454' })
    expect(placed).toMatchObject({ siege: { code: '75056' }, commune: { code: '51454' }, precision: 'commune' })
  })
})
