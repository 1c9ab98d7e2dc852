import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, writeFileSync } from 'node:fs'
import { get as httpGet, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { databaseOf, insertLieux, lieuRow, temporaryDirectory } from '#tests/support/database.ts'
import { pays } from '#tests/support/pays.ts'

const directory = temporaryDirectory()
const built = existsSync('build/serve/serve.mjs')
const started: ChildProcess[] = []
pays(`${directory.path}/good.sqlite`).$client.close()

afterAll(() => {
  for (const child of started) child.kill('SIGKILL')
  directory.remove()
})

function start(env: Record<string, string>, ...args: string[]) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/serve.ts', ...args], {
    env: { ...process.env, NODE_ENV: 'production', ...env },
  })
  started.push(child)
  const said = { out: '', err: '' }
  child.stdout.on('data', (chunk) => {
    said.out += chunk
  })
  child.stderr.on('data', (chunk) => {
    said.err += chunk
  })
  return { child, said }
}

async function ended(env: Record<string, string>) {
  const { child, said } = start(env)
  const [code] = await once(child, 'close')
  return { code, ...said }
}

const refused: [string, (path: string) => void, RegExp][] = [
  ['absent', () => undefined, /n’existe pas/],
  ['empty', (path) => writeFileSync(path, ''), /est vide/],
  ['of an older schema', (path) => databaseOf({ schema_version: '0' }, path).$client.close(), /autre version du site/],
]

test.each(refused)(
  'with a database that is %s the server says in one line what to run, and stops',
  async (name, make, expected) => {
    const path = `${directory.path}/${name.replaceAll(' ', '-')}.sqlite`
    make(path)
    const { code, out, err } = await ended({ DATABASE_PATH: path, PORT: '0' })
    expect([code, out]).toEqual([1, ''])
    expect(err).toMatch(expected)
    expect(err).toMatch(/^[^\n]*npm run import[^\n]*\n$/)
  },
)

test('a wrong setting is said in one line', async () => {
  const { code, err } = await ended({ DATABASE_PATH: `${directory.path}/good.sqlite`, PORT: 'trois' })
  expect([code, err]).toEqual([1, 'PORT n’est pas un port : trois\n'])
})

test.skipIf(!built)(
  'the built site says its address, answers, and ends when told to (needs npm run build)',
  async () => {
    const { child, said } = start({ DATABASE_PATH: `${directory.path}/good.sqlite`, PORT: '0', HOST: '127.0.0.1' })
    while (!/^Données/m.test(said.out)) await once(child.stdout, 'data')
    const [, port] = said.out.match(/^http:\/\/localhost:(\d+)\nDonnées/) ?? []
    const page = await fetch(`http://127.0.0.1:${port}/?departement=23`)
    expect([page.status, page.headers.get('content-security-policy')]).toEqual([
      200,
      expect.stringContaining('sha256-'),
    ])
    expect(await page.text()).toContain('Médiathèque de Guéret')
    child.kill('SIGTERM')
    expect(await once(child, 'close')).toEqual([0, null])
    expect(said.err).toBe('')
  },
)

test.skipIf(!built).each([
  ['to npm start', (pid: number) => process.kill(pid, 'SIGTERM')],
  ['to its group, as systemd does', (pid: number) => process.kill(-pid, 'SIGTERM')],
])('SIGTERM sent %s lets an answer that is being read end whole (needs npm run build)', async (name, send) => {
  const path = `${directory.path}/${name.replaceAll(/\W/g, '-')}.sqlite`
  const large = pays(path)
  insertLieux(
    large,
    Array.from({ length: 6000 }, (_, rang) => lieuRow({ numero: 1000 + rang, departementCode: '48' })),
  )
  large.$client.close()
  const child = spawn('npm', ['start', '--silent'], {
    detached: true,
    env: { ...process.env, NODE_ENV: 'production', DATABASE_PATH: path, PORT: '0', HOST: '127.0.0.1' },
  })
  started.push(child)
  const over = once(child, 'close').then(() => Promise.reject(new Error('npm start ended before it said its address')))
  const [line] = await Promise.race([once(child.stdout, 'data'), over])
  over.catch(() => undefined)
  const address = String(line).split('\n', 1)[0]?.replace('localhost', '127.0.0.1')
  const asked = httpGet(`${address}/api/v1/lieux.geojson`)
  const [answer] = (await once(asked, 'response')) as [IncomingMessage]
  answer.pause()
  send(child.pid as number)
  await sleep(2000)
  const chunks: Buffer[] = []
  for await (const chunk of answer) chunks.push(chunk as Buffer)
  const { features } = JSON.parse(Buffer.concat(chunks).toString()) as { features: unknown[] }
  expect(features).toHaveLength(6010)
  await expect(fetch(`${address}/sante`)).rejects.toThrow()
})

test.skipIf(!built)('a port already taken is said in one line (needs npm run build)', async () => {
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  const { port } = taken.address() as AddressInfo
  const { code, err } = await ended({
    DATABASE_PATH: `${directory.path}/good.sqlite`,
    PORT: String(port),
    HOST: '127.0.0.1',
  })
  taken.close()
  expect([code, err]).toEqual([1, `Le port ${port} est déjà pris : choisissez-en un autre avec PORT.\n`])
})

test('the site served from its sources hands its pages, its islands and the packages that they need', async () => {
  const env = { DATABASE_PATH: `${directory.path}/good.sqlite`, PORT: '0', HOST: '127.0.0.1', NODE_ENV: 'development' }
  const { child, said } = start(env, '--dev')
  const ended = once(child, 'close').then(() => Promise.reject(new Error(said.err)))
  // Vite may say before that it prepares packages again.
  const addressOf = () => /^http:\/\/localhost:\d+$/m.exec(said.out)?.[0]
  while (!addressOf()) await Promise.race([once(child.stdout, 'data'), ended])
  const origin = String(addressOf()).replace('localhost', '127.0.0.1')
  const read = async (path: string) => {
    const answer = await Promise.race([fetch(origin + path), ended])
    return { status: answer.status, text: await answer.text() }
  }
  expect((await read('/')).status).toBe(200)
  // Packages are prepared while the first answers are given: what is asked of them waits until they are.
  const { text } = await read('/app/components/map/map-island.tsx')
  const packages = [...text.matchAll(/"([^"]*\/deps\/[^"]*)"/g)].map(([, path]) => path ?? '')
  expect(packages).toContainEqual(expect.stringContaining('react-dom_client'))
  for (const path of packages) expect([path, (await read(path)).status]).toEqual([path, 200])
  child.kill('SIGKILL')
  await ended.catch(() => undefined)
})
