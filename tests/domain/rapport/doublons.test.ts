import { expect, test } from 'vitest'
import { differencesOf, doublonsPossibles, type FicheComparee, signesDeDoublon } from '#app/domain/rapport/doublons.ts'

/** One degree of latitude is 111.2 km: 0.0005 is 56 m, 0.002 is 222 m, 0.01 is 1.1 km. */
const base: FicheComparee = {
  numero: 1,
  nom: 'Médiathèque du Centre',
  adresse: '1 rue du Test',
  codePostal: '43000',
  communeCode: '43157',
  communeNom: 'Le Puy-en-Velay',
  telephone: '+33471000001',
  courriels: [],
  horaires: null,
  dateMaj: null,
  source: null,
  lat: 45,
  lon: 3.9,
  precision: 'adresse',
}
const autre = (change: Partial<FicheComparee>): FicheComparee => ({
  ...base,
  numero: 2,
  nom: 'Espace numérique',
  adresse: 'Rue du Test',
  telephone: '+33471000002',
  lat: 46,
  ...change,
})

test.each<[string, Partial<FicheComparee>, string[]]>([
  [
    'one name and one phone, 222 m apart',
    { nom: 'mediatheque du centre', telephone: base.telephone, lat: 45.002 },
    ['nom', 'telephone'],
  ],
  ['one name, 56 m apart', { nom: 'MEDIATHEQUE DU CENTRE', lat: 45.0005 }, ['nom', 'point']],
  ['one phone, 56 m apart', { telephone: base.telephone, lat: 45.0005 }, ['telephone', 'point']],
  ['all three', { nom: base.nom, telephone: base.telephone, lat: 45 }, ['nom', 'telephone', 'point']],
  [
    'one name and one phone at an approximate position of one commune',
    { nom: base.nom, telephone: base.telephone, precision: 'commune' },
    ['nom', 'telephone'],
  ],
])('%s: they may be one', (_, change, signes) => {
  expect(signesDeDoublon(base, autre(change))).toEqual(signes)
  expect(signesDeDoublon(autre(change), base)).toEqual(signes)
})

test.each<[string, Partial<FicheComparee>]>([
  ['one name alone', { nom: base.nom }],
  ['one phone alone, that of a switchboard', { telephone: base.telephone, lat: 45.002 }],
  ['one point alone, a town hall and its library', { lat: 45 }],
  ['one name and one phone, 1.1 km apart: two branches', { nom: base.nom, telephone: base.telephone, lat: 45.01 }],
  ['one phone near by, two house numbers', { telephone: base.telephone, lat: 45.0005, adresse: '18 rue du Test' }],
  ['visits at home and their desk', { nom: 'Rendez-vous à domicile', telephone: base.telephone, lat: 45 }],
  ['no phone on either side and no name in common', { telephone: null, lat: 45 }],
  [
    'approximate positions of two communes',
    { nom: base.nom, telephone: base.telephone, precision: 'commune', communeCode: '43001' },
  ],
  ['two centres of a commune are no point', { telephone: base.telephone, precision: 'commune', lat: 45 }],
])('%s: nothing is said', (_, change) => {
  expect(signesDeDoublon(base, autre(change))).toEqual([])
})

test('each pair comes once, and only those', () => {
  const b = autre({ nom: base.nom, telephone: base.telephone, lat: 45 })
  const found = doublonsPossibles([base, b, autre({ numero: 3 })])
  expect(found.map(({ a, b }) => [a.numero, b.numero])).toEqual([[1, 2]])
})

test('what differs is said field by field, an absent value as absent', () => {
  const b = autre({ nom: base.nom, adresse: base.adresse, telephone: null })
  expect(differencesOf(base, b)).toEqual([{ champ: 'Téléphone', a: '04 71 00 00 01', b: null }])
})
