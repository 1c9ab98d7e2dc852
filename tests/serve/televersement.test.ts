import http from 'node:http'
import net from 'node:net'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { LIMITES } from '#app/depot/limites.ts'
import { closeDatabases } from '#db/open.server.ts'
import { siteBuild } from '#tests/pages/site.ts'
import { avecFichier, CORRIGE, MULTIPART, PAGE, RAPPORT } from '#tests/support/envoi.ts'
import { ask, send, startServer } from '#tests/support/server.ts'

const CSV = `id,nom,commune,code_postal,adresse,latitude,longitude,date_maj
1,Médiathèque,Guéret,23000,1 rue de la Paix,46.17,1.87,2026-11-01
`
const WAIT = { timeout: 20_000 }
const FORM = avecFichier(CSV)
/** Small enough for a test to reach them. */
const LIMITES_COURTES = { ...LIMITES, fichier: 200_000, corps: 210_000, silence: 400, delai: 1_200 }

let server: Awaited<ReturnType<typeof startServer>>
beforeAll(async () => {
  server = await startServer({ build: await siteBuild(), limites: LIMITES_COURTES })
})
afterAll(async () => {
  await server.stop()
  closeDatabases()
})

type Answer = { status: number; headers: http.IncomingHttpHeaders; body: string }

/** A POST whose body is written by the test, in pieces or not at all. */
function open(path: string, headers: http.OutgoingHttpHeaders) {
  const options = { port: server.port, host: '127.0.0.1', path, method: 'POST', headers, agent: false }
  const request = http.request(options)
  const answer = new Promise<Answer>((resolve, reject) => {
    request.on('error', reject)
    request.on('response', (response) => {
      let body = ''
      response.on('data', (chunk: Buffer) => {
        body += chunk.toString()
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }))
      response.on('error', reject)
    })
  })
  answer.catch(() => undefined)
  return { request, answer }
}

function post(path: string, body: Buffer, headers: http.OutgoingHttpHeaders = {}): Promise<Answer> {
  const { request, answer } = open(path, { 'Content-Type': MULTIPART, 'Content-Length': body.length, ...headers })
  request.end(body)
  return answer
}

test('a file is checked where it is handed in, under the policy of the site, and the answer is kept nowhere', async () => {
  for (const path of [PAGE, RAPPORT, CORRIGE]) {
    const { status, headers } = await post(path, FORM, { 'If-None-Match': '*' })
    expect([path, status]).toEqual([path, 200])
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    })
    expect(headers).not.toHaveProperty('etag')
    expect(headers).not.toHaveProperty('set-cookie')
  }
})

test.each([
  '/',
  '/collectivites',
  `${PAGE}/`,
  `${PAGE}.data`,
  `${PAGE}/autre.csv`,
  '/points.json',
  '/sante',
  '/api/v1/lieux',
])('nothing is handed in at %s', async (path) => {
  const { status, headers } = await post(path, FORM)
  const shared = path.startsWith('/api/') || path === '/points.json'
  expect([status, headers.allow]).toEqual([405, shared ? 'GET, HEAD, OPTIONS' : 'GET, HEAD'])
})

test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS'])('%s is refused where a file is handed in', async (method) => {
  const { status, headers } = await ask(server.port, PAGE, { method })
  expect([status, headers.allow]).toEqual([405, 'GET, HEAD, POST'])
})

test('the page is read as the others are', async () => {
  const page = await ask(server.port, PAGE)
  const head = await ask(server.port, PAGE, { method: 'HEAD' })
  expect([page.status, head.status, head.body.length]).toEqual([200, 200, 0])
  expect(page.headers.etag).toBeDefined()
  expect((await ask(server.port, RAPPORT)).headers.location).toBe(PAGE)
})

test('another site cannot send a file through its visitors; what a proxy does to the host is no matter', async () => {
  const cross = await post(PAGE, FORM, { 'Sec-Fetch-Site': 'cross-site' })
  expect(cross.status).toBe(403)
  expect(cross.body).toContain(`href="${PAGE}"`)
  for (const origin of ['https://exemple.fr', 'null', 'no origin']) {
    expect((await post(PAGE, FORM, { Origin: origin, 'Sec-Fetch-Site': 'same-origin' })).status).toBe(200)
  }
})

test('a length over the limit is refused before a byte of the body is sent', async () => {
  const { request, answer } = open(PAGE, { 'Content-Type': MULTIPART, 'Content-Length': 50_000_000 })
  request.flushHeaders()
  const { status, body } = await answer
  expect(status).toBe(413)
  expect(body).toContain('role="alert"')
  request.destroy()
})

test.each(['keep-alive', 'close'])(
  'an upload refused at once, on a connection to %s, is answered, read a little longer, then cut',
  { timeout: 20_000 },
  async (connection) => {
    const head = `Host: x\r\nConnection: ${connection}\r\nContent-Type: ${MULTIPART}\r\nContent-Length: 50000000`
    const socket = net.connect({ port: server.port, host: '127.0.0.1', allowHalfOpen: true })
    let answer = ''
    socket.on('data', (bytes) => {
      answer += bytes.toString()
    })
    socket.write(`POST ${PAGE} HTTP/1.1\r\n${head}\r\n\r\n`)
    await vi.waitUntil(() => answer.endsWith('\r\n0\r\n\r\n'), WAIT)
    expect(answer).toMatch(/^HTTP\/1\.1 413 /)
    // What comes after the answer is taken: a connection closed both ways would break at the second piece.
    let written = 0
    const send = () => socket.write('x'.repeat(100_000), () => (written += 1))
    const drip = setInterval(send, 50)
    await new Promise((resolve) => socket.once('error', resolve).once('close', resolve))
    clearInterval(drip)
    expect(written).toBeGreaterThan(10)
  },
)

