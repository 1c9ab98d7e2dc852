import { expect, test } from 'vitest'
import { TUILES_IGN, tuilesOrigin } from '#app/domain/carte/tuiles.ts'
import { readConfig } from '#scripts/serve/config.ts'
import { headersBy, securityHeaders } from '#scripts/serve/headers.ts'

test('without any setting the site is on port 3000 with the national plan', () => {
  expect(readConfig({})).toMatchObject({
    port: 3000,
    host: undefined,
    publicUrl: 'http://localhost:3000',
    tuiles: TUILES_IGN,
    geocoderUrl: 'https://data.geopf.fr/geocodage',
    memoireOctets: 64 * 1024 * 1024,
  })
  expect(readConfig({}).databasePath).toMatch(/data\/annuaire\.sqlite$/)
})

test('every setting is read', () => {
  const tiles = { TILE_URL: 'https://{s}.tuiles.example/{z}/{x}/{y}.png', TILE_ATTRIBUTION: '© moi' }
  const config = readConfig({
    PORT: '8080',
    HOST: '127.0.0.1',
    DATABASE_PATH: '/srv/a.sqlite',
    PUBLIC_URL: 'https://a.fr/',
    MEMORY_MIB: '8',
    ...tiles,
  })
  expect(config).toMatchObject({
    port: 8080,
    host: '127.0.0.1',
    databasePath: '/srv/a.sqlite',
    memoireOctets: 8 * 1024 * 1024,
    publicUrl: 'https://a.fr',
  })
  expect(config.tuiles).toEqual({ url: tiles.TILE_URL, attribution: '© moi', maxZoom: 18 })
})

test.each([
  ['', null],
  ['http://localhost:8080/geo/', 'http://localhost:8080/geo'],
  ['https://adresses.example', 'https://adresses.example'],
])('with GEOCODER_URL "%s" addresses are asked at %s', (text, expected) => {
  expect(readConfig({ GEOCODER_URL: text }).geocoderUrl).toBe(expected)
})

test.each([
  [{ PORT: 'http' }, 'PORT n’est pas un port : http'],
  [{ PORT: '70000' }, 'PORT n’est pas un port'],
  [{ PUBLIC_URL: 'exemple.fr' }, 'PUBLIC_URL n’est pas'],
  [{ PUBLIC_URL: 'https://exemple.fr/annuaire' }, 'PUBLIC_URL n’est pas'],
  [{ PUBLIC_URL: 'javascript:alert(1)' }, 'PUBLIC_URL n’est pas'],
  [{ GEOCODER_URL: 'adresses.example' }, 'GEOCODER_URL n’est pas'],
  [{ GEOCODER_URL: 'file:///etc/passwd' }, 'GEOCODER_URL n’est pas'],
  [{ GEOCODER_URL: 'https://a.example/?key=1' }, 'GEOCODER_URL n’est pas'],
  [{ TILE_URL: 'https://t.example/{z}/{x}/{y}.png' }, 'TILE_URL et TILE_ATTRIBUTION se donnent ensemble'],
  [{ TILE_ATTRIBUTION: '© moi' }, 'TILE_URL et TILE_ATTRIBUTION se donnent ensemble'],
  [{ TILE_URL: '/tuiles/{z}/{x}/{y}.png', TILE_ATTRIBUTION: '© moi' }, 'TILE_URL n’est pas une adresse'],
  [{ TILE_URL: "https://t.example; script-src 'unsafe-inline'/{z}", TILE_ATTRIBUTION: '© moi' }, 'TILE_URL n’est pas'],
])('%j is refused by name', (env, message) => {
  expect(() => readConfig(env)).toThrow(message)
})

test.each([
  ['https://data.geopf.fr/wmts?x={z}', 'https://data.geopf.fr'],
  ['https://{s}.tuiles.example/{z}/{x}/{y}.png', 'https://*.tuiles.example'],
  ['http://localhost:8080/{z}/{x}/{y}.png', 'http://localhost:8080'],
])('the tiles of %s come from %s', (url, origin) => {
  expect(tuilesOrigin({ url, attribution: '', maxZoom: 18 })).toBe(origin)
})

test('who publishes and who hosts are read from the environment; without them nobody is named', () => {
  expect(readConfig({}).mentions).toEqual({ editeur: null, hebergeur: null })
  const env = { PUBLISHER_NAME: ' Association Exemple ', PUBLISHER_CONTACT: 'bonjour@exemple.fr', HOST_NAME: 'Hôte' }
  expect(readConfig(env).mentions).toEqual({
    editeur: { nom: 'Association Exemple', adresse: null, contact: 'bonjour@exemple.fr', directeur: null },
    hebergeur: { nom: 'Hôte', adresse: null },
  })
})

