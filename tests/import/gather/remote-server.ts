import { mkdirSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { workFolder } from '#tests/import/files.ts'

export type Answer = (response: ServerResponse, request: IncomingMessage) => void

/** A publisher on this machine: answers by path, each time with the next answer of its list, then always the last. */
export async function startPublisher(port = 0) {
  const answers = new Map<string, Answer[]>()
  const asked: IncomingMessage[] = []
  const server: Server = createServer((request, response) => {
    asked.push(request)
    const list = answers.get(request.url ?? '') ?? []
    const answer = list.length > 1 ? list.shift() : list[0]
    if (answer) answer(response, request)
    else response.writeHead(404).end()
  })
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    base,
    /** What was asked of a path. */
    asked: (path: string) => asked.filter(({ url }) => url === path),
    on: (path: string, ...list: Answer[]) => {
      answers.set(path, list)
      return base + path
    },
    async close() {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

/** A publisher and a folder with a `tmp` in it, which are there for the tests of a file and gone after them. */
export async function withPublisher() {
  const folder = workFolder()
  mkdirSync(join(folder.path, 'tmp'))
  const publisher = await startPublisher()
  afterAll(async () => {
    await publisher.close()
    folder.remove()
  })
  return { folder, publisher }
}

export const sends =
  (body: string | Buffer, headers: Record<string, string> = {}, status = 200): Answer =>
  (response) => {
    const length = headers['transfer-encoding'] ? {} : { 'content-length': Buffer.byteLength(body) }
    response.writeHead(status, { 'content-type': 'text/csv', ...length, ...headers }).end(body)
  }

export const redirects =
  (location: string, status = 302): Answer =>
  (response) =>
    response.writeHead(status, { location }).end()

/** Answers 304 to whoever has `etag` already. */
export const sendsUnlessKnown =
  (body: string, etag: string): Answer =>
  (response, request) => {
    if (request.headers['if-none-match'] === etag) response.writeHead(304, { etag }).end()
    else sends(body, { etag })(response, request)
  }

export const hangs: Answer = () => {}

/** Sends the start of a body and its length, then nothing more. */
export const stalls =
  (start: string, length = start.length + 1000): Answer =>
  (response) => {
    response.writeHead(200, { 'content-type': 'text/csv', 'content-length': String(length) })
    response.write(start)
  }

/** Says a length, or sends by chunks when it has none to say, and closes before the end. */
export const cuts =
  (start: string, headers: Record<string, string> = {}): Answer =>
  (response) => {
    response.writeHead(200, { 'content-type': 'text/csv', ...headers })
    response.write(start, () => setTimeout(() => response.socket?.destroy(), 5))
  }
