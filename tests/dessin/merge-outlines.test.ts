import { geoArea } from 'd3-geo'
import { expect, test } from 'vitest'
import { fondDeCarte } from '#app/dessin/fonds-de-carte.server.ts'
import { contoursDeFrance } from '#app/dessin/france.server.ts'
import { mergeOutlines } from '#app/dessin/merge-outlines.server.ts'

const pick = (codes: string[]) => contoursDeFrance().filter(({ properties }) => codes.includes(properties.code))
const REGION = { code: 'x', nom: 'Ensemble' }

test.each([
  ['Corse', ['2A', '2B']],
  ['Bretagne', ['22', '29', '35', '56']],
  ['the Drôme, and Vaucluse whose enclave it surrounds', ['26', '84']],
  ['the Drôme and Ardèche, around the enclave', ['26', '07']],
  ['Auvergne-Rhône-Alpes', ['01', '03', '07', '15', '26', '38', '42', '43', '63', '69', '73', '74']],
  ['one alone', ['974']],
])('%s: together they cover what they cover apart', (_, codes) => {
  const contours = pick(codes)
  const apart = contours.reduce((area, contour) => area + geoArea(contour), 0)
  expect(geoArea(mergeOutlines(contours, REGION)) / apart).toBeCloseTo(1, 6)
})

test('no side is left between departments of one region', () => {
  const sides = (codes: string[]) =>
    pick(codes).reduce(
      (n, { geometry }) => n + geometry.coordinates.flat(geometry.type === 'Polygon' ? 1 : 2).length,
      0,
    )
  const { geometry } = mergeOutlines(pick(['2A', '2B']), REGION)
  expect(geometry.coordinates.flat(2).length).toBeLessThan(sides(['2A', '2B']))
  // Corsica is one island here: one ring.
  expect(geometry.coordinates.length).toBe(1)
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
