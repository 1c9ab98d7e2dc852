import { spawn } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { openReadOnly } from '#db/connect.server.ts'
import { all, csv, lieuxCsv, workFolder } from '#tests/import/files.ts'
import { startGeocodeurEnLot } from '#tests/support/geocodeur-en-lot.ts'
import { IMPORT } from '#tests/support/served.ts'

// Each test runs several whole imports, a few seconds each on a busy machine.
vi.setConfig({ testTimeout: 600_000 })

const ROOT = resolve(import.meta.dirname, '../../../..')
const folder = workFolder()
const temporary = join(folder.path, 'tmp')
mkdirSync(temporary)
const geocodeur = await startGeocodeurEnLot([
  { adresse: '10 avenue de Laon', commune: '51454', lat: 49.2632, lon: 4.0306 },
  { adresse: '12 rue des Capucins', commune: '51454', lat: 49.2521, lon: 4.0288, type: 'street', score: 0.61 },
])
afterAll(async () => {
  await geocodeur.stop()
  folder.remove()
})
beforeEach(() => {
  geocodeur.received.length = 0
})

/** The command; what is no text among `given` goes to its environment. */
async function run(...given: (string | Record<string, string>)[]) {
  const args = given.filter((one) => typeof one === 'string')
  const more = Object.assign({}, ...given.filter((one) => typeof one === 'object'))
  const env = { ...process.env, TMPDIR: temporary, DATABASE_PATH: '', GEOCODER_URL: `${geocodeur.url}/`, ...more }
  const child = spawn(process.execPath, [IMPORT, ...args], { cwd: ROOT, env })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data) => {
      output += data
    })
  const code = await new Promise<number | null>((done) => child.on('close', done))
  return { code, output }
}

const read = <T>(out: string, sql: string): T[] => {
  const db = openReadOnly(out)
  try {
    return all<T>(db, sql)
  } finally {
    db.$client.close()
  }
}

const LIEUX = folder.write(
  'lieux-2024-01-01.csv',
  lieuxCsv([
    {
      id: 'secret-1',
      nom: 'Médiathèque',
      adresse: '10 AV. DE LAON BP 12 - 51100 REIMS CEDEX',
      telephone: '0353010001',
    },
    { nom: 'Mairie', adresse: '1 place Inconnue' },
    { nom: 'Gare', adresse: '3 rue Située', latitude: '49.2590', longitude: '4.0240' },
  ]),
)
const EMPLOYEURS = folder.write(
  'structures-2023-04-05.csv',
  csv(
    [
      'Raison sociale',
      'Adresse',
      'Code postal',
      'Code commune INSEE',
      'Commune INSEE',
      'Code département',
      'SIRET',
      'Nombre de conseillers validés par le COSELEC',
    ],
    [['VILLE', '12 R DES CAPUCINS 51100 REIMS', '51100', '51454', 'Reims', '51', '43493312300029', '7']],
  ),
)

