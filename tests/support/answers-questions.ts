import { readFileSync } from 'node:fs'
import { openReadOnly } from '#db/connect.server.ts'
import { PATTERNS } from './answers-urls.ts'
import { avecFichier, CORRIGE, envoi, formulaire, PAGE, RAPPORT } from './envoi.ts'

/** Something to ask the site. `kind` is what it tries; `said`, how it is sent when that is more than its path. */
export type Question = { kind: string; path: string; said?: string; init?: RequestInit }

/** Of what a query gives, in its order, this many are chosen, every Nth: the same for the same published files. */
const CHOICES: Record<string, [many: number, sql: string]> = {
  lieu: [20, `SELECT id FROM lieu WHERE reseau = 'conseiller-numerique' ORDER BY id`],
  voisin: [5, `SELECT id FROM lieu WHERE reseau <> 'conseiller-numerique' ORDER BY id`],
  // One of each way to be placed and to find an employer: a choice at random would miss the rare ones.
  rare: [20, 'SELECT min(id) FROM lieu GROUP BY reseau, precision, rapprochement, itinerant ORDER BY 1'],
  retour: [1, 'SELECT id FROM lieu ORDER BY id'],
  reuni: [3, 'SELECT id FROM lieu_ancien WHERE vers_id IS NOT NULL ORDER BY id'],
  disparu: [3, `SELECT id FROM lieu_ancien WHERE vers_id IS NULL AND reseau = 'conseiller-numerique' ORDER BY id`],
  ailleurs: [2, `SELECT id FROM lieu_ancien WHERE vers_id IS NULL AND reseau <> 'conseiller-numerique' ORDER BY id`],
  avec: [5, 'SELECT cle FROM structure WHERE lieux > 0 ORDER BY cle'],
  sans: [3, 'SELECT cle FROM structure WHERE lieux = 0 ORDER BY cle'],
  commune: [6, 'SELECT DISTINCT commune_code FROM lieu WHERE commune_code IS NOT NULL ORDER BY 1'],
  vide: [
    2,
    'SELECT code FROM commune c WHERE NOT EXISTS (SELECT 1 FROM lieu WHERE commune_code = c.code) ORDER BY code',
  ],
  ancienne: [2, 'SELECT code FROM commune_ancienne ORDER BY code'],
  epci: [3, 'SELECT DISTINCT epci_code FROM commune WHERE epci_code IS NOT NULL ORDER BY 1'],
  numeros: [1, `SELECT group_concat(numero) FROM (SELECT numero FROM lieu ORDER BY id LIMIT 20)`],
  region: [3, `SELECT '?region=' || replace(nom, ' ', '+') FROM region ORDER BY code`],
  // Both ways round: the page puts them right.
  periode: [
    6,
    `SELECT DISTINCT '?de=' || avant.millesime || '&a=' || apres.millesime FROM source avant, source apres
     WHERE avant.kind = 'structures' AND apres.kind = 'structures' AND avant.millesime <> apres.millesime ORDER BY 1`,
  ],
}

/** Every question that is asked of the site of a database, each once. */
export function questionsOf(databasePath: string): Question[] {
  const { $client } = openReadOnly(databasePath)
  const choices = Object.entries(CHOICES).map(([name, [many, sql]]) => {
    return [name, everyNth($client.prepare<[], string>(sql).pluck().all(), many)] as const
  })
  $client.close()
  const chosen = new Map<string, string[]>(choices)
  const read = Object.entries(PATTERNS).flatMap(([kind, patterns]) => {
    const paths = new Set(patterns.flatMap((pattern) => expand(pattern, chosen)))
    return [...paths].map((path) => ({ kind, path }))
  })
  return [...read, ...otherwise(), ...sent()]
}

function everyNth<T>(all: readonly T[], many: number): T[] {
  const step = Math.max(1, Math.floor(all.length / many))
  return all.filter((_, rang) => rang % step === 0).slice(0, many)
}

function expand(pattern: string, chosen: ReadonlyMap<string, string[]>): string[] {
  const [, before = '', inside, after = ''] = /^([^{]*)\{([^}]*)\}(.*)$/.exec(pattern) ?? []
  if (inside === undefined) return [pattern]
  const values = inside.split('|').flatMap((one) => {
    const [, prefix = '', name] = /^([^$]*)\$(\w+)$/.exec(one) ?? []
    return name === undefined ? [one] : (chosen.get(name) ?? []).map((value) => prefix + value)
  })
  return values.flatMap((value) => expand(before + value + after, chosen))
}

/** Paths that are asked otherwise than a page is: what answers them is not what answers a page. */
function otherwise(): Question[] {
  const ask = (kind: string, method: string, path: string, headers: Record<string, string> = {}): Question => {
    const said = [method, ...Object.values(headers)].join(' ')
    return { kind, path, said, init: { method, headers } }
  }
  return [
    ...['/', '/points.json', '/lieux/zzzzzzzzzz', '/couverture/carte.png'].map((path) => ask('head', 'HEAD', path)),
    ...['/', '/api/v1/lieux', '/points.json'].map((path) => ask('405', 'POST', path)),
    ...['/lieux/zzzzzzzzzz', PAGE].map((path) => ask('405', 'DELETE', path)),
    ...[PAGE, RAPPORT].map((path) => ask('403', 'POST', path, { 'sec-fetch-site': 'cross-site' })),
    ask('400', 'POST', PAGE, { 'content-type': 'text/plain' }),
    ask('map', 'GET', '/points.json', { 'accept-encoding': 'br' }),
    ask('map', 'GET', '/points.json', { 'accept-encoding': 'gzip' }),
  ]
}

const FILES = [
  'tests/fixtures/lieux-defauts.csv',
  'tests/fixtures/structures-defauts.csv',
  'data/demo/lieux-france-services-demonstration-2026-06-30.csv',
]

/** Files handed in to be checked: good ones, and some that are refused. */
function sent(): Question[] {
  const text = 'nom;commune;code_postal\nMairie;Guéret;23000\n'
  const bodies: [said: string, body: Buffer][] = [
    ...FILES.map((path): [string, Buffer] => [
      path,
      avecFichier(readFileSync(new URL(`../../${path}`, import.meta.url))),
    ]),
    [
      'pasted',
      formulaire([
        { nom: 'texte', contenu: text },
        { nom: 'type', contenu: 'lieux' },
      ]),
    ],
    ['unknown columns', avecFichier('a;b\n1;2\n')],
    ['empty', avecFichier('')],
    ['workbook', avecFichier('PK\u0003\u0004')],
  ]
  return [PAGE, RAPPORT, CORRIGE].flatMap((path) =>
    bodies.map(([said, body]) => ({ kind: 'verifier', path, said: `POST ${said}`, init: envoi(body) })),
  )
}
