import { readdirSync, renameSync } from 'node:fs'
import http from 'node:http'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeDatabases } from '#db/open.server.ts'
import { siteBuild } from '#tests/pages/site.ts'
import { pays } from '#tests/support/pays.ts'
import { startServer } from '#tests/support/server.ts'
import { combien, dire, ENTIER } from './echelle.ts'

const LECTEURS = 8
/** Answers that name several places each: all of one edition, or mixed. A page costs what many answers of the API do. */
const PAGES = [
  ...Array(7).fill('/api/v1/lieux'),
  ...Array(7).fill('/api/v1/lieux.csv'),
  ...['/api/v1/lieux.geojson', '/lieux/gueret-mediatheque', '/departements/23', '/?departement=23'],
] as string[]

let server: Awaited<ReturnType<typeof startServer>>
beforeAll(async () => {
  server = await startServer({ build: await siteBuild() })
  poser(0)
})
afterAll(async () => {
  await server.stop()
  closeDatabases()
})

/** Puts a database in the place of the one that is served, as an import does: every place bears its edition. */
function poser(edition: number): void {
  const path = `${server.databasePath}.${edition}`
  const db = pays(path)
  db.$client.exec(`UPDATE lieu SET nom = nom || ' édition ${edition}.';
    UPDATE meta SET valeur = 'e-${edition}' WHERE cle = 'empreinte'`)
  db.$client.close()
  renameSync(path, server.databasePath)
}

/** Readers that ask without a rest until `enough`; each answer is given whole to `onAnswer`. */
async function lire(enough: () => boolean, onAnswer: (editions: Set<string>, begun: number) => void): Promise<number> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: LECTEURS })
  let reads = 0
  await Promise.all(
    Array.from({ length: LECTEURS }, async (_, lecteur) => {
      for (let i = lecteur; !enough(); i += 1) {
        const begun = performance.now()
        const { status, text } = await get(PAGES[i % PAGES.length] as string, agent)
        expect(status).toBe(200)
        reads += 1
        onAnswer(new Set([...text.matchAll(/édition (\d+)/g)].map(([, edition]) => edition as string)), begun)
      }
    }),
  )
  agent.destroy()
  return reads
}

function get(path: string, agent: http.Agent): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const request = http.get({ port: server.port, host: '127.0.0.1', path, agent }, async (response) => {
      const chunks: Buffer[] = []
      for await (const chunk of response) chunks.push(chunk as Buffer)
      resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() })
    })
    request.on('error', reject)
  })
}

test('databases swapped under readers: no error, and no answer of two of them', async () => {
  const bascules = combien(20)
  const lectures = combien(25_000)
  const delais: number[] = []
  let [lues, edition, posee] = [0, 0, 0]
  const reads = await lire(
    () => lues >= lectures && delais.length >= bascules,
    (editions, begun) => {
      lues += 1
      expect(editions.size).toBe(1)
      const [seen] = editions
      if (Number(seen) === edition && delais.length < edition) delais.push(performance.now() - posee)
      // Once the new one is there, none that is asked for later is of the one before.
      if (delais.length === edition && begun > posee + (delais.at(-1) ?? 0)) expect(seen).toBe(String(edition))
      if (edition >= bascules || delais.length < edition || lues < (edition * lectures) / bascules) return
      edition += 1
      poser(edition)
      posee = performance.now()
    },
  )
  const sorted = delais.toSorted((a, b) => a - b)
  const ms = (value = 0) => `${Math.round(value)} ms`
  dire(
    `Bascules : ${edition} sous ${LECTEURS} lecteurs, ${reads} lectures, aucune erreur, aucune page de deux bases ; la nouvelle est lue en ${ms(sorted[Math.floor(sorted.length / 2)])} à la médiane, ${ms(sorted.at(-1))} au pire`,
  )
  expect(delais).toHaveLength(bascules)
}, 1_800_000)

setFlagsFromString('--expose-gc')
const gc = runInNewContext('gc') as () => void

/** Mebibytes that are kept once what is no more needed is away; open files. */
function peser(): { mio: number; fichiers: number } {
  gc()
  const { heapUsed, external } = process.memoryUsage()
  return { mio: (heapUsed + external) / 2 ** 20, fichiers: openFiles() }
}

/** Of this process; where the system does not list them, none is counted. */
function openFiles(): number {
  try {
    return readdirSync('/proc/self/fd').length
  } catch {
    return 0
  }
}

test('at full load, neither memory nor open files grow', async () => {
  const secondes = ENTIER ? 180 : 1.5
  const pour = (ms: number) => {
    const fin = performance.now() + ms
    return lire(
      () => performance.now() > fin,
      () => {},
    )
  }
  await pour((secondes * 1000) / 3)
  const avant = peser()
  const reads = await pour((secondes * 2000) / 3)
  const apres = peser()
  dire(
    `Charge pleine, ${secondes} s : ${reads} lectures dans les deux derniers tiers ; mémoire gardée ${avant.mio.toFixed(0)} puis ${apres.mio.toFixed(0)} Mio, fichiers ouverts ${avant.fichiers} puis ${apres.fichiers}`,
  )
  // What is kept in memory has a bound, that a third of the time has reached.
  expect(apres.mio).toBeLessThan(avant.mio * 1.1 + 16)
  expect(apres.fichiers).toBeLessThanOrEqual(avant.fichiers + LECTEURS)
}, 1_800_000)
