import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { boundsOfDepartements, type Contour, prepareContours } from '#app/components/map/canvas/contours.ts'
import { worldX, worldY } from '#app/domain/carte/mercator.ts'
import { METROPOLE, TERRITOIRES, territoireHolds, territoiresShown } from '#app/domain/territoires/cadres.ts'

const contours = prepareContours(JSON.parse(readFileSync('data/referentiel/departements.geojson', 'utf8')))

function contour(code: string): Contour {
  return contours.find((own) => own.code === code) as Contour
}

test('Mercator puts Paris in the tile that every map server has for it', () => {
  expect([Math.floor(worldX(2.3522) * 4096), Math.floor(worldY(48.8566) * 4096)]).toEqual([2074, 1409])
  expect([worldX(0), worldY(0)]).toEqual([0.5, 0.5])
})

test('the name of every department is written inside it', () => {
  const outside = contours.filter(({ label, rings }) => {
    // Counted on the vertical through the label, where the label itself was found on the horizontal.
    const crossings = rings.map((ring) => {
      let count = 0
      for (let i = 0; i + 3 < ring.length; i += 2) {
        const [x1, y1, x2, y2] = ring.slice(i, i + 4) as unknown as [number, number, number, number]
        if (x1 > label.x !== x2 > label.x && y1 + ((label.x - x1) / (x2 - x1)) * (y2 - y1) > label.y) count += 1
      }
      return count
    })
    return crossings.reduce((a, b) => a + b, 0) % 2 === 0
  })
  expect(outside.map(({ nom }) => nom)).toEqual([])
  expect(contours.length).toBeGreaterThan(100)
})

test('the coast is every side that one department alone has, and no other', () => {
  const { features } = JSON.parse(readFileSync('data/referentiel/departements.geojson', 'utf8')) as {
    features: { geometry: { type: string; coordinates: unknown[] } }[]
  }
  const uses = new Map<string, number>()
  for (const { geometry } of features) {
    const polygons = (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates) as number[][][][]
    for (const ring of polygons.flat())
      for (let i = 0; i + 1 < ring.length; i += 1) {
        const side = [String(ring[i]), String(ring[i + 1])].sort().join(' ')
        uses.set(side, (uses.get(side) ?? 0) + 1)
      }
  }
  const alone = [...uses.values()].filter((count) => count === 1).length
  const sides = contours.flatMap(({ coast }) => coast).reduce((sum, line) => sum + line.length / 2 - 1, 0)
  expect(sides).toBe(alone)
  // The Creuse has no sea and no frontier, Corsica has nothing else.
  expect(contour('23').coast).toEqual([])
  expect(contour('2A').coast.length).toBeGreaterThan(0)
})

test('what is no collection is refused', () => {
  expect(() => prepareContours({ type: 'Feature' })).toThrow('no GeoJSON collection')
})

test.each([
  { what: 'nothing chosen', codes: [], bounds: METROPOLE.bounds },
  { what: 'an unknown code', codes: ['00'], bounds: METROPOLE.bounds },
  { what: 'one department', codes: ['66'], bounds: contour('66').bounds },
  { what: 'one overseas', codes: ['974'], bounds: contour('974').bounds },
  { what: 'an ocean between: metropolitan France first', codes: ['974', '66'], bounds: contour('66').bounds },
  { what: 'two oceans: the first', codes: ['976', '971'], bounds: contour('976').bounds },
  { what: 'a territory without an outline', codes: ['988'], bounds: [-22.75, 163.5, -19.5, 168.2] },
])('$what is framed', ({ codes, bounds }) => {
  expect(boundsOfDepartements(codes, contours)).toEqual(bounds)
})

test('two departments are framed together', () => {
  const [south, west, north, east] = boundsOfDepartements(['29', '67'], contours)
  expect([west, east]).toEqual([contour('29').bounds[1], contour('67').bounds[3]])
  expect([south, north]).toEqual([contour('29').bounds[0], contour('67').bounds[2]])
})

test('each button frames the whole of its land', () => {
  for (const { code, nom, bounds } of contours) {
    const own = TERRITOIRES.find(({ codes }) => codes.includes(code)) ?? METROPOLE
    const corners = [
      { lat: bounds[0], lon: bounds[1] },
      { lat: bounds[2], lon: bounds[3] },
    ]
    expect(corners.every((corner) => territoireHolds(own, corner)) ? '' : nom).toBe('')
  }
})

test('five territories always have their button, the others where points are', () => {
  const always = ['France métropolitaine', 'Guadeloupe', 'Martinique', 'Guyane', 'La Réunion', 'Mayotte']
  expect(territoiresShown([]).map(({ nom }) => nom)).toEqual(always)
  expect(territoiresShown(['Nouvelle-Calédonie']).map(({ nom }) => nom)).toEqual([...always, 'Nouvelle-Calédonie'])
})
