import { describe, expect, test, vi } from 'vitest'
import type { Atelier, Sortie } from '#app/depot/demande.ts'
import { createDepot } from '#app/depot/depot.server.ts'
import { LIMITES, type Limites } from '#app/depot/limites.ts'
import { createMemoire } from '#app/depot/memoire.ts'
import { isRefus } from '#app/depot/refus.ts'
import { avecFichier, envoi } from '#tests/support/envoi.ts'

const WAIT = { timeout: 20_000 }
const ENVOI = { sortie: 'rapport', adresse: null } as const
const MADE = new Uint8Array([1])
const request = (signal?: AbortSignal) =>
  new Request('https://carte.example/', { ...envoi(avecFichier('nom\nA\n')), signal })

/** Files whose check ends when the test says so. */
function held() {
  const open: ((made: Sortie | Error) => void)[] = []
  const atelier: Atelier = {
    travailler: () =>
      new Promise((resolve, reject) => {
        open.push((made) => (made instanceof Error ? reject(made) : resolve(made)))
      }),
  }
  return { atelier, open }
}

function depotOf(atelier: Atelier, given: Partial<Limites> = {}) {
  return createDepot(atelier, { ...LIMITES, ...given })
}

const statusOf = (error: unknown) => (isRefus(error) ? [error.status, error.retryAfter] : String(error))
const outcome = (work: Promise<unknown>) => work.then(() => 200, statusOf)

describe('the turn of a file', () => {
  test('two are checked, the others wait and are checked in their order', async () => {
    const { atelier, open } = held()
    const depot = depotOf(atelier)
    const order: number[] = []
    const all = [0, 1, 2, 3].map(async (rank) => {
      await depot.recevoir(request(), ENVOI)
      order.push(rank)
    })
    await vi.waitUntil(() => open.length === 2, WAIT)
    for (let done = 0; done < 4; done += 1) {
      await vi.waitUntil(() => open.length > done, WAIT)
      open[done]?.(MADE)
      await vi.waitUntil(() => order.length === done + 1, WAIT)
    }
    await Promise.all(all)
    expect(order.slice(0, 2).sort()).toEqual([0, 1])
    expect(order).toHaveLength(4)
  })

  test('one that has waited its time is told to come back, and takes no place', async () => {
    const { atelier, open } = held()
    const depot = depotOf(atelier, { verifications: 1, attente: 60 })
    const first = outcome(depot.recevoir(request(), ENVOI))
    await vi.waitUntil(() => open.length === 1, WAIT)
    expect(await outcome(depot.recevoir(request(), ENVOI))).toEqual([503, 10])
    open[0]?.(MADE)
    expect(await first).toBe(200)
    const next = outcome(depot.recevoir(request(), ENVOI))
    await vi.waitUntil(() => open.length === 2, WAIT)
    open[1]?.(MADE)
    expect(await next).toBe(200)
  })

  test('a place is given back by a failure, and by whoever leaves while waiting', async () => {
    const { atelier, open } = held()
    const depot = depotOf(atelier, { verifications: 1 })
    const first = outcome(depot.recevoir(request(), ENVOI))
    await vi.waitUntil(() => open.length === 1, WAIT)
    const left = new AbortController()
    const second = outcome(depot.recevoir(request(left.signal), ENVOI))
    const third = outcome(depot.recevoir(request(), ENVOI))
    left.abort()
    expect(await second).toMatch(/AbortError/)
    open[0]?.(new Error('panne'))
    expect(await first).toContain('panne')
    await vi.waitUntil(() => open.length === 2, WAIT)
    open[1]?.({ refus: 'Non.', colonnes: [] })
    expect(await third).toEqual([400, null])
  })
})

describe('the memory of uploads', () => {
  test('bytes are counted, of all and of each address, and given back', () => {
    const memoire = createMemoire({ memoire: 100, part: 60 })
    const [a, again, b] = [memoire.ouvrir('a'), memoire.ouvrir('a'), memoire.ouvrir('b')]
    a.prendre(50)
    expect(() => again.prendre(20)).toThrow('Réessayez')
    again.prendre(10)
    b.prendre(40)
    expect(() => b.prendre(1)).toThrow('Réessayez')
    expect(() => memoire.ouvrir(null).prendre(1)).toThrow('Réessayez')
    a.rendre()
    a.rendre()
    b.prendre(20)
    again.prendre(30)
    again.rendre()
    b.rendre()
    memoire.ouvrir('a').prendre(60)
  })

  test('hundreds of uploads that hold nothing take nobody’s place', async () => {
    const { atelier, open } = held()
    const depot = depotOf(atelier, { silence: 60_000 })
    const silent = Array.from({ length: 300 }, () => {
      const body = new ReadableStream({ start: (controller) => controller.enqueue(new Uint8Array(10)) })
      const { headers } = envoi(Buffer.alloc(0))
      return new Request('https://carte.example/', { method: 'POST', headers, body, duplex: 'half' } as RequestInit)
    })
    const slow = silent.map((one) => outcome(depot.recevoir(one, { ...ENVOI, adresse: 'slow' })))
    const sound = outcome(depot.recevoir(request(), { ...ENVOI, adresse: 'slow' }))
    await vi.waitUntil(() => open.length === 1, WAIT)
    open[0]?.(MADE)
    expect(await sound).toBe(200)
    // Cut for their rate, long before the silence that would be forgiven to a faster one.
    expect(new Set((await Promise.all(slow)).map(String))).toEqual(new Set(['408,']))
  })

  test('a check that goes on keeps what it holds: another is told to come back', async () => {
    const { atelier, open } = held()
    const size = (await request().arrayBuffer()).byteLength
    const depot = depotOf(atelier, { memoire: 2 * size, part: size })
    const first = outcome(depot.recevoir(request(), { ...ENVOI, adresse: 'a' }))
    await vi.waitUntil(() => open.length === 1, WAIT)
    expect(await outcome(depot.recevoir(request(), { ...ENVOI, adresse: 'a' }))).toEqual([503, 10])
    const other = outcome(depot.recevoir(request(), { ...ENVOI, adresse: 'b' }))
    await vi.waitUntil(() => open.length === 2, WAIT)
    for (const done of open) done(MADE)
    expect(await Promise.all([first, other])).toEqual([200, 200])
  })
})
