import { expect, test } from 'vitest'
import { ENCRE_FICHIER, type Ton } from '#app/dessin/encre.ts'
import { TEINTES } from '#app/dessin/fond-de-carte.ts'
import { contrast, linearRgb, luminance, type Rgb, themesOf } from '#tests/support/couleurs.ts'

const THEMES = themesOf()

type Palette = { couleur: (nom: string) => string; fond: string }
const PALETTES: [nom: string, palette: Palette][] = [
  ['clair', paletteOf(THEMES.clair)],
  ['sombre', paletteOf(THEMES.sombre)],
  ['fichier', { couleur: inFile, fond: '#ffffff' }],
]

function paletteOf(theme: Map<string, string>): Palette {
  return { couleur: (nom) => theme.get(nom) ?? `no ${nom}`, fond: theme.get('fond') ?? '' }
}

function inFile(nom: string): string {
  const { fill, stroke } = ENCRE_FICHIER(nom as Ton)
  return String(fill ?? stroke)
}

type Matrix = [Rgb, Rgb, Rgb]
// Machado, Oliveira and Fernandes, 2009, at full severity, on linear RGB.
const VISIONS: Record<string, Matrix> = {
  ordinaire: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopie: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopie: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopie: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

/** CIE L*, 0 to 100: as much lightness as the eye sees. */
function lightness(hex: string, vision: Matrix): number {
  const rgb = linearRgb(hex)
  const [r, g, b] = vision.map(([x, y, z]) => Math.min(1, Math.max(0, x * rgb[0] + y * rgb[1] + z * rgb[2])))
  const y = luminance([r ?? 0, g ?? 0, b ?? 0])
  return y > 216 / 24389 ? 116 * Math.cbrt(y) - 16 : (24389 / 27) * y
}

const cases = PALETTES.flatMap(([nom, palette]) =>
  Object.entries(VISIONS).map(([vision, matrix]) => [nom, vision, palette, matrix] as const),
)

test.each(cases)(
  '%s, %s: from a class to the next, lightness always moves the same way, by 10 at least',
  (_, __, { couleur }, matrix) => {
    for (const teintes of TEINTES) {
      const levels = teintes.map((teinte) => lightness(couleur(`classe-${teinte}`), matrix))
      const steps = levels.slice(1).map((level, rang) => level - (levels[rang] ?? 0))
      const sign = Math.sign(steps[0] ?? 1)
      for (const step of steps) expect(step * sign).toBeGreaterThanOrEqual(10)
    }
  },
)

test.each(PALETTES)('%s: the border of a shape has 3:1 on its own class', (_, { couleur }) => {
  for (const classe of [1, 2, 3, 4, 5]) {
    expect(contrast(couleur(`limite-${classe}`), couleur(`classe-${classe}`))).toBeGreaterThanOrEqual(3)
  }
})

test.each(PALETTES)('%s: a shape stands out from the page by its colour or by its border', (_, { couleur, fond }) => {
  for (const classe of [1, 2, 3, 4, 5]) {
    const best = Math.max(contrast(couleur(`limite-${classe}`), fond), contrast(couleur(`classe-${classe}`), fond))
    expect(best).toBeGreaterThanOrEqual(3)
  }
  expect(contrast(couleur('limite-sans-donnee'), fond)).toBeGreaterThanOrEqual(3)
})
