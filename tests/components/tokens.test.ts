import { expect, test } from 'vitest'
import { contrast, themesOf } from '#tests/support/couleurs.ts'

const THEMES = themesOf()

const GROUNDS = ['fond', 'surface', 'sable']
const TEXTS: [string, string[]][] = [
  ['encre', [...GROUNDS, 'teinte-1', 'teinte-2', 'map-ground']],
  ['encre-douce', GROUNDS],
  ['accent', GROUNDS],
  ['brique', GROUNDS],
  ['sur-accent', ['accent']],
  ['sur-entete', ['entete']],
  ['sur-soleil', ['soleil', 'soleil-vif']],
  ['alerte', ['alerte-fond']],
  ['sur-teinte', ['teinte-3', 'teinte-4']],
  ['map-ink', ['map-paper', 'map-ground']],
  ['map-lieu', ['map-paper']],
  ['map-structure', ['map-paper']],
  ['map-france-services', ['map-paper']],
  ['map-autre', ['map-paper']],
]
const pairs = (table: [string, string[]][]) =>
  Object.keys(THEMES).flatMap((theme) => table.flatMap(([a, grounds]) => grounds.map((b) => [theme, a, b] as const)))

test.each(pairs(TEXTS))('theme %s: text %s on %s has 7:1', (theme, text, ground) => {
  const tokens = THEMES[theme as keyof typeof THEMES]
  expect(contrast(tokens.get(text) ?? '', tokens.get(ground) ?? '')).toBeGreaterThanOrEqual(7)
})

test.each(pairs([['bord', GROUNDS]]))(
  'theme %s: the border of a control, %s, on %s has 3:1',
  (theme, border, ground) => {
    const tokens = THEMES[theme as keyof typeof THEMES]
    expect(contrast(tokens.get(border) ?? '', tokens.get(ground) ?? '')).toBeGreaterThanOrEqual(3)
  },
)

test('both themes name the same colours', () => {
  expect([...THEMES.sombre.keys()].sort()).toEqual([...THEMES.clair.keys()].sort())
})