test.each([
  [{ PUBLISHER_CONTACT: 'a@b.fr' }, 'PUBLISHER_CONTACT se donne avec PUBLISHER_NAME'],
  [{ PUBLISHER_NAME: ' ', PUBLISHER_ADDRESS: '1 rue' }, 'PUBLISHER_ADDRESS se donne avec PUBLISHER_NAME'],
  [{ HOST_ADDRESS: '1 rue' }, 'HOST_ADDRESS se donne avec HOST_NAME'],
  [{ PUBLISHER_NAME: 'A', PUBLISHER_CONTACT: 'javascript:alert(1)' }, 'PUBLISHER_CONTACT n’est ni'],
  [{ PUBLISHER_NAME: 'A', PUBLISHER_CONTACT: '01 02 03 04 05' }, 'PUBLISHER_CONTACT n’est ni'],
])('%j is refused by name: it would show half of a legal notice', (env, message) => {
  expect(() => readConfig(env)).toThrow(message)
})

test('what holds for https alone is said when the public address is https, and only then', () => {
  const values = (publicUrl: string) =>
    securityHeaders({ tuilesOrigin: 'https://t.example', inlineScripts: [], publicUrl }).map(String).join('\n')
  expect(values('https://x.example')).toContain('Strict-Transport-Security,max-age=31536000')
  expect(values('https://x.example')).toMatch(/; upgrade-insecure-requests$/m)
  expect(values('http://x.example')).not.toMatch(/Strict-Transport|upgrade-insecure/)
})

const said = headersBy({ tuilesOrigin: 'https://t.example', inlineScripts: [], publicUrl: 'https://x.example' })
const saidOf = (path: string): Record<string, string> => Object.fromEntries(said(path))

test.each([
  ...['/', '/lieux/abc', '/couverture', '/collectivites/verifier', '/collectivites/verifier/corrige.csv', '/sante'],
  ...['/assets/app-1a2b.js', '/absent', '/x.csv/y', ''],
])('%s is for this site alone', (path) => {
  expect(saidOf(path)).toMatchObject({ 'Cross-Origin-Resource-Policy': 'same-origin' })
  expect(saidOf(path)['Content-Security-Policy']).toMatch(/frame-ancestors 'none'/)
})

test.each([
  ...['/api/v1/lieux', '/api/v1/lieux.csv', '/points.json', '/points-france-services.json', '/robots.txt'],
  ...[
    '/flux/collectivites/departement/23.xml',
    '/embed.js',
    '/couverture/carte.svg',
    '/couverture/carte.png',
    '/evolution/x.xlsx',
  ],
])('%s may be used elsewhere', (path) => {
  expect(saidOf(path)).toMatchObject({ 'Cross-Origin-Resource-Policy': 'cross-origin' })
})

test.each(['/embed', '/embed/couverture', '/embed/postes-par-liste'])('%s may stand within any page', (path) => {
  const policy = saidOf(path)['Content-Security-Policy'] ?? ''
  expect(policy).toMatch(/frame-ancestors \*;/)
  // Nothing else of its policy is weaker than that of another page.
  expect(policy.replace('frame-ancestors *', "frame-ancestors 'none'")).toBe(saidOf('/')['Content-Security-Policy'])
  expect(saidOf(path)['Cross-Origin-Resource-Policy']).toBe('cross-origin')
})

test.each([
  ...['/', '/lieux/abc', '/integrer', '/embed/../lieux/abc', '/embed/%2e%2e/lieux', '/embed//x', '/EMBED', '/embedx'],
  ...['/embed/couverture/x', '/collectivites/verifier', '/embed.js', '/flux/france.xml'],
])('%s may stand within no other page', (path) => {
  expect(saidOf(path)['Content-Security-Policy']).toMatch(/frame-ancestors 'none'/)
})

test('the page where a frame is chosen shows frames of this site alone', () => {
  expect(saidOf('/integrer')['Content-Security-Policy']).toMatch(/frame-src 'self'/)
  expect(saidOf('/')['Content-Security-Policy']).not.toMatch(/frame-src/)
})

test('only development goes without a policy', () => {
  const names = (inlineScripts: string[] | null) =>
    securityHeaders({ tuilesOrigin: 'https://t.example', inlineScripts, publicUrl: 'https://x.example' }).map(
      ([name]) => name,
    )
  expect(names([])).toContain('Content-Security-Policy')
  expect(names(null)).not.toContain('Content-Security-Policy')
})
