import { readFileSync } from 'node:fs'

export type Rgb = [number, number, number]

/** "#rrggbb" → linear RGB, 0 to 1. */
export function linearRgb(hex: string): Rgb {
  const channel = (start: number) => {
    const value = Number.parseInt(hex.slice(start, start + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [channel(1), channel(3), channel(5)]
}

/** Relative luminance, WCAG 2.1. */
export function luminance([r, g, b]: Rgb): number {
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** Contrast of two colours, WCAG 2.1. */
export function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(linearRgb(a)), luminance(linearRgb(b))].sort((x, y) => y - x)
  return (high + 0.05) / (low + 0.05)
}

/** Both themes of app/styles/tokens, by name without the hyphens: "classe-1" → "#fdf0c4". */
export function themesOf(): Record<'clair' | 'sombre', Map<string, string>> {
  const read = (theme: string) =>
    tokensOf(readFileSync(new URL(`../../app/styles/tokens/${theme}.css`, import.meta.url), 'utf8'))
  return { clair: read('clair'), sombre: read('sombre') }
}

function tokensOf(text: string): Map<string, string> {
  return new Map(
    [...text.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, nom, couleur]) => [nom ?? '', couleur ?? '']),
  )
}
