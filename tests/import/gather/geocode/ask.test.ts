import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { withCle } from '#app/lecture/geocodage.ts'
import { type AskOptions, askAll } from '#scripts/import/gather/geocode/ask.ts'
import { readCache } from '#scripts/import/gather/geocode/cache.ts'
import { workFolder } from '#tests/import/files.ts'
import { startGeocodeurEnLot } from '#tests/support/geocodeur-en-lot.ts'

type Geocodeur = Awaited<ReturnType<typeof startGeocodeurEnLot>>
type Answer = Geocodeur['state']['answer']

const folder = workFolder()
afterAll(folder.remove)

const addresses = (count: number) =>
  Array.from({ length: count }, (_, i) =>
    withCle({ adresse: `${i + 1} rue du Test`, codeInsee: '51454', codePostal: '' }),
  )
const TEN = addresses(10)
const REIMS = { commune: '51454', lat: 49.25, lon: 4.03 }
const KNOWN = addresses(50).map(({ adresse }, i) => ({ adresse, ...REIMS, lat: 49.2 + i / 1000 }))

let geocodeur: Geocodeur
let archive: string
let archives = 0
beforeEach(async () => {
  geocodeur = await startGeocodeurEnLot(KNOWN)
  archives += 1
  archive = join(folder.path, `archive-${archives}`)
})
afterEach(() => geocodeur.stop())

async function ask(demandes = TEN, options: Partial<AskOptions> = {}) {
  const { answered, reasons } = await askAll(demandes, { url: geocodeur.url, archive, today: '2026-06-30', ...options })
  return { answered, reasons: [...reasons], kept: readCache(archive) }
}

describe('what is sent', () => {
  test('is a file of four columns, none of which names a row or biases the search; each field names a column', async () => {
    await ask()
    const [{ header, champs, rows } = { header: [], champs: [], rows: [] }] = geocodeur.received
    expect(header).toEqual(['id', 'adresse', 'code_insee', 'code_postal'])
    expect(champs.filter(([name]) => name !== 'result_columns')).toEqual([
      ['columns', 'adresse'],
      ['citycode', 'code_insee'],
      ['postcode', 'code_postal'],
    ])
    expect(rows[0]).toEqual({ id: TEN[0]?.cle, adresse: '1 rue du Test', code_insee: '51454', code_postal: '' })
  })

  test('is cut in batches, two under way at most, and every answer finds its address', async () => {
    geocodeur.state.answer = (csv, res) => setTimeout(() => res.end(csv), 20)
    const fifty = addresses(50)
    const { answered, kept } = await ask(fifty, { rowsMax: 7 })
    expect(answered).toBe(50)
    expect(geocodeur.received.map(({ rows }) => rows.length).sort()).toEqual([1, 7, 7, 7, 7, 7, 7, 7])
    expect(geocodeur.state.underWayMax).toBe(2)
    expect(fifty.map((one) => kept.find(one)?.point?.lat)).toEqual(KNOWN.map(({ lat }) => lat))
  })

  test('is 5,000 rows at most and far from 50 MB, of addresses as long as they may be', async () => {
    const long = addresses(5001).map(({ adresse }) =>
      withCle({ adresse: `${adresse} ${'é'.repeat(180)}`, codeInsee: '51454', codePostal: '' }),
    )
    const { answered } = await ask(long)
    expect(answered).toBe(5001)
    expect(geocodeur.received.map(({ rows }) => rows.length).sort()).toEqual([1, 5000])
    expect(Math.max(...geocodeur.received.map(({ bytes }) => bytes))).toBeLessThan(5_000_000)
  })
})

describe('an answer of 200 says nothing of its rows', () => {
  test('found, not found and skipped are kept; what the service calls an error will be asked again', async () => {
    const demandes = [...TEN.slice(0, 2), ...['Rue Inconnue', 'x!'].map((adresse) => ({ ...TEN[0], adresse }))].map(
      ({ adresse = '' }) => withCle({ adresse, codeInsee: '51454', codePostal: '' }),
    )
    const [first, second] = KNOWN
    geocodeur.state.connues = [
      first as (typeof KNOWN)[number],
      { ...(second as (typeof KNOWN)[number]), statut: 'error' },
    ]
    const { answered, reasons, kept } = await ask(demandes)
    expect(demandes.map((one) => kept.find(one)?.statut)).toEqual(['ok', undefined, 'not-found', 'skipped'])
    expect({ answered, reasons }).toEqual({ answered: 3, reasons: [] })
  })

  test('a wrong commune finds nothing, since its filter is blind', async () => {
    const wrong = withCle({ adresse: '1 rue du Test', codeInsee: '51108', codePostal: '' })
    expect((await ask([wrong])).kept.find(wrong)?.statut).toBe('not-found')
  })

  const edit = (change: (lines: string[]) => string[]): Answer => {
    return (csv, res) => res.end(change(csv.split('\n')).join('\n'))
  }
  test.each<[string, Answer, number]>([
    ['fewer rows than asked', edit((lines) => lines.slice(0, 5)), 4],
    ['rows in another order', edit(([header = '', ...rows]) => [header, ...rows.reverse()]), 10],
    ['a row twice', edit((lines) => [...lines, lines[3] ?? '']), 10],
    ['a row that was not asked', edit((lines) => [...lines, (lines[1] ?? '').replace(/^\w+/, 'a'.repeat(32))]), 10],
    ['a byte order mark', edit((lines) => [`\ufeff${lines[0]}`, ...lines.slice(1)]), 10],
    ['its last row cut', edit((lines) => [...lines.slice(0, -1), (lines.at(-1) ?? '').slice(0, -20)]), 9],
    ['a row without coordinates', edit((lines) => lines.map((l, i) => (i === 2 ? l.replace(/49\.\d+/, '') : l))), 9],
    ['a row with a score in words', edit((lines) => lines.map((l, i) => (i === 2 ? l.replace('0.95', 'bon') : l))), 9],
  ])('%s: what is whole is kept, the rest will be asked again', async (_, answer, expected) => {
    geocodeur.state.answer = answer
    const { answered, kept } = await ask()
    expect(answered).toBe(expected)
    expect(kept.size).toBe(expected)
    for (const [i, demande] of TEN.entries())
      expect([KNOWN[i]?.lat, undefined]).toContain(kept.find(demande)?.point?.lat)
  })
})

