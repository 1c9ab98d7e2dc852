import { beforeAll, describe, expect, test } from 'vitest'
import { distanceKm, type Point } from '#app/domain/distance/distance.ts'
import { identify } from '#app/lecture/identity.ts'
import { readLieu } from '#app/lecture/lieux.ts'
import { startJournal } from '#app/lecture/normalise/journal.ts'
import type { Territoire } from '#app/lecture/territoire.ts'
import { embeddedTerritoire } from '#tests/import/files.ts'

let france: Territoire
beforeAll(async () => {
  france = await embeddedTerritoire()
})

function read(cells: Record<string, string>) {
  const journal = startJournal(2)
  const row = { line: 2, cells: { nom: 'Lieu', ...cells }, published: [], defect: null }
  const lieu = readLieu(row, france, journal, '2026-06-30')
  const of = (field: string) => journal.anomalies.find((one) => one.field === field)?.code ?? null
  return { lieu, of, anomalies: journal.anomalies }
}

type Ligne = [
  insee: string,
  postal: string,
  nom: string,
  point: string,
  commune: string | null,
  champ?: string,
  code?: string,
]

/** Rows of the kinds that the real files hold; the code that each must be placed by is INSEE's, looked up by hand. */
const LIGNES: Ligne[] = [
  // One witness against three, or two: cases 09 and 10.
  ['63144', '62000', 'Arras', '50.2897, 2.7712', '62041', 'code_insee', 'code_insee.autre_commune'],
  ['63144', '62000', 'Arras', '', '62041', 'code_insee', 'code_insee.autre_commune'],
  ['62041', '59000', 'Arras', '50.2897, 2.7712', '62041', 'code_postal', 'code_postal.autre_commune'],
  ['62041', '62000', 'Lille', '50.2897, 2.7712', '62041', 'commune', 'commune.inconnue'],
  ['62041', '62000', 'Arras', '43.6, 1.44', '62041', 'latitude', 'coordonnees.trop_loin'],
  ['', '93160', 'Deuil-la-Barre', '48.976786, 2.32878', '95197', 'code_postal', 'code_postal.autre_commune'],
  ['', '54430', 'Sarralbe', '48.999797, 7.028527', '57628', 'code_postal', 'code_postal.autre_commune'],
  ['', '51100', 'Nancy', '49.2583, 4.0317', '51454', 'commune', 'commune.inconnue'],
  // A postcode mistyped, and a code made from it: the name and the point are two others.
  ['64445', '64000', 'REIMS', '49.2583, 4.0317', '51454', 'code_insee', 'code_insee.autre_commune'],
  // At equal numbers: the code, then the postcode and the name, then the postcode.
  ['51454', '54000', '', '', '51454', 'code_postal', 'code_postal.autre_commune'],
  ['51454', '54000', 'Nancy', '', '54395', 'code_insee', 'code_insee.autre_commune'],
  ['51454', '', 'Nancy', '', '51454', 'commune', 'commune.inconnue'],
  ['', '51100', 'Nancy', '', '51454', 'commune', 'commune.inconnue'],
  // An article, a letter, an end: case 11.
  ['', '97250', 'PRECHEUR', '14.800035, -61.223894', '97219', 'commune', 'commune.proche'],
  ['', '85590', 'ST MARS LA REHORTE', '46.862807, -0.925353', '85242', 'commune', 'commune.proche'],
  ['', '09290', "MAS D'AZIL", '43.080236, 1.361727', '09181', 'commune', 'commune.proche'],
  ['', '12850', '0NET LE CHATEAU', '', '12176', 'commune', 'commune.proche'],
  ['', '60410', 'SAINT-VAAS-DE-LONGMONT', '', '60600', 'commune', 'commune.proche'],
  ['', '14220', 'Le Hom', '', '14689', 'commune', 'commune.proche'],
  ['', '94270', 'KREMLIN-BICÊTRE', '', '94043', 'commune', 'commune.proche'],
  ['', '88700', 'Rambervilelrs', '', '88367', 'commune', 'commune.proche'],
  ['', '17310', 'St Pierre', '', '17385', 'commune', 'commune.proche'],
  ['', '76310', 'St Adresse', '', '76552', 'commune', 'commune.proche'],
  // Two letters are too many in a short name: the postcode alone speaks.
  ['', '57000', 'Mtz', '', '57463', 'commune', 'commune.inconnue'],
  // A former commune is named as such: case 12.
  ['', '27510', 'Tourny', '49.184391, 1.545786', '27213', 'commune', 'commune.ancienne'],
  ['', '93380', 'Pierrefitte-sur-Seine', '', '93066', 'commune', 'commune.ancienne'],
  ['93059', '93380', 'Pierrefitte-sur-Seine', '', '93066', 'code_insee', 'code_insee.ancien'],
  ['', '61140', "La Chapelle-d'Andaine", '', '61096', 'commune', 'commune.ancienne'],
  ['', '62140', 'Hesdin', '50.3736, 2.0377', '62447', 'commune', 'commune.ancienne'],
  ['', '59260', 'HELLEMMES', '50.6263, 3.1085', '59350', 'commune', 'commune.proche'],
  // A CEDEX: case 36, a town's own, and one of Corsica.
  ['', '77454', 'MARNE LA VALLEE CEDEX 2', '', null, 'commune', 'commune.cedex'],
  ['', '92925', 'PARIS LA DEFENSE CEDEX', '', null, 'commune', 'commune.cedex'],
  ['', '06903', 'SOPHIA ANTIPOLIS CEDEX', '', null, 'commune', 'commune.cedex'],
  ['', '59658', 'VILLENEUVE D ASCQ CEDEX', '', '59009'],
  ['', '20303', 'AJACCIO CEDEX 9', '', '2A004'],
  // Several of one name, an arrondissement, a postcode that Guadeloupe kept.
  ['', '93200', 'SAINT DENIS', '48.9356, 2.3539', '93066'],
  ['', '97400', 'SAINT DENIS', '', '97411'],
  ['', '13011', 'MARSEILLE 11', '', '13055'],
  ['', '97150', 'Saint-Martin', '', '97801'],
  // Swapped numbers are the same witness.
  ['63144', '62000', 'Arras', '2.7712, 50.2897', '62041', 'latitude', 'coordonnees.inversees'],
]

