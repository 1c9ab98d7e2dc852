import { expect, test } from 'vitest'
import type { View } from '#app/components/map/canvas/canvas-layer.ts'
import { hitMark, paintMarks, radiusOfCount } from '#app/components/map/canvas/paint-marks.ts'
import type { Palette } from '#app/components/map/canvas/palette.ts'
import { placeSquares } from '#app/components/map/canvas/place-squares.ts'
import type { Marks } from '#app/components/map/clusters/marks.ts'
import { worldX, worldY } from '#app/domain/carte/mercator.ts'

const palette: Palette = {
  lieu: 'green',
  approx: 'brown',
  'france-services': 'blue',
  autre: 'slate',
  structure: 'plum',
  ink: 'black',
  paper: 'white',
  ground: 'sand',
  groundLine: 'grey',
  font: 'serif',
}

/** A canvas that keeps the words written on it and the number of dashed strokes. */
function recorder() {
  const written: string[] = []
  const called = new Set<string>()
  let dashes = 0
  const context = new Proxy(
    {},
    {
      get:
        (_, name) =>
        (...args: unknown[]) => {
          called.add(String(name))
          if (name === 'fillText') written.push(String(args[0]))
          if (name === 'setLineDash' && (args[0] as number[]).length > 0) dashes += 1
          return name === 'measureText' ? { width: 10 } : undefined
        },
      set: () => true,
    },
  ) as CanvasRenderingContext2D
  return { context, written, called, dashes: () => dashes }
}

type Mark = {
  lat: number
  lon: number
  lieu: number
  structure: number
  france?: number
  autre?: number
  approximate: number
  id: number
}

function marksOf(all: Mark[]): Marks {
  return {
    zoom: 6,
    x: Float64Array.from(all, ({ lon }) => worldX(lon)),
    y: Float64Array.from(all, ({ lat }) => worldY(lat)),
    counts: {
      lieu: Uint32Array.from(all, ({ lieu }) => lieu),
      'france-services': Uint32Array.from(all, ({ france = 0 }) => france),
      autre: Uint32Array.from(all, ({ autre = 0 }) => autre),
      structure: Uint32Array.from(all, ({ structure }) => structure),
    },
    approximate: Uint32Array.from(all, ({ approximate }) => approximate),
    id: Int32Array.from(all, ({ id }) => id),
  }
}

const employers = { objet: 'structure', text: '12' } as const

// 800 × 600 pixels around Paris at zoom 6.
const size = 256 * 2 ** 6
const view: View = {
  zoom: 6,
  size,
  left: worldX(2.35) * size - 400,
  top: worldY(48.85) * size - 300,
  width: 800,
  height: 600,
}
const paris = { lat: 48.85, lon: 2.35 }

test('a cluster states its number of places, and its employers beside', () => {
  const { context, written } = recorder()
  const marks = marksOf([{ ...paris, lieu: 1234, structure: 56, approximate: 3, id: 1 }])
  const painted = paintMarks(context, view, { marks, palette, hidden: null })
  expect(written.map((text) => text.replace(/\s/u, ' '))).toEqual(['56', '1 234'])
  expect(painted).toHaveLength(1)
  expect(painted[0]?.x).toBeCloseTo(400)
  expect(painted[0]?.y).toBeCloseTo(300)
})

test('each network of a cluster has its own number: places, then France services and employers beside', () => {
  const { context, written } = recorder()
  const marks = marksOf([{ ...paris, lieu: 12, france: 5, structure: 3, approximate: 0, id: 1 }])
  paintMarks(context, view, { marks, palette, hidden: null })
  expect(written).toEqual(['5', '3', '12'])
})

test('the shape of each network is its own', () => {
  const calls = (mark: Partial<Mark>) => {
    const { context, called } = recorder()
    const marks = marksOf([{ ...paris, lieu: 0, structure: 0, approximate: 0, id: 1, ...mark }])
    paintMarks(context, view, { marks, palette, hidden: null })
    return ['arc', 'arcTo', 'lineTo'].filter((name) => called.has(name))
  }
  expect(calls({ lieu: 1 })).toEqual(['arc'])
  expect(calls({ structure: 1 })).toEqual(['arcTo'])
  expect(calls({ france: 1 })).toEqual(['lineTo'])
})

