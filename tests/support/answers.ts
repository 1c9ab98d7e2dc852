/**
 * Says what a change alters of all that a visitor may be answered. It is run by hand around a large refactoring:
 *
 *     tsx tests/support/answers.ts save DIR --database PATH   asks the built site, writes each answer in DIR (new)
 *     tsx tests/support/answers.ts compare DIR1 DIR2          prints what differs, by kind; exits 1 when something does
 *
 * Save from a checkout of before and from one of after, each with its own build and its own import of the same files
 * (an import depends on the day: run it with `NODE_OPTIONS="--import $PWD/tests/support/horloge-arretee.mjs"` too).
 * The server's clock stands still and it calls no geocoder, so that two runs of the same code give the same bytes.
 * What each build names anew is not compared: hashes in the names of assets, ETag, the hash of the inline script,
 * and the marks of the database (`empreinte`, `schema`). Style sheets are compared under their names without hash;
 * scripts are not: the browser's tests try what they do.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { compare } from './answers-compare.ts'
import { type Question, questionsOf } from './answers-questions.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const PUBLIC_URL = 'https://exemple.fr'
const OF_THE_CONNECTION = ['connection', 'content-length', 'date', 'keep-alive', 'transfer-encoding']
const OF_THE_BUILD = ['etag', 'last-modified']

const { positionals, values } = parseArgs({ allowPositionals: true, options: { database: { type: 'string' } } })
const [command, first, second] = positionals
if (command === 'save' && first && values.database) await save(first, resolve(values.database))
else if (command === 'compare' && first && second) process.exitCode = compare(first, second) > 0 ? 1 : 0
else {
  console.error('answers.ts save DIR --database PATH | answers.ts compare DIR1 DIR2')
  process.exitCode = 2
}

async function save(folder: string, databasePath: string): Promise<void> {
  if (existsSync(folder)) throw new Error(`${folder} is there already: an answer of before could pass for one of now.`)
  const questions = questionsOf(databasePath)
  const server = startServer(databasePath)
  try {
    const origin = (await firstLine(server)).replace('localhost', '127.0.0.1')
    const sheets = new Set<string>()
    // One at a time: files handed in are refused when others are being checked.
    for (const question of questions) for (const sheet of await keep(folder, origin, question)) sheets.add(sheet)
    for (const path of [...sheets].sort()) await keep(folder, origin, { kind: 'sheet', path })
    console.log(`${questions.length + sheets.size} answers in ${folder}`)
  } finally {
    server.kill('SIGTERM')
  }
}

/** The environment is ours alone: a setting of whoever runs this would be in the answers. */
function startServer(databasePath: string): ChildProcess {
  const env = {
    ...{ PATH: process.env.PATH, NODE_ENV: 'production' as const, TZ: 'UTC' },
    ...{ PORT: '0', HOST: '127.0.0.1', PUBLIC_URL, GEOCODER_URL: '', DATABASE_PATH: databasePath },
  }
  const clock = ['--import', './tests/support/horloge-arretee.mjs']
  const args = [...clock, 'build/serve/serve.mjs']
  return spawn(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'inherit'] })
}

function firstLine(server: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    server.stdout?.once('data', (bytes: Buffer) => done(String(bytes).trim().split('\n')[0] ?? ''))
    server.once('exit', (code) =>
      fail(new Error(`The server stopped with ${code}: is the site built (npm run build)?`)),
    )
  })
}

/** Asks, and writes the answer in a file of its own; gives the paths of the style sheets that it names. */
async function keep(folder: string, origin: string, { kind, path, said = 'GET', init }: Question): Promise<string[]> {
  const headers = { 'accept-encoding': 'identity', ...(init?.headers as Record<string, string>) }
  const response = await fetch(origin + path, { redirect: 'manual', ...init, headers })
  const bytes = Buffer.from(await response.arrayBuffer())
  const lines = [...response.headers].flatMap(([name, value]) => header(name, value))
  const body = isText(response) ? bytes.toString() : `sha256 ${sha256(bytes)}, ${bytes.length} bytes`
  const asked = withoutBuild(`${said} ${path}`)
  mkdirSync(join(folder, kind), { recursive: true })
  // The name tells a person what was asked, the hash tells long or strange paths apart.
  const name = `${asked.replace(/[^\w.=-]+/g, '_').slice(0, 100)}-${sha256(Buffer.from(asked)).slice(0, 8)}.txt`
  const text = withoutBuild([asked, response.status, ...lines, '', body].join('\n').replaceAll(origin, ''))
  writeFileSync(join(folder, kind, name), text)
  return kind === 'sheet' ? [] : (body.match(/\/assets\/[\w.-]+\.css/g) ?? [])
}

/** A header as written: that there is an ETag is part of the answer, which one is not. */
function header(name: string, value: string): string[] {
  if (OF_THE_CONNECTION.includes(name)) return []
  return [`${name}: ${OF_THE_BUILD.includes(name) ? '*' : value}`]
}

function isText({ headers }: Response): boolean {
  return /^text\/|json|xml|javascript/.test(headers.get('content-type')?.replace('openxmlformats', '') ?? 'text/')
}

function withoutBuild(text: string): string {
  return text
    .replace(/(\/assets\/[\w.-]+)-[\w-]{8}(\.\w+)/g, '$1-*$2')
    .replace(/'sha256-[\w+/=]+'/g, "'sha256-*'")
    .replace(/"(empreinte|construite_le)":"[^"]*"/g, '"$1":"*"')
    .replace(/"schema":\d+/g, '"schema":*')
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}