test('addresses without coordinates are placed, asked once, and known to every import after that', async () => {
  const out = join(folder.path, 'vie', 'annuaire.sqlite')
  const positions = () => [
    ...read(out, 'SELECT nom, lat, lon, precision FROM lieu ORDER BY nom'),
    ...read(out, 'SELECT nom, lat, lon, precision FROM structure'),
  ]
  const plain = await run(LIEUX, EMPLOYEURS, '--out', out)
  expect(plain.code).toBe(0)
  expect(geocodeur.received).toEqual([])
  expect(positions().map((one) => (one as { precision: string }).precision)).toEqual([
    'adresse',
    'commune',
    'commune',
    'commune',
  ])

  const first = await run(LIEUX, EMPLOYEURS, '--out', out, '--geocode')
  expect(first.output).toContain('3 adresses demandées')
  const placed = [
    { nom: 'Gare', lat: 49.259, lon: 4.024, precision: 'adresse' },
    expect.objectContaining({ nom: 'Mairie', precision: 'commune' }),
    { nom: 'Médiathèque', lat: 49.2632, lon: 4.0306, precision: 'geocodee' },
    { nom: 'VILLE', lat: 49.2521, lon: 4.0288, precision: 'geocodee' },
  ]
  expect(positions()).toEqual(placed)
  expect(read(out, "SELECT line, corrected FROM anomalie WHERE code = 'coordonnees.geocodees'")).toEqual([
    { line: 2, corrected: '49.2632, 4.0306' },
  ])
  const [request] = geocodeur.received
  expect(request?.header).toEqual(['id', 'adresse', 'code_insee', 'code_postal'])
  expect(JSON.stringify(geocodeur.received)).not.toMatch(
    /secret-1|Médiathèque|VILLE|43493312300029|0353010001|BP|CEDEX/,
  )
  expect(request?.rows.map(({ id, ...asked }) => asked)).toEqual([
    { adresse: '10 avenue DE LAON', code_insee: '51454', code_postal: '' },
    { adresse: '1 place Inconnue', code_insee: '51454', code_postal: '' },
    { adresse: '12 rue DES CAPUCINS', code_insee: '51454', code_postal: '' },
  ])

  // Good and bad answers are kept: nothing is asked twice, and an import that asks nothing uses them.
  geocodeur.received.length = 0
  const second = await run(LIEUX, EMPLOYEURS, '--out', out, '--geocode', '--if-changed')
  expect(second.output).toContain('aucune adresse nouvelle')
  expect(second.output).toContain('Rien n’a changé')
  const third = await run(LIEUX, EMPLOYEURS, '--out', out)
  expect(third.code).toBe(0)
  expect(positions()).toEqual(placed)

  const more = folder.write('lieux-2024-02-01.csv', lieuxCsv([{ nom: 'Neuf', adresse: '10 avenue Neuve' }]))
  await run(more, '--out', out, '--geocode', '--force')
  expect(geocodeur.received.flatMap(({ rows }) => rows.map(({ adresse }) => adresse))).toEqual(['10 avenue Neuve'])
  const past = await run('--from-archive', '2024-01-15', '--out', out, '--force')
  expect(past.code).toBe(0)
  expect(positions()).toEqual(placed)
  const [kept] = readdirSync(join(folder.path, 'vie', 'archive', 'geocodage'))
  expect(readFileSync(join(folder.path, 'vie', 'archive', 'geocodage', kept as string), 'utf8')).toContain('not-found')
})

test('a geocoder that is not there is said in one sentence, and the import publishes without it', async () => {
  const out = join(folder.path, 'absent', 'annuaire.sqlite')
  const { code, output } = await run(LIEUX, '--out', out, '--geocode', { GEOCODER_URL: 'http://127.0.0.1:1/geocodage' })
  expect(code).toBe(0)
  const said = output.split('\n').filter((line) => line.startsWith('Géocodage incomplet'))
  expect(said).toEqual([
    'Géocodage incomplet (connexion impossible ou coupée) : 2 adresses sans réponse, l’import continue sans. Relancez avec --geocode pour les redemander.',
  ])
  expect(read(out, 'SELECT count(*) AS n FROM lieu')).toEqual([{ n: 3 }])
})

test.each([
  ['the demonstration, which is invented', ['--demo'], {}, '--demo'],
  ['no geocoder', [LIEUX], { GEOCODER_URL: '' }, 'GEOCODER_URL est vide'],
  ['what is no address', [LIEUX], { GEOCODER_URL: 'data.geopf.fr' }, 'GEOCODER_URL n’est pas'],
])('--geocode with %s is a misuse, said so, and nothing is asked', async (_, args, env, sentence) => {
  const out = join(folder.path, 'non', 'annuaire.sqlite')
  const { code, output } = await run(...args, '--geocode', '--out', out, env)
  expect({ code, asked: geocodeur.received }).toEqual({ code: 2, asked: [] })
  expect(output).toContain(sentence)
})
