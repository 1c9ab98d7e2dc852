import { expect, test } from 'vitest'
import { dessinDeFrance } from '#app/dessin/france.server.ts'
import { siteOn } from '#tests/pages/site.ts'
import { pays } from '#tests/support/pays.ts'

const site = siteOn(pays())

test('the outlines are kept for ever under their version, and as any answer without it', async () => {
  const html = await (await site('/')).text()
  const url = /\/contours\.json\?v=[0-9a-f]+/.exec(html)?.[0] ?? ''
  const versioned = await site(url)
  expect(versioned.headers.get('Cache-Control')).toContain('immutable')
  expect((await versioned.json()).features.length).toBeGreaterThan(100)
  const plain = await site('/contours.json')
  expect(plain.headers.get('Cache-Control')).toBeNull()
})

test('the drawing has each outline of the file once, within its frame, with its number on the paper', async () => {
  const { features } = await (await site('/contours.json')).json()
  const { metropole, encarts } = dessinDeFrance()
  const traces = [metropole, ...encarts].flatMap((cadre) => cadre.traces.map((trace) => ({ ...trace, cadre })))
  const codes = features.map((feature: { properties: { code: string } }) => feature.properties.code)
  expect(traces.map(({ code }) => code).sort()).toEqual(codes.sort())
  for (const { d, x, y, cadre } of traces) {
    expect(x >= 0 && x <= cadre.largeur && y >= 0 && y <= cadre.hauteur).toBe(true)
    for (const [px, py] of pointsOf(d)) {
      expect(px >= 0 && px <= cadre.largeur && py >= 0 && py <= cadre.hauteur).toBe(true)
    }
  }
})

test('north is above south and west left of east', () => {
  const at = new Map(dessinDeFrance().metropole.traces.map((trace) => [trace.code, trace]))
  expect(at.get('59')?.y).toBeLessThan(at.get('66')?.y ?? 0)
  expect(at.get('29')?.x).toBeLessThan(at.get('67')?.x ?? 0)
})

/** The absolute points of a path of relative steps ("M10 20l1-2 3 4z"). */
function pointsOf(d: string): [number, number][] {
  return d.split('z').flatMap((ring) => {
    const numbers = (ring.match(/-?\d+/g) ?? []).map(Number)
    let [x, y] = [0, 0]
    return Array.from({ length: numbers.length / 2 }, (_, rang): [number, number] => {
      x += numbers[2 * rang] ?? 0
      y += numbers[2 * rang + 1] ?? 0
      return [x, y]
    })
  })
}
