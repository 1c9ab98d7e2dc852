import { brotliDecompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { bodyOf, collect } from '#scripts/serve/memory/encode.ts'

const JSON_TYPE: [string, string][] = [['content-type', 'application/geo+json; charset=utf-8']]
const PNG_TYPE: [string, string][] = [['content-type', 'image/png']]

async function* pieces(count: number, text: string) {
  for (let rang = 0; rang < count; rang += 1) yield Buffer.from(`${rang} ${text}`)
}
const whole = async (count: number, text: string) => {
  const all: Buffer[] = []
  for await (const piece of pieces(count, text)) all.push(piece)
  return Buffer.concat(all)
}

test('what is short is kept as it came, what is long as compressed while it came', async () => {
  const line = 'un lieu d’accueil, '.repeat(60)
  expect(await collect(pieces(10, line), JSON_TYPE)).toEqual({ identity: await whole(10, line) })
  const bodies = await collect(pieces(1500, line), JSON_TYPE)
  expect(Object.keys(bodies)).toEqual(['br'])
  expect(brotliDecompressSync(bodies.br as Buffer).equals(await whole(1500, line))).toBe(true)
  const image = await collect(pieces(1500, line), PNG_TYPE)
  expect(image.identity?.equals(await whole(1500, line))).toBe(true)
})

test('an answer in one encoding is given in each other one', async () => {
  const text = 'un lieu d’accueil, '.repeat(100)
  const made = { headers: JSON_TYPE, bodies: { identity: Buffer.from(text) } }
  const br = await bodyOf(made, 'br')
  expect(br.encoding).toBe('br')
  const gzip = await bodyOf({ headers: JSON_TYPE, bodies: { br: br.body } }, 'gzip')
  const plain = await bodyOf({ headers: JSON_TYPE, bodies: { gzip: gzip.body } }, 'identity')
  expect([gzip.encoding, plain.encoding, plain.body.toString()]).toEqual(['gzip', 'identity', text])
})

test('what gains nothing is sent as it is', async () => {
  const small = { headers: JSON_TYPE, bodies: { identity: Buffer.from('{}') } }
  const image = { headers: PNG_TYPE, bodies: { identity: Buffer.alloc(5000) } }
  expect([(await bodyOf(small, 'br')).encoding, (await bodyOf(image, 'gzip')).encoding]).toEqual([
    'identity',
    'identity',
  ])
})
