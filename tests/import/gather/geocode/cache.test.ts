import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import type { Geocode } from '#app/lecture/adresses-geocodees.ts'
import { withCle } from '#app/lecture/geocodage.ts'
import { keepReponses, readCache } from '#scripts/import/gather/geocode/cache.ts'
import { workFolder } from '#tests/import/files.ts'

const folder = workFolder()
afterAll(folder.remove)

const demande = (n: number) => withCle({ adresse: `${n} rue de l’Église`, codeInsee: '51454', codePostal: '' })
const found = (n: number): Geocode => ({
  ...{ statut: 'ok', type: 'street', score: 0.75, codeInsee: '51454' },
  point: { lat: 49 + n / 7, lon: -4.03 },
  libelle: `${n} Rue de l’Église 51100 Reims`,
})
const missed: Geocode = { statut: 'not-found', type: '', score: 0, codeInsee: '', point: null, libelle: '' }
const reponses = [1, 2, 3, 4].map((n) => ({ demande: demande(n), geocode: n === 3 ? missed : found(n) }))

test('what is kept is read back, good and bad; of two answers to one address, the last', () => {
  const archive = join(folder.path, 'deux')
  keepReponses(archive, '2026-06-30', reponses)
  const first = readCache(archive)
  expect([1, 2, 3, 4, 5].map((n) => first.find(demande(n)))).toEqual([found(1), found(2), missed, found(4), null])
  expect(first).toMatchObject({ size: 4, le: '2026-06-30', empreinte: expect.stringMatching(/^[0-9a-f]{16}$/) })
  keepReponses(archive, '2026-07-01', [{ demande: demande(3), geocode: found(3) }])
  const second = readCache(archive)
  expect(second.find(demande(3))).toEqual(found(3))
  expect(second).toMatchObject({ size: 4, le: '2026-07-01' })
  expect(second.empreinte).not.toBe(first.empreinte)
})

test('no answer is no file, and an archive without answers has none', () => {
  const archive = join(folder.path, 'aucune')
  keepReponses(archive, '2026-06-30', [])
  expect(readCache(archive)).toMatchObject({ size: 0, empreinte: '', le: '' })
})

test('what stands beside (a write that was killed, a note) is not read', () => {
  const archive = join(folder.path, 'restes')
  keepReponses(archive, '2026-06-30', reponses)
  const [name = ''] = readdirSync(join(archive, 'geocodage'))
  const { empreinte } = readCache(archive)
  const text = readFileSync(join(archive, 'geocodage', name), 'utf8').replaceAll('0.75', '0.99')
  for (const other of [`${name}.4242-abc.tmp`, 'notes.csv', `9999-${name}`])
    writeFileSync(join(archive, 'geocodage', other), text)
  expect(readCache(archive)).toMatchObject({ empreinte, size: 4 })
  expect(readCache(archive).find(demande(1))?.score).toBe(0.75)
})

test('a file damaged at any byte, or cut anywhere, loses the lines that were touched and no other', () => {
  const archive = join(folder.path, 'abimee')
  keepReponses(archive, '2026-06-30', reponses)
  const [name = ''] = readdirSync(join(archive, 'geocodage'))
  const path = join(archive, 'geocodage', name)
  const whole = readFileSync(path)
  const lineAt = (offset: number) => whole.subarray(0, offset).toString('latin1').split('\n').length - 2
  const others = (touched: number[]) => reponses.filter((_, i) => !touched.includes(i))
  const damage = fc.record({ offset: fc.nat(whole.length - 1), byte: fc.nat(255), cut: fc.boolean() })
  fc.assert(
    fc.property(damage, ({ offset, byte, cut }) => {
      const bytes = Buffer.from(cut ? whole.subarray(0, offset) : whole)
      if (!cut) bytes[offset] = byte
      writeFileSync(path, bytes)
      const cache = readCache(archive)
      // The byte of a line's end touches the next line too.
      const touched = cut
        ? reponses.map((_, i) => i).filter((i) => i >= lineAt(offset))
        : [lineAt(offset), lineAt(offset) + 1]
      for (const { demande: one, geocode } of others(touched)) expect(cache.find(one)).toEqual(geocode)
      for (const { demande: one } of reponses) {
        const point = cache.find(one)?.point
        if (point) expect(Math.abs(point.lat) <= 90 && Math.abs(point.lon) <= 180).toBe(true)
      }
    }),
    { numRuns: 400 },
  )
})

test('an answer whose address was damaged is no answer to it', () => {
  const archive = join(folder.path, 'adresse')
  keepReponses(archive, '2026-06-30', reponses)
  const [name = ''] = readdirSync(join(archive, 'geocodage'))
  const path = join(archive, 'geocodage', name)
  writeFileSync(path, readFileSync(path, 'utf8').replace(';1 rue', ';9 rue'))
  expect([1, 9, 2].map((n) => readCache(archive).find(demande(n)))).toEqual([null, null, found(2)])
})
