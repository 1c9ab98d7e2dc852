import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const css = readFileSync(new URL('../../app/styles/tokens.css', import.meta.url), 'utf8')
const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)')
const THEMES = { clair: tokensOf(light), sombre: tokensOf(dark.slice(0, dark.indexOf('@media print'))) }

function tokensOf(text: string): Map<string, string> {
  return new Map(
    [...text.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, nom, couleur]) => [nom ?? '', couleur ?? '']),
  )
}

/** Contrast of two colours, WCAG 2.1, relative luminance. */
function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (high + 0.05) / (low + 0.05)
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(hex.slice(start, start + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

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
