import { existsSync, readFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { basename, join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { type Asked, download } from '#scripts/import/gather/remote/download.ts'
import { waitOf } from '#scripts/import/gather/remote/follow.ts'
import { LIMITS, type Limits } from '#scripts/import/gather/remote/limits.ts'
import { backoff } from '#scripts/import/gather/remote/retry.ts'
import { lieuxCsv } from '#tests/import/files.ts'
import { cuts, hangs, redirects, sends, sendsUnlessKnown, stalls, withPublisher } from './remote-server.ts'

const { folder, publisher } = await withPublisher()

const FAST: Limits = { ...LIMITS, connectMs: 2000, stallMs: 150, wholeMs: 5000, backoffMs: 2, maxRetryAfterMs: 20 }
const CSV = lieuxCsv([{ nom: 'Médiathèque' }, { nom: 'Mairie' }])

async function fetchText(address: string, asked: Partial<Asked> = {}) {
  const got = await download(address, folder.path, 'essai', { limits: FAST, ...asked })
  return { ...got, text: got.path && readFileSync(got.path, 'utf8') }
}
const failure = (address: string, limits: Partial<Limits> = {}, fromPrivate?: boolean) =>
  download(address, folder.path, 'essai', { limits: { ...FAST, ...limits }, fromPrivate }).then(
    () => 'came',
    (error: Error) => error.message,
  )

describe('where a file comes from', () => {
  test('every redirect is kept, and the last address gives the file its name and date', async () => {
    const last = publisher.on('/static/20230405-120000/20230405-3925-cnfs.csv', sends(CSV, { etag: '"v1"' }))
    const middle = publisher.on('/nouveau', redirects('/static/20230405-120000/20230405-3925-cnfs.csv', 308))
    const start = publisher.on('/ancien', redirects(middle, 301))
    const { text, trace, fichier, path } = await fetchText(start)
    expect(text).toBe(CSV)
    expect(trace.chaine).toEqual([start, middle, last])
    expect(trace.etag).toBe('"v1"')
    expect([fichier, basename(path as string)]).toEqual(['20230405-3925-cnfs.csv', 'essai-20230405.csv'])
  })

  test.each([
    ['to a file of this machine', 'file:///etc/hostname', 'file:'],
    ['to data written in the address', 'data:text/csv,a', 'data:'],
    ['to an address that is none', 'http://[', 'illisible'],
  ])('a redirect %s is refused', async (_, location, words) => {
    expect(await failure(publisher.on('/mauvais', redirects(location)))).toContain(words)
    expect(publisher.asked('/mauvais').length).toBeGreaterThan(0)
  })

  test('redirects that turn in a circle, or lead nowhere, end', async () => {
    expect(await failure(publisher.on('/rond', redirects('/rond')))).toContain('redirections')
    expect(publisher.asked('/rond')).toHaveLength(LIMITS.maxRedirects + 1)
    expect(await failure(publisher.on('/nulle-part', (response) => response.writeHead(302).end()))).toContain('302')
  })

  test('what a public address leads to is never asked of this machine or its network', async () => {
    const secret = publisher.on('/secret', sends(CSV))
    expect(await failure(secret, {}, false)).toContain('adresse privée')
    expect(await failure(secret.replace('127.0.0.1', '[::ffff:127.0.0.1]'), {}, false)).toContain('adresse privée')
    expect(await failure(secret.replace('127.0.0.1', '2130706433'), {}, false)).toContain('adresse privée')
    expect(await failure('http://169.254.169.254/latest/', {}, false)).toContain('adresse privée')
    expect(publisher.asked('/secret')).toHaveLength(0)
    expect(await failure(secret, {}, true)).toBe('came')
  })

  test('a password of the address is not kept', async () => {
    const address = publisher.on('/prive', sends(CSV))
    const { trace } = await fetchText(address.replace('http://', 'http://moi:secret@'))
    expect(trace.chaine).toEqual([address])
  })
})

describe('a file comes whole or not at all', () => {
  test('a body cut short, by its length or by its chunks, is asked again from its start', async () => {
    const cut = [cuts(CSV.slice(0, 90), { 'content-length': String(CSV.length + 50) }), cuts(CSV.slice(0, 90))]
    const { text } = await fetchText(publisher.on('/coupe', ...cut, sends(CSV)))
    expect(text).toBe(CSV)
    expect(publisher.asked('/coupe').map(({ headers }) => headers.range)).toEqual([undefined, undefined, undefined])
    expect(await failure(publisher.on('/toujours-coupe', cuts(CSV.slice(0, 90))))).toContain('coup')
    expect(publisher.asked('/toujours-coupe')).toHaveLength(LIMITS.tries)
  })

  test('a gzip body that lacks its end is not taken for whole, though its length is right', async () => {
    const short = gzipSync(CSV).subarray(0, -12)
    expect(await failure(publisher.on('/gzip-coupe', sends(short, { 'content-encoding': 'gzip' })))).toContain(
      'compress',
    )
    expect(await failure(publisher.on('/coupe.csv.gz', sends(short)))).toContain('compress')
  })

  test('a file that changes between two tries is one version, not a mix', async () => {
    const other = lieuxCsv([{ nom: 'Gare' }, { nom: 'Poste' }, { nom: 'École' }])
    const first = cuts(CSV.slice(0, 200), { 'content-length': String(CSV.length), etag: '"v1"' })
    const { text, trace } = await fetchText(publisher.on('/change', first, sends(other, { etag: '"v2"' })))
    expect(text).toBe(other)
    expect(trace.etag).toBe('"v2"')
  })

  test('a server that falls silent, before the headers or in the body, is left and asked again', async () => {
    expect((await fetchText(publisher.on('/muet', hangs, sends(CSV)))).text).toBe(CSV)
    expect((await fetchText(publisher.on('/cale', stalls(CSV.slice(0, 60)), sends(CSV)))).text).toBe(CSV)
    expect(await failure(publisher.on('/toujours-muet', hangs), { tries: 2 })).toContain('plus rien')
    expect(publisher.asked('/toujours-muet')).toHaveLength(2)
    expect(await failure(publisher.on('/toujours-cale', stalls('a;b')), { tries: 1 })).toContain('plus rien')
  })

  test('a body that drips for ever is left at the whole time, waits and tries included', async () => {
    const drips = publisher.on('/goutte', (response) => {
      response.writeHead(200, { 'content-type': 'text/csv' })
      const tap = setInterval(() => response.write('a'), 20)
      response.on('close', () => clearInterval(tap))
    })
    expect(await failure(drips, { wholeMs: 300 })).toContain('secondes')
    expect(publisher.asked('/goutte')).toHaveLength(1)
  })
})

test('a server that accepts and never finishes to connect is as good as absent, and not asked again', async () => {
  let met = 0
  const silent = createServer(() => {
    met += 1
  })
  await new Promise<void>((listening) => silent.listen(0, '127.0.0.1', listening))
  const { port } = silent.address() as AddressInfo
  const error = await download(`https://127.0.0.1:${port}/`, folder.path, 'essai', {
    limits: { ...FAST, connectMs: 100 },
  }).catch((reason) => reason)
  silent.close()
  expect([error.outlook, met]).toEqual(['unreachable', 1])
})

test('a full or absent disk is no fault of the server: it is thrown as it is', async () => {
  const path = '/disque'
  const error = await download(publisher.on(path, sends(CSV)), join(folder.path, 'absent'), 'essai', {
    limits: FAST,
  }).catch((reason) => reason)
  expect([error.code, publisher.asked(path).length]).toEqual(['ENOENT', 1])
})

describe('what is refused, and not asked again', () => {
  const bomb = gzipSync(Buffer.alloc(3_000_000, 'a'))
  test.each([
    ['a page, by its type', sends('Bonjour', { 'content-type': 'text/html; charset=utf-8' }), 'page web'],
    ['a page said to be CSV', sends('\ufeff \n<!doctype html><html>'), 'page web'],
    ['a compressed page', sends(gzipSync('<html></html>'), { 'content-encoding': 'gzip' }), 'page web'],
    ['an error in XML', sends('<?xml version="1.0"?><Error/>'), 'page web'],
    ['nothing', sends(''), 'vide'],
    ['a file too large, by its length', stalls('a', 1_100_000), 'plus de 1 Mo'],
    [
      'a file too large that does not say so',
      sends(Buffer.alloc(1_100_000, 'a'), { 'transfer-encoding': 'chunked' }),
      'plus de 1 Mo',
    ],
    ['a gzip bomb', sends(bomb, { 'content-encoding': 'gzip' }), 'plus de 1 Mo'],
    [
      'a brotli bomb',
      sends(brotliCompressSync(Buffer.alloc(3_000_000, 'a')), { 'content-encoding': 'br' }),
      'plus de 1 Mo',
    ],
    ['a .gz file that is a bomb', sends(bomb, { 'content-type': 'application/gzip' }), 'plus de 1 Mo'],
    ['a bomb in a bomb', sends(gzipSync(bomb), { 'content-encoding': 'gzip' }), 'plus de 1 Mo'],
    ['a compression nobody knows', sends(CSV, { 'content-encoding': 'rot13' }), 'rot13'],
    ['404', sends('', {}, 404), '404'],
    ['403', sends('', {}, 403), '403'],
    ['a part only', sends(CSV, {}, 206), '206'],
    ['304 to who knows nothing', sends('', {}, 304), '304'],
  ])('%s', async (name, answer, words) => {
    const path = `/refus/${encodeURIComponent(name)}`
    expect(await failure(publisher.on(path, answer), { maxBytes: 1024 * 1024 })).toContain(words)
    expect(publisher.asked(path)).toHaveLength(1)
  })
})

test('a compressed body, and a .gz file, are written as what they hold', async () => {
  const bodies = { gzip: gzipSync(CSV), br: brotliCompressSync(CSV) }
  for (const [encoding, body] of Object.entries(bodies))
    expect((await fetchText(publisher.on(`/${encoding}`, sends(body, { 'content-encoding': encoding })))).text).toBe(
      CSV,
    )
  const { text, fichier } = await fetchText(publisher.on('/lieux.csv.gz', sends(gzipSync(CSV))))
  expect([text, fichier]).toEqual([CSV, 'lieux.csv'])
})

describe('tries', () => {
  test('the wait doubles, give or take a quarter', () => {
    const limits = { ...LIMITS, backoffMs: 1000 }
    expect([1, 2, 3].map((tried) => backoff(tried, limits, 0))).toEqual([750, 1500, 3000])
    expect([1, 2, 3].map((tried) => backoff(tried, limits, 1))).toEqual([1250, 2500, 5000])
  })

  test.each([
    ['7', 7000],
    ['120', 60_000],
    ['Fri, 01 May 2026 12:00:30 GMT', 30_000],
    ['Fri, 01 May 2026 11:00:00 GMT', 0],
    ['Sat, 02 May 2026 12:00:00 GMT', 60_000],
    ['-5', 0],
    ['plus tard', null],
    [undefined, null],
  ])('retry-after « %s » is %s ms', (value, ms) => {
    expect(waitOf(value, Date.UTC(2026, 4, 1, 12), 60_000)).toBe(ms)
  })

  test('500 twice, then the file', async () => {
    const broken = sends('', {}, 500)
    expect((await fetchText(publisher.on('/500', broken, broken, sends(CSV)))).text).toBe(CSV)
    expect(publisher.asked('/500')).toHaveLength(3)
    expect(await failure(publisher.on('/503', sends('', {}, 503)))).toContain('503')
    expect(publisher.asked('/503')).toHaveLength(LIMITS.tries)
  })

  test.each([
    ['seconds', '86400'],
    ['a date', new Date(Date.now() + 86_400_000).toUTCString()],
    ['words', 'plus tard'],
  ])('429 with retry-after in %s, then the file: the wait is capped', async (name, value) => {
    const path = `/429/${encodeURIComponent(name)}`
    const busy = sends('', { 'retry-after': value }, 429)
    expect((await fetchText(publisher.on(path, busy, sends(CSV)))).text).toBe(CSV)
    expect(publisher.asked(path)).toHaveLength(2)
  })
})

test('a server that gives a wait is obeyed, in place of ours', async () => {
  const busy = sends('', { 'retry-after': '0' }, 503)
  const asked = { limits: { ...FAST, backoffMs: 3_600_000 } }
  expect((await fetchText(publisher.on('/attente', busy, sends(CSV)), asked)).text).toBe(CSV)
})

test('an address that has not changed is not sent again; one that has is', async () => {
  const address = publisher.on('/etag', sendsUnlessKnown(CSV, '"v1"'))
  const start = publisher.on('/vers-etag', redirects(address))
  const { trace, path } = await fetchText(start)
  expect(existsSync(path as string)).toBe(true)
  const known = async (url: string) => (url === address ? trace : null)
  const again = await fetchText(start, { known })
  expect([again.path, again.trace.etag, again.trace.chaine]).toEqual([null, '"v1"', [start, address]])
  expect(publisher.asked('/vers-etag').at(-1)?.headers['if-none-match']).toBeUndefined()
  publisher.on('/etag', sendsUnlessKnown(`${CSV}\n`, '"v2"'))
  expect((await fetchText(start, { known })).trace.etag).toBe('"v2"')
})