describe('the four witnesses of a place', () => {
  test('the table holds forty rows', () => expect(LIGNES).toHaveLength(40))

  test.each(LIGNES)(
    'INSEE %j, postcode %j, name %j, point %j: %s',
    (insee, postal, nom, point, commune, champ, code) => {
      const [latitude = '', longitude = ''] = point.split(', ')
      const { lieu, of } = read({ code_insee: insee, code_postal: postal, commune: nom, latitude, longitude })
      expect(lieu?.place.commune?.code ?? null).toBe(commune)
      if (champ) expect(of(champ)).toBe(code)
      if (commune === null)
        expect(lieu?.place).toMatchObject({ departement: postal.slice(0, 2), precision: 'departement' })
      const believed = point && code !== 'coordonnees.trop_loin'
      if (believed) expect(distanceKm(lieu?.place.point as Point, pointOf(point))).toBeLessThan(1)
    },
  )

  test.each([
    ['REIMS', '51454'],
    ['Paris CEDEX 12', '75056'],
    ['Tourny', '27213'],
    ['Voisinlieu', '60057'],
  ])('a name alone that one commune bears, or bore, places a row: %s', (nom, code) => {
    const { lieu } = read({ commune: nom })
    expect(lieu?.place).toMatchObject({ commune: { code }, departement: code.slice(0, 2) })
  })

  test.each(['Saint-Denis', 'Sainte-Rose', 'Reimss', 'Ailleurs'])(
    'a name alone that several communes bear, or none, places nothing: %s',
    (nom) => {
      const { lieu, of } = read({ commune: nom })
      expect([lieu, of('commune')]).toEqual([null, 'lieu.introuvable'])
    },
  )

  test('a commune that was wholly absorbed is a former one, with its name of today', () => {
    const { lieu, anomalies } = read({ code_postal: '60000', commune: 'Notre-Dame-du-Thil' })
    expect(lieu?.communeNom).toBe('Beauvais')
    expect(anomalies).toContainEqual(
      expect.objectContaining({ field: 'commune', code: 'commune.ancienne', corrected: 'Beauvais' }),
    )
  })

  test.each([
    ['81004', '81011', 'Albi', null],
    ['2A004', '20303', 'Ajaccio', null],
    ['19033', '19033', 'Bugeat', 'code_postal.autre_commune'],
    ['38516', '38800', 'La Tronche', 'code_postal.autre_commune'],
    ['81004', '31011', 'Albi', 'code_postal.autre_commune'],
  ])(
    'commune %s, postcode %s: a code of the post is right in its department, another commune’s is not',
    (insee, postal, commune, code) => {
      expect(read({ code_insee: insee, code_postal: postal, commune }).of('code_postal')).toBe(code)
    },
  )

  test('nothing is proposed by distance where three centres in four are not known', () => {
    const { lieu, anomalies } = read({
      code_postal: '97250',
      commune: 'Bourg',
      latitude: '14.8000',
      longitude: '-61.2239',
    })
    expect(lieu?.place).toMatchObject({ departement: '972', commune: null, precision: 'adresse' })
    expect(anomalies).toMatchObject([{ code: 'commune.inconnue', corrected: null }])
  })

  const cleOf = (cells: Record<string, string>) => {
    const { lieu } = read(cells)
    return lieu && identify(lieu).homonyme
  }
  test('one place is one, though its rows write Sainte or its commune otherwise', () => {
    const same = {
      nom: 'Maison Sainte-Marie',
      code_postal: '97250',
      commune: 'Le Prêcheur',
      adresse: '1 rue Saint-Jean',
    }
    const other = { nom: 'Maison Ste Marie', code_postal: '97250', commune: 'PRECHEUR', adresse: '1, rue St Jean' }
    expect(cleOf(other)).toBe(cleOf(same))
    expect(cleOf({ ...other, adresse: '2 rue St Jean' })).not.toBe(cleOf(same))
    expect(cleOf({ ...other, nom: 'Maison St Marie' })).not.toBe(cleOf(same))
  })
})

/** In the order of the ground: mainland France is north of 41°, and west of 10°. */
function pointOf(text: string): Point {
  const [a = 0, b = 0] = text.split(', ').map(Number)
  return a < 10 && b > 40 ? { lat: b, lon: a } : { lat: a, lon: b }
}
