import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { callClusters, type Port } from '#app/components/map/clusters/api.ts'
import { createClustersApi, serveClusters } from '#app/components/map/clusters/service.ts'
import { encodePoints, type MapPoint } from '#app/domain/carte/points.ts'
import { encodeSelection } from '#app/domain/carte/row-set.ts'

const points: MapPoint[] = [
  { objet: 'lieu', numero: 1, lat: 48.85661, lon: 2.35222, approximate: false },
  { objet: 'lieu', numero: 2, lat: 43.29648, lon: 5.36978, approximate: true },
  { objet: 'structure', numero: 1, lat: -20.8789, lon: 55.4481, approximate: true, postes: 3 },
]

const couche: MapPoint[] = [
  { objet: 'france-services', numero: 8, lat: 48.2, lon: 2.3, approximate: false },
  { objet: 'france-services', numero: 9, lat: 16.2, lon: -61.5, approximate: false },
]

let server: Server
let origin: string
const ports: MessagePort[] = []

beforeAll(async () => {
  server = createServer(({ url }, response) => {
    const documents: Record<string, MapPoint[]> = { '/points.json': points, '/couche.json': couche }
    response.statusCode = url !== undefined && url in documents ? 200 : 404
    response.end(encodePoints(documents[url ?? ''] ?? []))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(() => {
  server.close()
  for (const port of ports) port.close()
})

/** The two ends of the wire, as the page and its worker hold them. */
function wire() {
  const { port1, port2 } = new MessageChannel()
  ports.push(port1, port2)
  serveClusters(port2 as Port, createClustersApi())
  return callClusters(port1 as Port)
}

test('the points are loaded, and the territories that hold one are named', async () => {
  expect(await wire().load(`${origin}/points.json`)).toEqual({ total: 3, territoires: ['La Réunion'] })
})

test('the marks obey the filter asked for before them', async () => {
  const clusters = wire()
  await clusters.load(`${origin}/points.json`)
  const [, filtered] = await Promise.all([
    clusters.choose({ lieu: encodeSelection([2]), structure: encodeSelection([]) }),
    clusters.marks(10),
  ])
  expect([...filtered.counts.lieu, ...filtered.counts.structure, ...filtered.id]).toEqual([1, 0, 2])
  await clusters.choose({ lieu: encodeSelection([]), structure: null })
  const employers = await clusters.marks(10)
  expect([...employers.counts.structure]).toEqual([1])
  await clusters.choose(null)
  // Without a filter, every place; the employers are a layer.
  expect([...(await clusters.marks(10)).counts.lieu]).toEqual([1, 1])
})

test('the marks that are asked for before the points are there wait for them', async () => {
  const clusters = wire()
  const loading = clusters.load(`${origin}/points.json`)
  expect([...(await clusters.marks(10)).counts.lieu]).toEqual([1, 1])
  await loading
  const failing = wire()
  const failure = expect(failing.load(`${origin}/nothing.json`)).rejects.toThrow('404')
  expect((await failing.marks(10)).x.length).toBe(0)
  await failure
})

test('a filter that is wrong is said when the marks are asked for, and the worker goes on', async () => {
  const clusters = wire()
  await clusters.choose({ lieu: 'not a selection' })
  await clusters.load(`${origin}/points.json`)
  await expect(clusters.marks(6)).rejects.toThrow('unknown form')
  await clusters.choose(null)
  expect([...(await clusters.marks(10)).counts.lieu]).toEqual([1, 1])
})

test('a layer is added to the points, and shown only when the filter names it', async () => {
  const clusters = wire()
  const franceServicesAt = async () => [...(await clusters.marks(10)).counts['france-services']].filter(Boolean)
  await clusters.load(`${origin}/points.json`)
  expect(await clusters.load(`${origin}/couche.json`)).toEqual({ total: 5, territoires: ['Guadeloupe', 'La Réunion'] })
  expect(await franceServicesAt()).toEqual([])
  await clusters.choose({ lieu: null, structure: null })
  expect(await franceServicesAt()).toEqual([])
  await clusters.choose({ lieu: null, structure: null, 'france-services': null })
  expect(await franceServicesAt()).toEqual([1, 1])
  expect((await clusters.marks(10)).x.length).toBe(5)
  await clusters.choose({ lieu: '', 'france-services': encodeSelection([9]) })
  expect([...(await clusters.marks(10)).id]).toEqual([9])
  expect(await clusters.find({ objet: 'france-services', numero: 8 })).toEqual(couche[0])
})

test('a point is found by its layer and its number, and one that is not there is null', async () => {
  const clusters = wire()
  await clusters.load(`${origin}/points.json`)
  expect(await clusters.find({ objet: 'structure', numero: 1 })).toEqual(points[2])
  expect(await clusters.find({ objet: 'structure', numero: 2 })).toBeNull()
})

test('what fails over there fails here', async () => {
  const clusters = wire()
  await expect(clusters.load(`${origin}/nothing.json`)).rejects.toThrow('404')
  await clusters.choose({ lieu: 'not a selection' })
  await expect(clusters.marks(6)).rejects.toThrow('unknown form')
})

test('a worker that cannot start fails every call, before and after', async () => {
  const { port1 } = new MessageChannel()
  ports.push(port1)
  const clusters = callClusters(port1 as Port)
  const before = clusters.marks(6)
  clusters.fail('no worker')
  await expect(before).rejects.toThrow('no worker')
  await expect(clusters.marks(7)).rejects.toThrow('no worker')
})
