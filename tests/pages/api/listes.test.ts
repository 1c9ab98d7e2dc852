import { describe, expect, test } from 'vitest'
import { distanceKm } from '#app/domain/distance/distance.ts'
import { siteOn } from '#tests/pages/site.ts'
import { paysSitue } from '#tests/support/pays-situe.ts'

const db = paysSitue()
const site = siteOn(db)
const json = async (path: string) => (await site(`/api/v1/${path}`)).json()
type Lieu = { id: string; latitude: number; longitude: number; distance_km: number }

const SITUES = db.$client
  .prepare<[], { id: string; lat: number; lon: number }>(
    "select id, lat, lon from lieu where reseau = 'conseiller-numerique' and lat is not null",
  )
  .all()
const POINT = { lat: 46.17, lon: 1.87 }

describe('a box', () => {
  const west = 1.5
  const [south, east, north] = [45.8, 2.6, 46.5]
  const inside = SITUES.filter(({ lat, lon }) => lat >= south && lat <= north && lon >= west && lon <= east)

  test('in one parameter or in four, it gives the places that stand in it', async () => {
    expect(inside.length).toBeGreaterThan(0)
    expect(inside.length).toBeLessThan(SITUES.length)
    for (const query of [
      `bbox=${west},${south},${east},${north}`,
      `west=${west}&south=${south}&east=${east}&north=${north}`,
    ]) {
      const { total, lieux } = await json(`lieux?${query}`)
      expect(total).toBe(inside.length)
      expect(lieux.map(({ id }: Lieu) => id).sort()).toEqual(inside.map(({ id }) => id).sort())
    }
  })

  test.each([
    ['bbox=170,-20,-170,20', 'bbox', '180e méridien'],
    ['bbox=1,48,2,47', 'bbox', 'sud au nord'],
    ['bbox=1,47,1,48', 'bbox', 'vide'],
    ['bbox=1,47,2', 'bbox', 'quatre nombres'],
    ['bbox=1,47,2,95', 'bbox', 'quatre nombres'],
    ['bbox=1,47,2,48&west=1', 'bbox', 'west'],
    ['west=1&south=47', 'east', 'manque'],
    ['west=200&south=47&east=2&north=48', 'west', '-180'],
    ['limit=1001', 'limit', '1000'],
    ['limit=0', 'limit', '1000'],
    ['page=0', 'page', '1'],
    ['fields=nom,zzz', 'fields', '« zzz »'],
    ['fields=%00', 'fields', 'séparés'],
    ['rayon=21', 'rayon', '5, 10, 20, 50'],
    ['zzz=1', 'zzz', 'n’existe pas'],
  ])('%s: 400, which names %s and says %s', async (query, nom, dit) => {
    const response = await site(`/api/v1/lieux?${query}`)
    expect(response.status).toBe(400)
    expect(response.headers.get('Content-Type')).toContain('application/problem+json')
    const { detail, parametres } = await response.json()
    expect(detail).toContain(`« ${nom} »`.slice(0, -2).trim())
    expect(detail).toContain(dit)
    expect(parametres.map((one: { nom: string }) => one.nom)).toContain(nom)
  })
})

describe('around a point', () => {
  const near = SITUES.map((one) => ({ ...one, km: distanceKm(POINT, one) })).sort((a, b) => a.km - b.km)

  test('with `limit` and no `rayon`, the nearest come however far, each with its distance', async () => {
    const { total, lieux, rayon_km } = await json(`lieux?lat=${POINT.lat}&lon=${POINT.lon}&limit=1000`)
    expect([total, rayon_km]).toEqual([SITUES.length, null])
    expect(near.at(-1)?.km).toBeGreaterThan(50)
    expect(lieux.map(({ distance_km }: Lieu) => distance_km)).toEqual(near.map(({ km }) => Math.round(km * 100) / 100))
  })

  test('the pages of the nearest follow each other', async () => {
    const page = async (n: number) => (await json(`lieux?lat=${POINT.lat}&lon=${POINT.lon}&limit=2&page=${n}`)).lieux
    const read = [...(await page(1)), ...(await page(2))].map(({ distance_km }: Lieu) => distance_km)
    expect(read).toEqual(near.slice(0, 4).map(({ km }) => Math.round(km * 100) / 100))
  })

  test('with a radius, those within it alone; when there is none, it is said with the nearest one', async () => {
    const within = await json(`lieux?lat=${POINT.lat}&lon=${POINT.lon}&rayon=20&limit=1000`)
    expect(within.total).toBe(near.filter(({ km }) => km <= 20).length)
    expect([within.rayon_km, within.plus_proche]).toEqual([20, null])
    const { total, rayon_km, plus_proche } = await json('lieux?lat=44.5&lon=-1.2&rayon=5')
    const sorted = SITUES.map((one) => ({ ...one, km: distanceKm({ lat: 44.5, lon: -1.2 }, one) })).sort(
      (a, b) => a.km - b.km,
    )
    expect([total, rayon_km]).toEqual([0, 5])
    expect(plus_proche.distance_km).toBe(Math.round((sorted[0]?.km ?? 0) * 100) / 100)
  })
})

