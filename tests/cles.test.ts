import { expect, test } from 'vitest'
import { CLES, cleOf, isPrivateUrl, PREPARES } from '#app/cles.ts'
import routes from '#app/routes.ts'

/** Answered each time, whatever is asked. */
const NEVER = [
  ...['/collectivites/verifier/rapport.csv', '/collectivites/verifier/corrige.csv', '/robots.txt', '/integrer'],
  ...['/api/v1/recherche', '/api/v1/recherche.json', '/api/v1/verifier', '/api/*', '/*'],
]
/** Written at import, and answered without a route. */
const POINTS = ['/points.json', '/points-france-services.json', '/points-autres.json', '/points-employeurs.json']

test('each route says what it reads of its query, or is answered each time', () => {
  const paths = routes.map(({ path = '', index }) => (index ? '/' : `/${path}`))
  expect([...Object.keys(CLES), ...NEVER].sort()).toEqual([...paths, ...POINTS].sort())
})

test.each([
  ['/', '/'],
  ['/?departement=23&departement=19', '/?departement=19&departement=23'],
  ['/?departement=&q=&departement=1', '/?departement=01'],
  ['/?page=1&rayon=20&utm_source=x', '/'],
  ['/?ouvert=SAMEDI', '/?ouvert=samedi'],
  ['/?compris=23000&commune=23096', '/?commune=23096&compris=23000'],
  ['/a-propos?fbclid=1', '/a-propos'],
  ['/lieux/ab?retour=frr%3D1%26departement%3D23', '/lieux/ab?retour=departement%3D23%26frr%3D1'],
  ['/lieux/ab?retour=departement%3Dx', '/lieux/ab'],
  ['/couverture?maille=departement&niveaux=7&trier=-postes', '/couverture?niveaux=7&trier=-postes'],
  ['/evolution?a=2023-04-05&de=2021-01-01', '/evolution?de=2021-01-01&a=2023-04-05'],
  ['/api/v1/lieux?limit=5&frr=1', '/api/v1/lieux?frr=1&limit=5'],
  ['/points.json?v=abc', '/points.json?v=abc'],
  ['/?ruralite=rural&cellule=46.1,1.8', '/?ruralite=rural&cellule=46.1%2C1.8'],
])('%s is kept as %s, which is kept as itself', (url, cle) => {
  expect(cleOf(url)).toBe(cle)
  expect(cleOf(cle)).toBe(cle)
})

test.each([
  ['a position', '/?lat=48.1&lon=2.3'],
  ['half a position', '/fiches.json?l=1&lon=2.3'],
  ['a text', '/?q=prades'],
  ['words that led there', '/?commune=66149&compris=prads'],
  ['a list around someone', '/lieux/ab?retour=lat%3D48.1%26lon%3D2.3'],
  ['a list of a text', '/structures/1?retour=q%3Dprades'],
  ['a search of a collectivité', '/collectivites?q=prades'],
])('%s is private: %s', (_what, url) => {
  expect([cleOf(url), isPrivateUrl(url)]).toEqual([null, true])
})

test.each([
  ['what a page refuses', '/?departement=zz'],
  ['what the API refuses', '/api/v1/departements?x=1'],
  ['an address of no page', '/inconnu'],
  ['an address written otherwise', '/COUVERTURE'],
  ['an address that is too long', `/?commune=23096&ouvert=samedi&${'x'.repeat(1000)}`],
])('%s is answered each time: %s', (_what, url) => {
  expect([cleOf(url), isPrivateUrl(url)]).toEqual([null, false])
})

test('what is made ready is what would be kept', () => {
  for (const url of PREPARES) expect(cleOf(url)).toBe(url)
})
