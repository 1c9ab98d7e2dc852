import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Attribution, readAttribution } from '#app/components/map/attribution.tsx'
import { countTile, NO_TILE_YET } from '#app/components/map/tiles-layer.tsx'

type Event = Parameters<typeof countTile>[1]

test.each<{ what: string; events: Event[]; unavailable: boolean }>([
  { what: 'nothing yet', events: [], unavailable: false },
  { what: 'some failed, the view is not settled', events: ['failed', 'failed'], unavailable: false },
  { what: 'all failed', events: ['failed', 'failed', 'settled'], unavailable: true },
  { what: 'one missing among others', events: ['loaded', 'failed', 'settled'], unavailable: false },
  { what: 'back after a failure', events: ['failed', 'settled', 'loaded'], unavailable: false },
  { what: 'a view that asked for nothing new', events: ['failed', 'settled', 'settled'], unavailable: true },
])('$what: the ground is missing, $unavailable', ({ events, unavailable }) => {
  expect(events.reduce(countTile, NO_TILE_YET).unavailable).toBe(unavailable)
})

test.each([
  { attribution: '© IGN', parts: [{ text: '© IGN', href: null }] },
  {
    attribution: '&copy; <a href="https://www.ign.fr/">IGN</a>, Plan',
    parts: [
      { text: '© ', href: null },
      { text: 'IGN', href: 'https://www.ign.fr/' },
      { text: ', Plan', href: null },
    ],
  },
  {
    attribution: '<a href="javascript:alert(1)">x</a>',
    parts: [{ text: '<a href="javascript:alert(1)">x</a>', href: null }],
  },
])('the attribution $attribution is read', ({ attribution, parts }) => {
  expect(readAttribution(attribution)).toEqual(parts)
})

test('markup in an attribution is shown, never run', () => {
  expect(renderToStaticMarkup(<Attribution attribution="<script>alert(1)</script>" />)).not.toContain('<script>')
})
