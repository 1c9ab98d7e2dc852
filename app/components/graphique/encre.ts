import type { SVGAttributes } from 'react'

/** What a drawing draws: `classe-1` (least) to `classe-5` (most), a series, an axis… */
export const TONS = [
  'classe-1',
  'classe-2',
  'classe-3',
  'classe-4',
  'classe-5',
  'sans-donnee',
  'serie-1',
  'serie-2',
  'serie-3',
  'contour',
  'axe',
  'grille',
  'texte',
  'texte-doux',
] as const
export type Ton = (typeof TONS)[number]

/**
 * How a drawing is inked: by classes on a page, where themes and forced colours apply (styles/graphiques.css), by plain
 * attributes in a file, which stands alone. A drawing takes its ink as a prop and is written once.
 */
export type Encre = (ton: Ton) => Pick<SVGAttributes<SVGElement>, 'className' | 'fill' | 'stroke' | 'strokeWidth'>

export const ENCRE_PAGE: Encre = (ton) => ({ className: `ton-${ton}` })

// Blue to yellow by lightness: told apart in every kind of colour vision, and in grey.
const FICHIER: Record<Ton, ReturnType<Encre>> = {
  'classe-1': { fill: '#fdf0c4' },
  'classe-2': { fill: '#c3dcae' },
  'classe-3': { fill: '#72b6a1' },
  'classe-4': { fill: '#2f7f86' },
  'classe-5': { fill: '#123f5a' },
  'sans-donnee': { fill: 'url(#hachures)' },
  'serie-1': { fill: 'none', stroke: '#0c4f46', strokeWidth: 2.5 },
  'serie-2': { fill: 'none', stroke: '#a8480f', strokeWidth: 2.5 },
  'serie-3': { fill: 'none', stroke: '#4a3f99', strokeWidth: 2.5 },
  contour: { fill: 'none', stroke: '#ffffff', strokeWidth: 0.8 },
  axe: { fill: 'none', stroke: '#43504b', strokeWidth: 1 },
  grille: { fill: 'none', stroke: '#ddd0b8', strokeWidth: 1 },
  texte: { fill: '#1c2a27' },
  'texte-doux': { fill: '#43504b' },
}

export const ENCRE_FICHIER: Encre = (ton) => FICHIER[ton]
