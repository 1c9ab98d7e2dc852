import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openReadOnly } from '#db/connect.server.ts'
import { avecFichier, envoi, PAGE } from '#tests/support/envoi.ts'
import { importInto } from '#tests/support/served.ts'
import { answers, freePort, hasNginx, startNginx, writeConf } from '../nginx.ts'

const DEMO = readdirSync('data/demo').map((name) => `data/demo/${name}`)
const replicas = new Map<number, ChildProcess>()
let nginx: ChildProcess | undefined
const imported = importInto(['--demo'])
const folder = `${imported.path}.nginx`
let ports: { nginx: number; replicas: [number, number] }
let url = ''

async function startReplica(port: number): Promise<void> {
  const settings = { PORT: String(port), HOST: '127.0.0.1', DATABASE_PATH: imported.path, GEOCODER_URL: '' }
  const env = { ...process.env, ...settings, NODE_ENV: 'production' as const }
  const child = spawn(process.execPath, ['build/serve/serve.mjs'], { env, stdio: 'ignore' })
  replicas.set(port, child)
  await answers(`http://127.0.0.1:${port}/sante`)
}

beforeAll(async () => {
  if (!hasNginx) return
  ports = { nginx: await freePort(), replicas: [await freePort(), await freePort()] }
  url = `http://127.0.0.1:${ports.nginx}`
  await Promise.all(ports.replicas.map(startReplica))
  nginx = await startNginx(writeConf(folder, ports.nginx, ports.replicas), ports.nginx)
})

afterAll(() => {
  for (const child of replicas.values()) child.kill('SIGKILL')
  nginx?.kill()
  imported.remove()
})

/** Addresses that a page or a file has: the first of each kind, then places until there are enough. */
function mixedAddresses(many: number): string[] {
  const db = openReadOnly(imported.path)
  const { $client } = db
  const departements = $client.prepare<[], string>('SELECT code FROM departement ORDER BY code').pluck().all()
  const lieux = $client.prepare<[], string>('SELECT id FROM lieu ORDER BY id').pluck().all()
  $client.close()
  const fixed = ['/', '/besoins', '/couverture', '/departements', '/methode', '/a-propos', '/api/v1/couverture']
  const lists = departements.slice(0, 60).flatMap((code) => [`/departements/${code}`, `/?departement=${code}`])
  return [...fixed, ...lists, ...lieux.map((id) => `/lieux/${id}`)].slice(0, many)
}

async function read(path: string): Promise<{ status: number; cache: string | null; headers: Headers }> {
  const response = await fetch(url + path)
  await response.arrayBuffer()
  return { status: response.status, cache: response.headers.get('x-cache'), headers: response.headers }
}

/** Everything that nginx has written: its journal, its cache, its temporary files. */
function written(): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
  const own = files.filter(({ name }) => name !== 'nginx.conf' && name !== 'nginx.pid')
  return own.map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'latin1')).join('\n')
}

describe.skipIf(!hasNginx)('nginx before two replicas (needs nginx: apt-get install nginx)', () => {
  test('two hundred addresses asked three times within a minute come from the cache, but for the first time', async ({
    skip,
  }) => {
    const addresses = mixedAddresses(200)
    expect(addresses.length).toBe(200)
    const first = await read('/departements')
    if (!first.headers.get('cache-control')?.includes('s-maxage')) skip('the pages of this version say s-maxage=0')
    const start = performance.now()
    for (const path of addresses) expect([path, (await read(path)).status]).toEqual([path, 200])
    let hits = 0
    for (const path of [...addresses, ...addresses]) hits += (await read(path)).cache === 'HIT' ? 1 : 0
    const seconds = (performance.now() - start) / 1000
    console.log(`${hits} of 400 second and third reads came from the cache, in ${seconds.toFixed(1)} s`)
    expect(hits).toBeGreaterThanOrEqual(380)
  })

  test('a position is kept nowhere, nor is what was asked written', async () => {
    for (const path of ['/?lat=46.1712&lon=1.8713', '/?lat=46.1712&lon=1.8713', '/departements?secret=1234567'])
      expect((await read(path)).cache).not.toBe('HIT')
    await sleep(200)
    const all = written()
    expect(all).toContain('"path":"/departements"')
    expect(['lat=', '46.17', '"127.0.0.1'].filter((text) => all.includes(text))).toEqual([])
    expect(readFileSync(`${folder}/access.log`, 'utf8')).not.toContain('1234567')
  })

  test('a file of 5 MB reaches the checker', async () => {
    const header = 'id,nom,adresse,code_postal,commune\n'
    const row = '1,Mairie de Guéret,1 esplanade François Mitterrand,23000,Guéret\n'
    const csv = header + row.repeat(Math.floor((4_990_000 - header.length) / Buffer.byteLength(row)))
    const response = await fetch(`${url}${PAGE}`, envoi(avecFichier(csv)))
    // Its columns are those of no kind: it was read to say so.
    expect([response.status, await response.text()]).toEqual([400, expect.stringMatching(/Colonnes vues.: id, nom/)])
  })

  test('the figures of the site are not for everyone', async () => {
    expect((await read('/metrics')).status).toBe(404)
  })

  test('a replica that dies is not seen by whoever reads, and comes back into use', async () => {
    const statuses = new Map<number, number>()
    for (let i = 0; i < 500; i += 1) {
      if (i === 100) replicas.get(ports.replicas[0])?.kill('SIGKILL')
      const { status } = await read(`/sante?${i}`)
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
    }
    expect([...statuses]).toEqual([[200, 500]])
    await startReplica(ports.replicas[0])
  })

  test('a new import is read by both replicas within five seconds', async () => {
    const before = await empreintes()
    const next = importInto(DEMO.filter((path) => !path.includes('structures')))
    const start = performance.now()
    renameSync(next.path, imported.path)
    let after = before
    while (after.some((one) => before.includes(one)) && performance.now() - start < 5000) {
      await sleep(50)
      after = await empreintes()
    }
    console.log(`the new database is read by both after ${Math.round(performance.now() - start)} ms`)
    expect([new Set(after).size, after[0] === before[0]]).toEqual([1, false])
    next.remove()
  })

  test('without any replica, one sentence in French', async () => {
    for (const child of replicas.values()) child.kill('SIGKILL')
    const response = await fetch(`${url}/sante`)
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '30'])
    expect(await response.text()).toContain('Réessayez dans une minute')
  })
})

async function empreintes(): Promise<string[]> {
  const asked = ports.replicas.map(async (port) => {
    const { empreinte } = (await (await fetch(`http://127.0.0.1:${port}/sante`)).json()) as { empreinte: string }
    return empreinte
  })
  return Promise.all(asked)
}
