import http from 'node:http'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { closeDatabases } from '#db/open.server.ts'
import { siteBuild } from '#tests/pages/site.ts'
import { avecFichier, CORRIGE, MULTIPART, PAGE, RAPPORT } from '#tests/support/envoi.ts'
import { ask, startServer } from '#tests/support/server.ts'
import { combien, dire } from './echelle.ts'

const GRAINE = 20260630
let server: Awaited<ReturnType<typeof startServer>>
const said = vi.spyOn(console, 'error')
beforeAll(async () => {
  server = await startServer({ build: await siteBuild() })
})
afterAll(async () => {
  await server.stop()
  closeDatabases()
})

const CHEMINS = [
  ...[
    '/',
    '/',
    '/lieux/gueret-mediatheque',
    '/structures/43493312300029',
    '/departements',
    '/departements/23',
    '/communes/23096',
  ],
  ...['/besoins', '/couverture', '/evolution', '/scenarios', '/collectivites', '/collectivites/commune/23096'],
  ...['/api/v1/lieux', '/api/v1/lieux.csv', '/api/v1/lieux.geojson', '/api/v1/recherche', '/api/v1/couverture'],
  ...[
    '/points.json',
    '/sante',
    '/couverture/departements.csv',
    '/flux/departements/23.xml',
    '/embed',
    '/embed/couverture',
    '/integrer',
    '/apercu.png',
    '/sitemap.xml',
    '/nulle-part',
  ],
]
const PARAMETRES = [
  ...['departement', 'ruralite', 'densite', 'frr', 'q', 'commune', 'lat', 'lon', 'rayon', 'service', 'public'],
  ...[
    'ouvert',
    'couche',
    'tri',
    'page',
    'vue',
    'theme',
    'hauteur',
    'figure',
    'limit',
    'bbox',
    'v',
    '_data',
    '_routes',
    '__proto__',
    'departement[]',
  ],
]
const VALEURS = [
  ...[
    '23',
    '2A',
    '99',
    'rural',
    '1',
    '0',
    '-1',
    '1e999',
    'NaN',
    '9'.repeat(400),
    'lun-14:00',
    'maintenant',
    'lun-99:99',
  ],
  ...[
    'guéret',
    'rue du lac',
    "d'",
    '"',
    '%',
    '%00',
    '\u0000',
    '\ud800',
    '../../etc/passwd',
    '<script>alert(1)</script>',
  ],
  ...[
    'a'.repeat(3000),
    "' OR 1=1 --",
    '*',
    '"a" NEAR b',
    'a*b',
    '(((((',
    '46.17',
    '1.87',
    '181',
    '1,2,3,4',
    'é'.normalize('NFD'),
  ],
]

/** Half a surrogate pair cannot be sent. */
const sain = (text: string) => text.replace(/\p{Cs}/gu, '\ufffd')

/** As a hand writes it, as a program does, or broken. */
const ecrit = (text: string) =>
  fc.constantFrom(sain(text), encodeURIComponent(sain(text)), `${encodeURIComponent(sain(text))}%`)

const valeur = fc.oneof(fc.constantFrom(...VALEURS), fc.string({ unit: 'binary', maxLength: 12 })).chain(ecrit)
const parametre = fc.tuple(fc.constantFrom(...PARAMETRES), valeur).map(([nom, text]) => `${nom}=${text}`)
const chemin = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...CHEMINS) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...CHEMINS), valeur).map(([path, text]) => `${path}/${text}`) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...CHEMINS), fc.nat(12), valeur)
      .map(([path, at, text]) => `/${path.slice(1, at)}${text}${path.slice(at)}`),
  },
)
const adresse = fc
  .tuple(chemin, fc.array(parametre, { maxLength: 4 }))
  .map(([path, parametres]) => path + (parametres.length > 0 ? `?${parametres.join('&')}` : ''))
  // What Node's own client would not send.
  .map((text) => text.replace(/[^\x21-\x7e]/g, (char) => encodeURIComponent(sain(char))))