test('two numbers beside one mark never meet', () => {
  const besides = [{ objet: 'france-services', text: '1 234' } as const, employers]
  const [[a, b] = []] = placeSquares([{ x: 100, y: 100, r: 18, besides }])
  expect((a?.left ?? 0) + (a?.width ?? 0) < (b?.left ?? 0) || (b?.left ?? 0) + (b?.width ?? 0) < (a?.left ?? 0)).toBe(
    true,
  )
})

test.each([
  { what: 'France services alone', mark: { lieu: 0, structure: 0, france: 7, approximate: 0 }, text: ['7'], dashed: 0 },
  { what: 'employers alone', mark: { lieu: 0, structure: 42, approximate: 0 }, text: ['42'], dashed: 0 },
  { what: 'places all approximate', mark: { lieu: 5, structure: 0, approximate: 5 }, text: ['5'], dashed: 1 },
  { what: 'one exact place', mark: { lieu: 1, structure: 0, approximate: 0 }, text: [], dashed: 0 },
  { what: 'one approximate employer', mark: { lieu: 0, structure: 1, approximate: 1 }, text: [], dashed: 1 },
])('$what: the words and the dashes', ({ mark, text, dashed }) => {
  const { context, written, dashes } = recorder()
  paintMarks(context, view, { marks: marksOf([{ ...paris, ...mark, id: 1 }]), palette, hidden: null })
  expect(written).toEqual(text)
  expect(dashes()).toBe(dashed)
})

test('marks out of the view are not painted, nor the chosen one, which is painted apart', () => {
  const marks = marksOf([
    { ...paris, lieu: 1, structure: 0, approximate: 0, id: 7 },
    { lat: -21, lon: 55, lieu: 1, structure: 0, approximate: 0, id: 8 },
    { lat: 48, lon: 2, lieu: 0, structure: 1, approximate: 0, id: 7 },
  ])
  const painted = paintMarks(recorder().context, view, { marks, palette, hidden: { objet: 'lieu', numero: 7 } })
  expect(painted.map(({ rank }) => rank)).toEqual([2])
})

test.each([
  { what: 'on the centre', at: [100, 100], rank: 0 },
  { what: 'within a finger of a small mark', at: [100, 121], rank: 0 },
  { what: 'beyond it', at: [100, 123], rank: null },
  { what: 'inside a large mark, further than a finger', at: [200, 126], rank: 1 },
  { what: 'between two, the nearer centre', at: [152, 100], rank: 2 },
])('a click $what', ({ at: [x = 0, y = 0], rank }) => {
  const painted = [
    { x: 100, y: 100, r: 6, rank: 0 },
    { x: 200, y: 100, r: 27, rank: 1 },
    { x: 140, y: 100, r: 8, rank: 2 },
  ]
  expect(hitMark(painted, x, y)?.rank ?? null).toBe(rank)
})

test('a larger count is a larger mark, to a limit', () => {
  const radii = [1, 2, 10, 100, 1_000, 10_000, 1_000_000].map(radiusOfCount)
  expect(radii).toEqual([...radii].sort((a, b) => a - b))
  expect(radii.at(-1)).toBe(26)
})

test.each([
  { what: 'alone: lower right', others: [], right: true, down: true },
  { what: 'a disc on the lower right: lower left', others: [{ x: 130, y: 120 }], right: false, down: true },
  {
    what: 'discs on both sides below: upper right',
    others: [
      { x: 130, y: 120 },
      { x: 70, y: 120 },
    ],
    right: true,
    down: false,
  },
])('the square of a cluster $what', ({ others, right, down }) => {
  const discs = [{ x: 100, y: 100 }, ...others].map((at) => ({ ...at, r: 18, besides: [employers] }))
  const [[box] = []] = placeSquares(discs)
  expect([(box?.left ?? 0) > 100, (box?.top ?? 0) > 100]).toEqual([right, down])
})

test('a square that would be covered is left out', () => {
  const around = [-30, 30].flatMap((dx) => [-22, 22].map((dy) => ({ x: 100 + dx, y: 100 + dy, r: 18, besides: [] })))
  expect(placeSquares([{ x: 100, y: 100, r: 18, besides: [employers] }, ...around])[0]).toEqual([null])
})

test('a cluster of one layer has no number beside it', () => {
  expect(placeSquares([{ x: 0, y: 0, r: 9, besides: [] }])).toEqual([[]])
})
