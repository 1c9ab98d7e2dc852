/**
 * The production server: `npm start`. Settings: PORT, HOST, DATABASE_PATH, PUBLIC_URL, TILE_URL with TILE_ATTRIBUTION,
 * GEOCODER_URL (empty: no street address is looked for), MEMORY_MIB (what is kept of answers), SOURCES_MAX_JOURS (how long a
 * source may be silent), METRICS_TOKEN (reads /metrics from elsewhere), and those of the legal page
 * (app/domain/citations/mentions.ts).
 * With `--dev`, pages come from their sources through Vite and change as they are written.
 */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import { tuilesOrigin } from '#app/domain/carte/tuiles.ts'
import { STARTER_SCRIPT } from '#app/starter.ts'
import { closeDatabases, openDatabase } from '#db/open.server.ts'
import { annonceOf } from './serve/annonce.ts'
import { type Config, readConfig } from './serve/config.ts'
import { startJournal } from './serve/journal.ts'
import { createServer, type ServerOptions } from './serve/server.ts'
import { stopperOf } from './serve/stop.ts'
import { createSuivi, type Suivi } from './serve/suivi.ts'
import { keepTicks } from './serve/ticks.ts'

const BUILD = fileURLToPath(new URL('../build', import.meta.url))
const OUVRIER = `${BUILD}/atelier/ouvrier.mjs`
const STOP_AFTER_MS = 15_000

async function main(): Promise<void> {
  const dev = process.argv.includes('--dev')
  process.env.NODE_ENV ||= dev ? 'development' : 'production'
  const config = readConfig(process.env)
  // Refused now rather than at the first visit.
  openDatabase(config.databasePath)
  const pages = dev ? await devPages() : await builtPages()
  const { port: _port, host: _host, ...settings } = config
  const suivi = startSuivi(config, pages.build)
  const headers = { tuilesOrigin: tuilesOrigin(config.tuiles), inlineScripts: dev ? null : [STARTER_SCRIPT] }
  const server = createServer({ ...headers, ...pages, ...settings, prepare: !dev, suivi })
  const stop = once(stopperOf(server))
  keepTicks()
  listen(server, config)
  // Said twice, by systemd and by npm, it is one wish to stop: a handler that was gone would let the second one kill.
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => stop(() => finish(suivi), STOP_AFTER_MS))
}

async function builtPages(): Promise<Pick<ServerOptions, 'build' | 'clientDirectory' | 'ouvrier' | 'version'>> {
  const entry = `${BUILD}/server/index.js`
  if (!existsSync(entry) || !existsSync(OUVRIER))
    throw new Error('Le site n’est pas construit : lancez « npm run build ».')
  const build: ServerBuild = await import(pathToFileURL(entry).href)
  const version = createHash('sha256').update(readFileSync(entry)).digest('hex')
  return { build, clientDirectory: `${BUILD}/client`, ouvrier: pathToFileURL(OUVRIER).href, version }
}

/** Lines are for a journal: in a terminal, and while one writes pages, they would hide the rest. */
function startSuivi({ databasePath, metricsToken }: Config, build: ServerOptions['build']): Suivi {
  const pages = typeof build === 'function' ? null : build
  const journal = pages === null || process.stdout.isTTY ? null : startJournal()
  return createSuivi({ databasePath, token: metricsToken, build: pages, journal })
}

/** Pages from their sources, through Vite: built again at each request, changed in the browser as they are written. */
async function devPages(): Promise<Pick<ServerOptions, 'build' | 'clientDirectory' | 'before' | 'ouvrier'>> {
  const { compileInto } = await import('./setup/compile.mjs')
  await compileInto('app/atelier/ouvrier.ts', 'build/atelier')
  const { createServer } = await import('vite')
  const vite = await createServer({ server: { middlewareMode: true } })
  const build = () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<unknown> as Promise<ServerBuild>
  return { build, clientDirectory: null, before: vite.middlewares, ouvrier: pathToFileURL(OUVRIER).href }
}

function listen(server: Server, { port, host, databasePath }: Config): void {
  server.on('error', (error: NodeJS.ErrnoException) => {
    fail(
      error.code === 'EADDRINUSE' ? `Le port ${port} est déjà pris : choisissez-en un autre avec PORT.` : error.message,
    )
  })
  server.listen(port, host, () => {
    console.log(`http://localhost:${(server.address() as AddressInfo).port}`)
    console.log(annonceOf(databasePath))
  })
}

function finish(suivi: Suivi): void {
  suivi.flush()
  closeDatabases()
  process.exit(0)
}

function once<T extends unknown[]>(run: (...args: T) => void): (...args: T) => void {
  let done = false
  return (...args) => {
    if (!done) run(...args)
    done = true
  }
}

function fail(sentence: string): void {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

await main().catch((error: Error) => fail(error.message))