test('a page says the total, its rank and its size, and leads to the pages beside it', async () => {
  const response = await site('/api/v1/lieux?limit=4&page=2&frr=0')
  const { total, page, limit, lieux } = await response.json()
  expect([page, limit, lieux.length]).toEqual([2, 4, 4])
  expect(response.headers.get('X-Total-Count')).toBe(String(total))
  const link = response.headers.get('Link') ?? ''
  const rels = Object.fromEntries([...link.matchAll(/<([^>]+)>; rel="(\w+)"/g)].map(([, url, rel]) => [rel, url]))
  expect(rels.prev).toContain('page=1')
  expect(rels.next).toContain('page=3')
  expect(rels.last).toContain(`page=${Math.ceil(total / 4)}`)
  expect(rels.next).toContain('limit=4')
  expect((await json('lieux')).limit).toBe(100)
})

test('`fields` gives those fields, and what tells a place apart', async () => {
  const { lieux } = await json('lieux?fields=telephone,nom&limit=2')
  for (const lieu of lieux) expect(Object.keys(lieu)).toEqual(['id', 'nom', 'telephone'])
  const { features } = await json('lieux.geojson?fields=nom&limit=1&q=mediatheque')
  expect(Object.keys(features[0].properties)).toEqual(['id', 'nom'])
  expect(features[0].geometry.coordinates).toEqual([1.872, 46.169])
  expect((await json('departements/23?fields=lieux')).departement).toEqual({ code: '23', lieux: expect.any(Number) })
})

test('one place by its id, in JSON and in GeoJSON; an unknown one is a 404 in plain words', async () => {
  const { lieu, source } = await json('lieux/gueret-mediatheque')
  expect([lieu.nom, source[0].licence]).toEqual(['Médiathèque de Guéret', 'Licence Ouverte 2.0'])
  const feature = await json('lieux/gueret-mediatheque.geojson')
  expect([feature.type, feature.id, feature.geometry.type]).toEqual(['Feature', 'gueret-mediatheque', 'Point'])
  const absent = await site('/api/v1/lieux/zzzz')
  expect([absent.status, absent.headers.get('Access-Control-Allow-Origin')]).toEqual([404, '*'])
  expect((await absent.json()).detail).toContain('Aucun lieu n’a cet identifiant')
  expect((await site('/api/v1/lieux/gueret-mediatheque.csv')).status).toBe(404)
})

test('every commune of the country answers, and one without a place gives the nearest ones', async () => {
  const communes = db.$client.prepare<[], { code: string; n: number }>(
    `select code, (select count(*) from lieu where commune_code = code and reseau = 'conseiller-numerique') as n from commune`,
  )
  for (const { code, n } of communes.all()) {
    const { commune } = await json(`communes/${code}`)
    expect([commune.code, commune.lieux]).toEqual([code, n])
    const { total, lieux, plus_proches } = await json(`communes/${code}/lieux`)
    expect([total, lieux.length]).toEqual([n, n])
    if (n > 0) expect(plus_proches).toEqual([])
    const km = plus_proches.map(({ distance_km }: Lieu) => distance_km)
    expect(km).toEqual([...km].sort((a, b) => a - b))
  }
})

test('an unknown address and an unknown method are said in plain words, with CORS', async () => {
  for (const path of ['/api/zzz', '/api/v1/zzz', '/api/v1/lieux/a/b', '/api/v2/lieux']) {
    const response = await site(path)
    expect([path, response.status, response.headers.get('Access-Control-Allow-Origin')]).toEqual([path, 404, '*'])
    expect((await response.json()).detail).toContain(path)
  }
  const posted = await site('/api/v1/lieux', { method: 'POST' })
  expect([posted.status, posted.headers.get('Allow')]).toEqual([405, 'GET, HEAD, OPTIONS'])
  expect((await site('/api/v1/verifier')).status).toBe(405)
})

test('the outlines of departments turn to the left, as GeoJSON asks', async () => {
  const { features } = await json('departements.geojson?fields=nom')
  const drawn = features.filter(({ geometry }: { geometry: unknown }) => geometry !== null)
  expect(drawn.length).toBeGreaterThan(0)
  for (const { geometry } of drawn) {
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
    for (const [outer, ...holes] of polygons) {
      expect(turns(outer)).toBeGreaterThan(0)
      for (const hole of holes) expect(turns(hole)).toBeLessThan(0)
    }
  }
})

/** Twice the area, positive to the left: the sum of the trapezoids under each side. */
function turns(ring: [number, number][]): number {
  let sum = 0
  for (let rang = 1; rang < ring.length; rang += 1) {
    const [[x1, y1], [x2, y2]] = [ring[rang - 1], ring[rang]] as [[number, number], [number, number]]
    sum -= (x2 - x1) * (y2 + y1)
  }
  return sum
}
