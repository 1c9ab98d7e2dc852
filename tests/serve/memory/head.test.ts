import http, { type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import net, { type AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { headOf, KEEP_ALIVE_MS, sendWith } from '#scripts/serve/memory/head.ts'
import { keptOf } from '#scripts/serve/memory/kept.ts'
import type { Made } from '#scripts/serve/memory/made.ts'

const BODY = Buffer.from('Une page, accentuée.\n')
const PAIRS = ['ETag', 'W/"a"', 'Content-Type', 'text/html; charset=utf-8', 'Content-Length', String(BODY.length)]
/** Every byte, and more of them than a packet holds. */
const OCTETS = Buffer.from(Array.from({ length: 30_000 }, (_, rang) => (rang * 7919) % 256))
const SIZED = (body: Buffer) => ['Content-Type', 'application/octet-stream', 'Content-Length', String(body.length)]
const HEADS = Array.from({ length: 300 }, () => headOf(200, SIZED(OCTETS), Date.now()))
const LONG = Buffer.alloc(200_000, 'é')
const LONG_HEAD = headOf(200, SIZED(LONG), Date.now())
const bodyFor = (req: IncomingMessage) => (req.method === 'HEAD' ? undefined : BODY)

/** The same answer written by Node, and by us. */
const ANSWERS: Record<string, RequestListener> = {
  '/node': (req, res) => res.writeHead(200, PAIRS).end(bodyFor(req)),
  '/page': (req, res) => sendWith(res, 200, headOf(200, PAIRS, Date.now()), bodyFor(req)),
  '/node304': (_, res) => res.writeHead(304, PAIRS.slice(0, 2)).end(),
  '/page304': (_, res) => sendWith(res, 304, headOf(304, PAIRS.slice(0, 2), Date.now())),
  '/again': (req, res) => {
    const head = HEADS[Number(req.headers['x-head'])] as ReturnType<typeof headOf>
    sendWith(res, 200, head, req.method === 'HEAD' ? undefined : OCTETS)
  },
  '/long': (_, res) => sendWith(res, 200, LONG_HEAD, LONG),
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
  afterAll(() => {
    agent.destroy()
    server.closeAllConnections()
  })

  /** All that comes for what is written on one connection, until nothing follows. */
  function exchange(text: string, as: BufferEncoding = 'utf8'): Promise<string> {
    return new Promise((resolve, reject) => {
      const socket = net.connect((server.address() as AddressInfo).port, '127.0.0.1', () => socket.write(text))
      let said = ''
      socket.setTimeout(300, () => socket.destroy())
      socket.on('data', (bytes) => {
        said += bytes.toString(as)
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

  /** The bytes of one answer, asked on a connection that others use. */
  const agent = new http.Agent({ keepAlive: true, maxSockets: 2 })
  function bytesOf(path: string, headers: http.OutgoingHttpHeaders = {}, method = 'GET'): Promise<Buffer> {
    const { port } = server.address() as AddressInfo
    return new Promise((resolve, reject) => {
      const asked = http.request({ port, host: '127.0.0.1', path, headers, method, agent }, (res) => {
        const pieces: Buffer[] = []
        res.on('data', (piece: Buffer) => pieces.push(piece))
        res.on('end', () => resolve(Buffer.concat(pieces)))
      })
      asked.on('error', reject)
      asked.end()
    })
  }

  test('what is sent again with its head is the same bytes, whatever else was sent meanwhile', async () => {
    const ranks = [0, 0, 0, ...HEADS.keys(), ...HEADS.keys(), ...HEADS.keys(), 0]
    const all = await Promise.all(ranks.map((rank) => bytesOf('/again', { 'X-Head': rank })))
    expect(all.every((bytes) => bytes.equals(OCTETS))).toBe(true)
    const asked = (x: number) => ask('GET', '/again', `X-Head: ${x}\r\n`)
    const said = await exchange([299, 299, 5, 299].map(asked).join(''), 'latin1')
    const bodies = said.split(/HTTP\/1\.1 200 OK[\s\S]*?\r\n\r\n/).slice(1)
    expect(bodies.map((body) => body === OCTETS.toString('latin1'))).toEqual([true, true, true, true])
    // So many are held with their head, and no more.
    expect(HEADS.filter(({ whole }) => typeof whole === 'string')).toHaveLength(128)
  })

  test('its headers alone, and what is long, are what they are however often they are asked', async () => {
    for (let time = 0; time < 4; time += 1) {
      expect((await bytesOf('/again', { 'X-Head': 7 })).length).toBe(OCTETS.length)
      expect((await bytesOf('/again', { 'X-Head': 7 }, 'HEAD')).length).toBe(0)
      expect((await bytesOf('/long')).equals(LONG)).toBe(true)
    }
    expect(LONG_HEAD.whole).toBeNull()
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