test('no address, however written, is answered by a fault of ours or by a stack', async () => {
  const statuts: Record<number, number> = {}
  const nombre = combien(5_000)
  await fc.assert(
    fc.asyncProperty(adresse, async (url) => {
      const { status, body, headers } = await ask(server.port, url)
      statuts[status] = (statuts[status] ?? 0) + 1
      expect(status).toBeLessThan(500)
      expect(headers['x-content-type-options']).toBe('nosniff')
      if (status !== 200) expect(body.toString()).not.toMatch(/\bat \S+ \(|node:|\.ts:\d|SQLITE/)
    }),
    { numRuns: nombre, seed: GRAINE },
  )
  expect(said).not.toHaveBeenCalled()
  dire(`Adresses (graine ${GRAINE}) : ${nombre}, aucune 5xx ; ${writeStatuts(statuts)}`)
  expect(statuts[200]).toBeGreaterThan(nombre / 10)
  expect(statuts[400]).toBeGreaterThan(nombre / 50)
}, 1_800_000)

const HEADER = 'id,nom,commune,code_postal,adresse,horaires,date_maj,services\n'
/** What was seen to hold a thread, small here; and forms that are none. */
const CONTENUS: (Buffer | string)[] = [
  `${HEADER}"${'"a"'.repeat(2_000)}${' '.repeat(4_000)};b`,
  `${HEADER}${'"\n'.repeat(4_000)}`,
  `[${JSON.stringify(Object.fromEntries(Array.from({ length: 400 }, (_, i) => [`k${i}`, 1])))}${',{}'.repeat(400)}]`,
  `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
  `${HEADER}1,L,Guéret,23000,"12 a${',-'.repeat(2_000)}x",,,\n`,
  HEADER + Array.from({ length: 300 }, (_, i) => `${i},L,Guéret,23000,r ${i},,,\n`).join(''),
  `${HEADER}${`1,L,Guéret,23000,r,"${'Jan 1-Mar 2 Mo[1] 09:10-11:00; '.repeat(15)}",,\n`.repeat(30)}`,
  `${HEADER}${'a\n'.repeat(20_000)}`,
  `${HEADER}${'_'.repeat(30_000)},L,Guéret,23000,r,,,\n`,
  `${HEADER}1,=cmd|' /C calc'!A1,Guéret,23000,<script>alert(1)</script>,,,\n`,
  `${HEADER}1,\u202eL\u0000\u001b[2J,Guéret,23000,r,,,\n`,
  Buffer.from('504b0304'.padEnd(400, '0'), 'hex'),
  Buffer.alloc(5_000, 0xff),
  '',
]

const corps = fc.record({
  path: fc.constantFrom(PAGE, RAPPORT, CORRIGE),
  contenu: fc.constantFrom(...CONTENUS),
  type: fc.constantFrom(
    ...Array(8).fill(MULTIPART),
    'text/csv',
    'multipart/form-data',
    'application/x-www-form-urlencoded',
  ),
  coupe: fc.constantFrom(1, 1, 1, 0.5, 0.97),
})

test('no upload, however hostile, is answered by a fault of ours; the site goes on', async () => {
  const statuts: Record<number, number> = {}
  const nombre = combien(200)
  await fc.assert(
    fc.asyncProperty(corps, async ({ path, contenu, type, coupe }) => {
      const whole = avecFichier(contenu)
      const { status, text } = await post(path, whole.subarray(0, Math.ceil(whole.length * coupe)), type)
      statuts[status] = (statuts[status] ?? 0) + 1
      expect(status < 500 || status === 503).toBe(true)
      // A file is a file: its texts are those that were sent, without what moves a cursor.
      if (path === PAGE) expect(text).not.toContain('<script>alert')
      expect(text).not.toMatch(/\bat \S+ \(|node:internal|\u202e/)
      expect(text).not.toContain('\u001b')
    }),
    { numRuns: nombre, seed: GRAINE },
  )
  expect((await ask(server.port, '/sante')).status).toBe(200)
  dire(`Envois hostiles (graine ${GRAINE}) : ${nombre} ; ${writeStatuts(statuts)}`)
  expect(statuts[200]).toBeGreaterThan(0)
}, 1_800_000)

function post(path: string, body: Buffer, type: string): Promise<{ status: number; text: string }> {
  const headers = { 'Content-Type': type, 'Content-Length': body.length }
  return new Promise((resolve, reject) => {
    const request = http.request({ port: server.port, host: '127.0.0.1', path, method: 'POST', headers, agent: false })
    request.on('response', async (response) => {
      const chunks: Buffer[] = []
      for await (const chunk of response) chunks.push(chunk as Buffer)
      resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() })
    })
    request.on('error', reject)
    request.end(body)
  })
}

function writeStatuts(statuts: Record<number, number>): string {
  return Object.entries(statuts)
    .map(([statut, n]) => `${n} × ${statut}`)
    .join(', ')
}
