import { expect, test } from 'vitest'
import type { View } from '#app/components/map/canvas/canvas-layer.ts'
import { prepareContours } from '#app/components/map/canvas/contours.ts'
import { type Names, paintNames } from '#app/components/map/canvas/paint-names.ts'
import { worldX, worldY } from '#app/domain/carte/mercator.ts'
import type { Nom } from '#app/domain/carte/noms.ts'

/** A canvas that keeps the words written on it; a letter is 7 pixels wide. */
function recorder() {
  const written: string[] = []
  const placed: { x: number; y: number }[] = []
  const context = new Proxy(
    {},
    {
      get:
        (_, name) =>
        (...args: unknown[]) => {
          if (name === 'fillText') {
            written.push(String(args[0]))
            placed.push({ x: Number(args[1]), y: Number(args[2]) })
          }
          return name === 'measureText' ? { width: String(args[0]).length * 7 } : undefined
        },
      set: () => true,
    },
  ) as CanvasRenderingContext2D
  return { context, written, placed }
}

// 800 × 600 pixels around Mauriac at zoom 10.
const size = 256 * 2 ** 10
const view: View = {
  zoom: 10,
  size,
  left: worldX(2.33) * size - 400,
  top: worldY(45.22) * size - 300,
  width: 800,
  height: 600,
}
const NOMS: Nom[] = [
  ['Mauriac', 45.218, 2.333, 3600],
  ['Ydes', 45.345, 2.44, 1700],
  // Less than the height of a name from the one before it.
  ['Ydes-Bourg', 45.347, 2.44, 300],
  ['Paris', 48.85, 2.35, 2_100_000],
]
const nothing: Names = { noms: [], repere: null, vides: [], palette: {} as Names['palette'] }

function wordsOf(names: Partial<Names>): string[] {
  const { context, written } = recorder()
  paintNames(context, view, { ...nothing, ...names })
  return written
}

test('the towns in sight are named, the most populated where two names meet', () => {
  expect(wordsOf({ noms: NOMS })).toEqual(['Mauriac', 'Ydes'])
})

test('a name goes beside the marks that would cover it, and is left out where they are on each side', () => {
  const { context, placed } = recorder()
  const write = (discs: { x: number; y: number; r: number }[]) => {
    placed.length = 0
    paintNames(context, view, { ...nothing, noms: [['Mauriac', 45.218, 2.333, 3600]] }, discs)
    return placed[0] ?? null
  }
  const free = write([])
  if (free === null) throw new Error('Nothing is written')
  const { x, y } = free
  // Seven letters of seven pixels, to the right of the dot.
  expect(write([{ x: x + 100, y, r: 12 }])).toEqual(free)
  expect(write([{ x: x + 40, y, r: 12 }])?.x).toBeLessThan(x)
  // Its dot is under a mark: the name stands at the edge of the mark.
  expect(write([{ x: x - 5, y, r: 18 }])?.x).toBeGreaterThanOrEqual(x + 18)
  expect(write([{ x: x - 5, y, r: 18 }, ...[-60, 60].map((by) => ({ x: x + by, y, r: 50 }))])).toBeNull()
})

test('the point that was searched is named once, before the towns', () => {
  expect(wordsOf({ noms: NOMS, repere: { lat: 45.218, lon: 2.333, nom: 'Mauriac' } })).toEqual(['Mauriac', 'Ydes'])
  expect(wordsOf({ noms: NOMS, repere: { lat: 45.1, lon: 2.1, nom: 'Vous êtes ici' } })[0]).toBe('Vous êtes ici')
})

test('a territory without a shown place says so, where its outline has room for the words', () => {
  const square = (code: string, half: number) => ({
    properties: { code, nom: code },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [-1, -1],
          [1, -1],
          [1, 1],
          [-1, 1],
          [-1, -1],
        ].map(([x = 0, y = 0]) => [2.33 + x * half, 45.22 + y * half]),
      ],
    },
  })
  expect(wordsOf({ vides: prepareContours({ features: [square('15', 0.4)] }) })).toEqual(['Aucun lieu'])
  expect(wordsOf({ vides: prepareContours({ features: [square('15', 0.02)] }) })).toEqual([])
})
