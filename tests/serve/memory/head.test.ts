import http, { type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import net, { type AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { headOf, KEEP_ALIVE_MS, sendWith } from '#scripts/serve/memory/head.ts'
import { keptOf } from '#scripts/serve/memory/kept.ts'
import type { Made } from '#scripts/serve/memory/made.ts'

const BODY = Buffer.from('Une page, accentuée.\n')
const PAIRS = ['ETag', 'W/"a"', 'Content-Type', 'text/html; charset=utf-8', 'Content-Length', String(BODY.length)]
const bodyFor = (req: IncomingMessage) => (req.method === 'HEAD' ? undefined : BODY)

/** The same answer written by Node, and by us. */
const ANSWERS: Record<string, RequestListener> = {
  '/node': (req, res) => res.writeHead(200, PAIRS).end(bodyFor(req)),
  '/page': (req, res) => sendWith(res, 200, headOf(200, PAIRS, Date.now()), bodyFor(req)),
  '/node304': (_, res) => res.writeHead(304, PAIRS.slice(0, 2)).end(),
  '/page304': (_, res) => sendWith(res, 304, headOf(304, PAIRS.slice(0, 2), Date.now())),
  '/counted': (_, res) => {
    res.setHeader('RateLimit', '"default";r=2')
    sendWith(res, 200, headOf(200, PAIRS, Date.now()), BODY)
  },
  '/elsewhere': (_, res) => {
    const get = (_: ServerResponse, name: keyof ServerResponse | '_header') => {
      const own = name === '_header' ? undefined : res[name]
      return typeof own === 'function' ? own.bind(res) : own
    }
    sendWith(new Proxy(res, { get: get as ProxyHandler<ServerResponse>['get'] }), 200, headOf(200, PAIRS, 0), BODY)
  },
}

test.each([
  ['Content-Disposition', 'attachment\r\nSet-Cookie: a=1'],
  ['X-Nom', 'Œuvre'],
  ['X Nom', 'a'],
])('what may not stand in a head is refused before it is written: %s', (name, value) => {
  const made: Made = { status: 200, headers: [[name, value]], bodies: {}, tenue: { jusqua: null, etats: false } }
  expect(() => keptOf(made, { body: BODY, encoding: 'identity', since: 0, etag: null, common: [] })).toThrow(
    /[Hh]eader/,
  )
})

describe('head of an answer', () => {
  const server = http.createServer((req, res) => ANSWERS[req.url ?? '']?.(req, res))
  server.keepAliveTimeout = KEEP_ALIVE_MS
  beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
  afterAll(() => void server.closeAllConnections())

  /** All that comes for what is written on one connection, until nothing follows. */
  function exchange(text: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const socket = net.connect((server.address() as AddressInfo).port, '127.0.0.1', () => socket.write(text))
      let said = ''
      socket.setTimeout(300, () => socket.destroy())
      socket.on('data', (bytes) => {
        said += bytes
      })
      socket.on('close', () => resolve(said))
      socket.on('error', reject)
    })
  }

  const undated = (said: string) => said.replace(/^Date: .* GMT\r$/gm, 'Date: …\r')
  const ask = (method: string, path: string, more = '', version = '1.1') =>
    `${method} ${path} HTTP/${version}\r\nHost: ici\r\n${more}\r\n`

  test.each([
    ['a page', 'GET', '', '1.1'],
    ['its headers alone', 'HEAD', '', '1.1'],
    ['for who leaves after it', 'GET', 'Connection: close\r\n', '1.1'],
    ['to an old proxy', 'GET', '', '1.0'],
    ['to an old proxy that stays', 'GET', 'Connection: keep-alive\r\n', '1.0'],
    ['to who waits for a word first', 'GET', 'Expect: 100-continue\r\n', '1.1'],
  ])('%s is byte for byte what Node writes', async (_, method, more, version) => {
    const [node = '', ours = ''] = await Promise.all(
      ['/node', '/page'].map((path) => exchange(ask(method, path, more, version)).then(undated)),
    )
    expect(ours).toBe(node)
    expect(ours).toMatch(/^HTTP\/1\.1 (?:200|100)/)
    expect(ours.endsWith('accentuée.\n')).toBe(method === 'GET')
  })

  test('an answer found unchanged is byte for byte what Node writes', async () => {
    const [node, ours] = await Promise.all(
      ['/node304', '/page304'].map((path) => exchange(ask('GET', path)).then(undated)),
    )
    expect(ours).toBe(node)
    expect(ours).toMatch(/^HTTP\/1\.1 304 Not Modified\r\n/)
  })

  test('several asked at once on one connection come whole, in their order', async () => {
    const paths = (page: string) => [page, `${page}304`, page, page].map((path) => ask('GET', path)).join('')
    const [node, ours] = [undated(await exchange(paths('/node'))), undated(await exchange(paths('/page')))]
    expect(ours).toBe(node)
    expect(ours.match(/^HTTP\/1\.1 \d+/gm)).toEqual([200, 304, 200, 200].map((status) => `HTTP/1.1 ${status}`))
  })

  test('it says the hour of the answer and how long the connection may wait', async () => {
    const said = await exchange(ask('GET', '/page'))
    const [, date = ''] = /^Date: (.*)\r$/m.exec(said) ?? []
    expect(Math.abs(Date.parse(date) - Date.now())).toBeLessThan(5000)
    expect(said).toContain('\r\nKeep-Alive: timeout=80\r\n')
  })

  test('what was said before it, as what is left of a share, is said with it', async () => {
    const said = await exchange(ask('GET', '/counted'))
    expect(said).toMatch(/^RateLimit: "default";r=2\r$/im)
    expect(said).toContain('\r\nETag: W/"a"\r\n')
  })

  test('a Node that keeps its heads elsewhere writes it itself', async () => {
    const said = await exchange(ask('GET', '/elsewhere'))
    expect(said).toContain('\r\nETag: W/"a"\r\n')
    expect(said).not.toContain('1970')
  })
})
