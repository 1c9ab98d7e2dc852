// On each Node that people have, in a fresh clone of the last commit: installs, imports, builds, serves, and replaces the
// database under readers. `npm run test:nodes -- 24 26 --short` leaves the tests of `db` and `import` out, and most
// of the minute.
import { spawn, spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { say } from './setup/dependencies.mjs'
import { ROOT } from './setup/hash.mjs'
import { TESTED } from './setup/node.mjs'
import { fetchNode } from './setup/nodes.mjs'

const PAGES = [
  '/',
  '/?ruralite=rural',
  '/?departement=29',
  '/besoins',
  '/departements',
  '/departements/66',
  '/communes/66136',
  '/couverture',
  '/evolution',
  '/api/v1/couverture',
]
const LIEUX = 'data/demo/lieux-demonstration-2026-06-30.csv'
const WARNING = /\bwarn|deprecat/i

const short = process.argv.includes('--short')
const asked = process.argv.slice(2).filter((word) => /^\d+$/.test(word))
const majors = asked.length > 0 ? asked : Object.keys(TESTED).filter((major) => Number(major) >= 22)
const failures = []
for (const major of majors) await tryNode(major).catch((error) => failures.push(`Node ${major}: ${error.message}`))
for (const failure of failures) console.error(failure)
console.log(`${majors.length - failures.length} Node passed, ${failures.length} failed`)
process.exit(failures.length > 0 ? 1 : 0)

async function tryNode(major) {
  const node = fetchNode(major, join(ROOT, '.cache', 'nodes', major))
  const clone = mkdtempSync(join(tmpdir(), `node-${major}-`))
  // Whatever was compiled here is of another Node: nothing may be compiled there.
  const env = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH}`, CC: 'false', CXX: 'false' }
  const place = { cwd: clone, env }
  try {
    say(`Node ${readVersion(node)}`)
    timed('clone', () => run('git', ['clone', '--quiet', '--depth', '1', `file://${ROOT}`, clone], { cwd: ROOT }))
    timed('npm ci', () => run('npm', ['ci', '--no-audit', '--no-fund'], place))
    timed('import', () => run('npm', ['run', '--silent', 'import', '--', '--demo'], place))
    timed('build', () => run('npm', ['run', '--silent', 'build'], place))
    timed('check', () => run('npm', ['run', '--silent', 'check', '--', LIEUX], place, [0, 1]))
    await timed('serve', () => serveAndReplace(node, place, short ? 10_000 : 60_000))
    if (!short) timed('tests of db and import', () => run('npx', ['vitest', 'run', 'tests/db', 'tests/import'], place))
  } finally {
    rmSync(clone, { recursive: true, force: true })
  }
}

function readVersion(node) {
  return spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim()
}

/** Readers ask pages while the database is renamed over five times, with pauses in which Node collects; then it ends. */
async function serveAndReplace(node, { cwd, env }, duration) {
  const database = join(cwd, 'data', 'annuaire.sqlite')
  const said = []
  const server = spawn(node, ['build/serve/serve.mjs'], { cwd, env: { ...env, PORT: '0' } })
  const ended = new Promise((resolve) => server.once('exit', (code, signal) => resolve(code ?? signal)))
  const url = await new Promise((resolve, reject) => {
    server.stderr.on('data', (text) => said.push(String(text)))
    server.stdout.on('data', (text) => {
      const address = /http:\/\/localhost:\d+/.exec(String(text))
      if (address) resolve(address[0])
    })
    server.once('exit', () => reject(new Error(`the server did not start: ${said.join('')}`)))
  })
  let reads = 0
  for (let turn = 0; turn < 5; turn += 1) {
    const until = Date.now() + duration / 10
    while (Date.now() < until) {
      const answers = await Promise.all(
        PAGES.map((page) => fetch(url + page).then((answer) => answer.text().then(() => answer))),
      )
      const wrong = answers.find(({ status }) => status !== 200)
      if (wrong) throw new Error(`${wrong.url} answered ${wrong.status}`)
      reads += answers.length
    }
    copyFileSync(database, `${database}.next`)
    renameSync(`${database}.next`, database)
    await sleep(duration / 10)
  }
  server.kill('SIGTERM')
  const code = await ended
  if (code !== 0) throw new Error(`the server ended with ${code}: ${said.join('')}`)
  refuseWarnings(said.join(''))
  console.log(`  ${reads} pages read, 5 databases`)
}

function run(command, args, options, allowed = [0]) {
  const { status, signal, stdout, stderr } = spawnSync(command, args, {
    ...options,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
  if (!allowed.includes(status))
    throw new Error(`${command} ${args.join(' ')} ended with ${status ?? signal}:\n${stdout}${stderr}`)
  refuseWarnings(stderr)
}

function refuseWarnings(text) {
  const warning = text.split('\n').find((line) => WARNING.test(line))
  if (warning) throw new Error(`a warning: ${warning}`)
}

function timed(name, step) {
  const start = performance.now()
  const tell = () => console.log(`  ${name}: ${((performance.now() - start) / 1000).toFixed(1)} s`)
  const done = step()
  if (done instanceof Promise) return done.then(tell)
  tell()
}
