import { geoArea } from 'd3-geo'
import { expect, test } from 'vitest'
import type { Contour } from '#app/dessin/cadres.server.ts'
import { fondDeCarte } from '#app/dessin/fonds-de-carte.server.ts'
import { contoursDeFrance, contoursOf } from '#app/dessin/france.server.ts'
import regionsGeojson from '../../data/referentiel/regions.geojson?raw'

const REGIONS = contoursOf(regionsGeojson)
const region = (code: string) => REGIONS.find(({ properties }) => properties.code === code) as Contour
const pick = (codes: string[]) => contoursDeFrance().filter(({ properties }) => codes.includes(properties.code))
const sizeOf = ({ geometry }: Contour) => geometry.coordinates.flat(geometry.type === 'Polygon' ? 1 : 2).length

test.each([
  ['94', ['2A', '2B']],
  ['53', ['22', '29', '35', '56']],
  // Vaucluse has an enclave in the Drôme, of another region.
  ['84', ['01', '03', '07', '15', '26', '38', '42', '43', '63', '69', '73', '74']],
  ['93', ['04', '05', '06', '13', '83', '84']],
  ['04', ['974']],
])('region %s covers what its departments cover apart, without the sides between them', (code, codes) => {
  const apart = pick(codes)
  const area = apart.reduce((sum, contour) => sum + geoArea(contour), 0)
  expect(geoArea(region(code)) / area).toBeCloseTo(1, 6)
  const sides = apart.reduce((sum, contour) => sum + sizeOf(contour), 0)
  if (codes.length > 1) expect(sizeOf(region(code))).toBeLessThan(sides)
})

test('Corsica is one island here: one ring', () => {
  expect(region('94').geometry.coordinates.length).toBe(1)
})

test('every region of the reference is drawn within its frame', () => {
  const { metropole, encarts } = fondDeCarte('regions')
  expect(metropole.traces.length).toBe(13)
  expect(encarts.flatMap(({ traces }) => traces.map(({ code }) => code)).sort()).toEqual([
    '01',
    '02',
    '03',
    '04',
    '06',
    '975',
    '977',
    '978',
    '986',
    '987',
    '988',
  ])
  for (const { d } of metropole.traces) expect(d).toMatch(/^M\d/)
  for (const { x, y } of metropole.traces) expect(x > 0 && x < 1000 && y > 0 && y < 960).toBe(true)
})
