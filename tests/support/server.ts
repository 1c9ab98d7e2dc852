import { mkdirSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import net, { type AddressInfo } from 'node:net'
import { TUILES_IGN, tuilesOrigin } from '#app/domain/carte/tuiles.ts'
import { SANS_MENTIONS } from '#app/domain/citations/mentions.ts'
import { createServer, type ServerOptions } from '#scripts/serve/server.ts'
import { OUVRIER } from './atelier.ts'
import { temporaryDirectory } from './database.ts'
import { smallBuild } from './pages.ts'
import { pays } from './pays.ts'

export const STARTER = "console.log('starter')"
type Answer = { status: number; headers: http.IncomingHttpHeaders; body: Buffer }

/** The production server on a port of its own, with the small country and the small build unless `given` otherwise. */
export async function startServer(given: Partial<ServerOptions> = {}) {
  const directory = temporaryDirectory()
  const databasePath = `${directory.path}/annuaire.sqlite`
  pays(databasePath).$client.close()
  const clientDirectory = `${directory.path}/client`
  mkdirSync(`${clientDirectory}/assets`, { recursive: true })
  writeFileSync(`${clientDirectory}/assets/app-1a2b.js`, 'export {}')
  writeFileSync(`${clientDirectory}/robots.txt`, 'User-agent: *')
  const options = {
    tuiles: TUILES_IGN,
    mentions: SANS_MENTIONS,
    tuilesOrigin: tuilesOrigin(TUILES_IGN),
    inlineScripts: [STARTER],
    geocoderUrl: null,
    publicUrl: 'https://exemple.fr',
    ouvrier: OUVRIER,
  }
  const server = createServer({ ...options, build: smallBuild(), clientDirectory, databasePath, ...given })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const stop = async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    directory.remove()
  }
  return { port, databasePath, stop, keepAliveTimeout: server.keepAliveTimeout }
}

/** A request as written: `path` is sent as it is, undecoded, and nothing is decompressed. */
export function ask(port: number, path: string, options: http.RequestOptions = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = http.request({ port, host: '127.0.0.1', path, ...options }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) })
      })
    })
    request.on('error', reject)
    request.end()
  })
}

/** Bytes sent as they are, for what no HTTP client would send; resolves with the bytes of the answer. */
export function send(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = net.connect(port, '127.0.0.1', () => socket.write(bytes))
    let answer = ''
    socket.on('data', (chunk) => {
      answer += chunk.toString()
    })
    socket.on('close', () => resolve(answer))
    socket.on('error', (error) => (answer ? resolve(answer) : reject(error)))
  })
}
