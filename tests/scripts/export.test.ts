import { expect, test } from 'vitest'
import { fileOf, linkBetween } from '#scripts/export/chemins.ts'
import { rewritePage } from '#scripts/export/rewrite.ts'

test.each([
  ['/', 'index.html'],
  ['/besoins', 'besoins/index.html'],
  ['/couverture/departements.csv', 'couverture/departements.csv'],
  ['/methode/distance.mjs', 'methode/distance.mjs'],
  ['/api/v1/lieux', 'api/v1/lieux.json'],
  ['/api/v1/lieux.geojson', 'api/v1/lieux.geojson'],
])('the answer of %s stands in %s', (path, file) => {
  expect(fileOf(path)).toBe(file)
})

test('no path leads out of the folder', () => {
  expect(() => fileOf('/..%2f..%2fetc/passwd')).toThrow('sort du dossier')
})

test.each([
  ['/', '/besoins', 'besoins/'],
  ['/besoins', '/', '../'],
  ['/lieux/a', '/lieux/b', '../b/'],
  ['/lieux/a', '/lieux/a', './'],
  ['/lieux/a', '/api/v1/lieux', '../../api/v1/lieux.json'],
  ['/departements/23', '/departements/23/tableau.csv', 'tableau.csv'],
])('from %s to %s the link is %s', (from, to, link) => {
  expect(linkBetween(from, to)).toBe(link)
})

test('a page as a file has its links changed, a form without an address led to what needs a server, no script, no state', () => {
  const html = [
    '<link rel="modulepreload" href="/assets/a.js"><script>fetch("/points.json")</script>',
    '<main><p class="etat etat-ouvert">Ouvert</p><a href="/besoins?a=1&amp;b=2">x</a><a href="https://ailleurs.fr/">y</a>',
    '<form action="/" method="post"></form></main>',
  ].join('')
  const resolve = (link: string) => (link.startsWith('https:') ? null : `[${link}]`)
  expect(rewritePage(html, resolve, '../serveur/', '<aside></aside>')).toBe(
    '<aside></aside><main><a href="[/besoins?a=1&amp;b=2]">x</a><a href="https://ailleurs.fr/">y</a><form action="../serveur/"></form></main>',
  )
})
