import { afterEach, expect, test, vi } from 'vitest'
import { hrefOf, propose, type Resultat } from '#app/islands/propositions.ts'

afterEach(() => vi.unstubAllGlobals())

const commune = { type: 'commune', code: '66149' } as const
const adresse = { type: 'adresse', code: '42.617,2.422', lat: 42.617, lon: 2.422 } as const

test.each([
  ['/', '', commune, '/?commune=66149'],
  ['/', '?departement=66&ruralite=rural&page=3', commune, '/?ruralite=rural&commune=66149'],
  ['/', '?q=prad&commune=23096&rayon=50', commune, '/?commune=66149'],
  ['/', '?lat=48.1&lon=2.3&rayon=5', commune, '/?commune=66149'],
  ['/', '?commune=23096&service=x', adresse, '/?service=x&lat=42.617&lon=2.422'],
  // Another page's query string is no filter.
  ['/lieux/abc', '?retour=departement%3D23', commune, '/?commune=66149'],
  ['/', '?departement=66', { type: 'lieu', code: 'a/b' } as const, '/lieux/a%2Fb'],
  ['/', '', { type: 'structure', code: '20003456700018' } as const, '/structures/20003456700018'],
])('on %s%s, %j leads to %s', (pathname, search, resultat, expected) => {
  expect(hrefOf(resultat, { pathname, search })).toBe(expected)
})

/** The network, which is not ours: `answer` gives the body of each request. */
function network(answer: (q: string, signal: AbortSignal) => Promise<Response>) {
  const asked: string[] = []
  vi.stubGlobal('fetch', (url: string, { signal }: { signal: AbortSignal }) => {
    const q = new URLSearchParams(url.split('?')[1]).get('q') ?? ''
    asked.push(q)
    return answer(q, signal)
  })
  return asked
}

function results(counts: Partial<Record<Resultat['type'], number>>): Resultat[] {
  return Object.entries(counts).flatMap(([type, count]) =>
    Array.from({ length: count }, (_, n) => ({
      type: type as Resultat['type'],
      code: `${n}`,
      nom: `${n}`,
      contexte: '',
    })),
  )
}

test('no more than fifteen choices, some of each kind, and the same text is asked once', async () => {
  const asked = network(async () => Response.json({ resultats: results({ commune: 8, lieu: 8, structure: 8 }) }))
  const found = await propose('a & b')
  expect(found?.map(({ type }) => type)).toEqual([
    ...Array(5).fill('commune'),
    ...Array(3).fill('lieu'),
    ...Array(2).fill('structure'),
  ])
  expect(await propose('a & b')).toBe(found)
  expect(asked).toEqual(['a & b'])
})

test('a newer text takes over: the answer to the older one is dropped, and asked again later', async () => {
  const aborted = (signal: AbortSignal) =>
    new Promise<Response>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
  const asked = network((q, signal) =>
    q === 'gu' && asked.length === 1
      ? aborted(signal)
      : Promise.resolve(Response.json({ resultats: results({ commune: 1 }) })),
  )
  const [older, newer] = await Promise.all([propose('gu'), propose('gue')])
  expect([older, newer?.length]).toEqual([null, 1])
  expect((await propose('gu'))?.length).toBe(1)
})

test.each([
  ['no network', () => Promise.reject(new TypeError('failed'))],
  ['an error', async () => new Response('no', { status: 503 })],
  ['what is no JSON', async () => new Response('<html>')],
  ['another shape', async () => Response.json({})],
])('with %s there is no choice, and the text is asked again later', async (name, answer) => {
  const asked = network(answer)
  expect(await propose(name)).toBeNull()
  expect(await propose(name)).toBeNull()
  expect(asked).toHaveLength(2)
})

test('a choice takes the place of all that says where, departments included: they would hide what was chosen', () => {
  const here = { pathname: '/', search: '?departement=23&ruralite=rural&q=x&page=3' }
  expect(hrefOf({ type: 'commune', code: '66149' }, here)).toBe('/?ruralite=rural&commune=66149')
})