test('a browser that sends too much all the same hears the answer', async () => {
  const body = avecFichier('x'.repeat(3_000_000))
  expect((await post(PAGE, body)).status).toBe(413)
  expect((await post(CORRIGE, body)).status).toBe(413)
})

test('a body without a length is counted as it comes and cut at the limit', async () => {
  const small = open(PAGE, { 'Content-Type': MULTIPART, 'Transfer-Encoding': 'chunked' })
  small.request.end(FORM)
  expect((await small.answer).status).toBe(200)
  const { request, answer } = open(PAGE, { 'Content-Type': MULTIPART, 'Transfer-Encoding': 'chunked' })
  const body = avecFichier('x'.repeat(1_000_000))
  for (let at = 0; at < body.length; at += 50_000) request.write(body.subarray(at, at + 50_000))
  request.end()
  expect((await answer).status).toBe(413)
})

test('a body of another type is refused before it is read', async () => {
  const { request, answer } = open(PAGE, { 'Content-Type': 'text/csv', 'Content-Length': 100 })
  request.flushHeaders()
  expect((await answer).status).toBe(415)
  request.destroy()
})

test('an upload that stops, and one that drips, are cut with a sentence', async () => {
  const headers = { 'Content-Type': MULTIPART, 'Content-Length': FORM.length }
  const silent = open(PAGE, headers)
  silent.request.write(FORM.subarray(0, 30))
  const dripping = open(PAGE, headers)
  let at = 0
  const drip = setInterval(() => dripping.request.write(FORM.subarray(at, ++at)), 50)
  const answers = await Promise.all([silent.answer, dripping.answer])
  clearInterval(drip)
  expect(answers.map(({ status }) => status)).toEqual([408, 408])
  expect(answers[0]?.body).toContain('trop de temps')
  for (const { request } of [silent, dripping]) request.destroy()
})

test('a body that lies about its length is no failure', async () => {
  const { request, answer } = open(PAGE, { 'Content-Type': MULTIPART, 'Content-Length': 60 })
  request.end(FORM.subarray(0, 60))
  expect((await answer).status).toBe(400)
})

test('sockets that send nothing take nobody’s place', async () => {
  const silent = Array.from({ length: 40 }, () =>
    open(PAGE, { 'Content-Type': MULTIPART, 'Content-Length': FORM.length }),
  )
  for (const { request } of silent) request.write(FORM.subarray(0, 30))
  expect((await post(PAGE, FORM)).status).toBe(200)
  const answers = await Promise.all(silent.map(({ answer }) => answer))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([408]))
  for (const { request } of silent) request.destroy()
})

test('bytes that no browser sends get a clear status', async () => {
  const head = `POST ${PAGE} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n`
  expect(await send(server.port, `${head}\r\n`)).toMatch(/^HTTP\/1\.1 415 /)
  expect(await send(server.port, `${head}Content-Type: ${MULTIPART}\r\nContent-Length: 0\r\n\r\n`)).toMatch(/ 400 /)
  const chunked = `${head}Content-Type: ${MULTIPART}\r\nTransfer-Encoding: chunked\r\n\r\n`
  expect(await send(server.port, `${chunked}0\r\n\r\n`)).toMatch(/^HTTP\/1\.1 400 /)
  const broken = await send(server.port, `${chunked}zz\r\n`)
  expect(broken).toMatch(/^HTTP\/1\.1 400 /)
  expect(broken).not.toMatch(/ at |node_modules/)
})

test('a connection cut at any moment leaves the server answering', async () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const head = `POST ${PAGE} HTTP/1.1\r\nHost: x\r\nContent-Type: ${MULTIPART}\r\nContent-Length: ${FORM.length}\r\n\r\n`
  const bytes = Buffer.concat([Buffer.from(head), FORM])
  for (let at = head.length - 20; at < bytes.length; at += 35) {
    await new Promise<void>((resolve) => {
      const socket = net.connect(server.port, '127.0.0.1', () => {
        socket.write(bytes.subarray(0, at), () => socket.destroy())
      })
      socket.on('close', () => resolve())
    })
  }
  await vi.waitUntil(async () => (await post(PAGE, FORM)).status === 200, WAIT)
  expect(JSON.stringify(logged.mock.calls)).not.toMatch(/Médiathèque|lieux\.csv/)
  logged.mockRestore()
})

test('of what is sent nothing is written to the log, whatever becomes of it', async () => {
  const written = [vi.spyOn(process.stdout, 'write'), vi.spyOn(process.stderr, 'write')]
  const logged = (['log', 'error', 'warn'] as const).map((name) => vi.spyOn(console, name).mockImplementation(() => {}))
  await post(PAGE, avecFichier(CSV.replace('Guéret', 'secret'), 'secret.csv'))
  await post(PAGE, avecFichier('secret,secret\n1,2\n', 'secret.csv'))
  expect(JSON.stringify([...written, ...logged].flatMap((spy) => spy.mock.calls))).not.toMatch(/secret|127\.0\.0\.1/)
  for (const spy of [...written, ...logged]) spy.mockRestore()
})
