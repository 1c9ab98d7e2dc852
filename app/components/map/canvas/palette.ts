/** The map's colours, from the site's tokens: a canvas does not read CSS by itself. */
const NAMES = {
  lieu: '--map-lieu',
  approx: '--map-approx',
  'france-services': '--map-france-services',
  autre: '--map-autre',
  structure: '--map-structure',
  ink: '--map-ink',
  paper: '--map-paper',
  ground: '--map-ground',
  groundLine: '--map-ground-line',
} as const

/** `font`: a CSS font family. */
export type Palette = Record<keyof typeof NAMES, string> & { font: string }

/** The colours in force on this element now; read again when the colour scheme changes. */
export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element)
  const colours = Object.entries(NAMES).map(([key, name]) => [key, style.getPropertyValue(name).trim() || 'GrayText'])
  return { ...(Object.fromEntries(colours) as Record<keyof typeof NAMES, string>), font: style.fontFamily }
}