describe('a batch without an answer', () => {
  test.each<[string, Answer, string]>([
    ['a page', (_, res) => res.setHeader('content-type', 'text/html').end('<html>Maintenance</html>'), 'CSV attendu'],
    ['an error in JSON, with 200', (_, res) => res.end('{"code":500,"message":"Oups"}'), 'CSV attendu'],
    ['nothing', (_, res) => res.end(), 'CSV attendu'],
    ['a refusal', (_, res) => res.writeHead(403).end(), 'réponse 403'],
    ['a failure', (_, res) => res.writeHead(500).end('{}'), 'réponse 500'],
    ['an answer cut in its middle', (csv, res) => cut(csv, res), 'connexion impossible ou coupée'],
    ['silence', () => {}, 'rien en 1 s'],
    ['too much', (csv, res) => res.end(csv + 'x'.repeat(21 * 1024 * 1024)), 'trop lourde'],
  ])('%s: is said in words, and nothing is kept', async (_, answer, reason) => {
    geocodeur.state.answer = answer
    // Only silence is waited for: what is sent may take its time on a busy machine.
    const limitMs = reason === 'rien en 1 s' ? 1000 : 60_000
    const { answered, reasons, kept } = await ask(TEN, { limitMs })
    expect({ answered, kept: kept.size }).toEqual({ answered: 0, kept: 0 })
    expect(reasons).toEqual([expect.stringContaining(reason)])
  })

  test('nobody there: the same', async () => {
    await geocodeur.stop()
    const { answered, reasons } = await ask()
    expect({ answered, reasons }).toEqual({ answered: 0, reasons: ['connexion impossible ou coupée (ECONNREFUSED)'] })
    geocodeur = await startGeocodeurEnLot([])
  })

  test('a service that has moved is not followed: addresses go where they were told to go', async () => {
    const elsewhere = await startGeocodeurEnLot(KNOWN)
    geocodeur.state.answer = (_, res) => res.writeHead(307, { location: `${elsewhere.url}/search/csv` }).end()
    expect(await ask()).toMatchObject({ answered: 0, reasons: ['connexion impossible ou coupée'] })
    expect(elsewhere.received).toEqual([])
    await elsewhere.stop()
  })

  test('stops those that have not started; what was answered before is kept, and the rest asked the next time', async () => {
    const answer = geocodeur.state.answer
    geocodeur.state.answer = (csv, res) =>
      geocodeur.received.length <= 2 ? answer(csv, res) : res.writeHead(503).end()
    const fifty = addresses(50)
    const { answered, kept, reasons } = await ask(fifty, { rowsMax: 5 })
    expect({ answered, reasons }).toEqual({ answered: 10, reasons: ['réponse 503'] })
    expect(geocodeur.received.length).toBeLessThanOrEqual(4)
    geocodeur.state.answer = answer
    const again = await ask(fifty.filter((one) => kept.find(one) === null))
    expect(again.answered).toBe(40)
    expect(again.kept.size).toBe(50)
  })

  test('a batch that the service finds wrong (400) leaves the others be', async () => {
    const answer = geocodeur.state.answer
    geocodeur.state.answer = (csv, res) =>
      csv.includes('3 rue du Test') ? res.writeHead(400).end('{"code":400}') : answer(csv, res)
    expect(await ask(TEN, { rowsMax: 2 })).toMatchObject({ answered: 8, reasons: ['réponse 400'] })
  })
})

describe('too many requests (429)', () => {
  const refuse = (times: number, retryAfter: string): Answer => {
    const answer = geocodeur.state.answer
    return (csv, res) => {
      if (geocodeur.received.length > times) return answer(csv, res)
      // From a gateway in front of the service: its body is its own.
      res.writeHead(429, { 'retry-after': retryAfter, 'content-type': 'text/html' }).end('<h1>Slow down</h1>')
    }
  }

  test('is waited for as long as it says, then asked again', async () => {
    const times: number[] = []
    const refused = refuse(1, '0.4')
    geocodeur.state.answer = (csv, res) => {
      times.push(performance.now())
      refused(csv, res)
    }
    expect(await ask()).toMatchObject({ answered: 10, reasons: [] })
    // Not a speed: the pause that was asked for was kept, whatever the machine.
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(390)
  })

  test('a pause longer than a minute is not waited for, nor is the service asked again', async () => {
    geocodeur.state.answer = refuse(99, '61')
    expect(await ask(TEN, { rowsMax: 1 })).toMatchObject({ answered: 0, reasons: [expect.stringContaining('trop de')] })
    expect(geocodeur.received.length).toBeLessThanOrEqual(2)
  })

  test('again and again: given up', async () => {
    geocodeur.state.answer = refuse(99, '0.01')
    expect(await ask()).toMatchObject({ answered: 0, reasons: [expect.stringContaining('trop de demandes')] })
    expect(geocodeur.received.length).toBe(4)
  })
})

function cut(csv: string, res: Parameters<Answer>[1]): void {
  res.setHeader('content-length', String(csv.length * 2))
  res.write(csv, () => res.destroy())
}
