import type { SVGAttributes } from 'react'

/**
 * What a drawing draws: `classe-1` (least) to `classe-5` (most), the border of a shape of each (`limite-1`…: 3:1 on its
 * own class, which neighbouring classes cannot have between them), a series, an axis…
 */
export const TONS = [
  'classe-1',
  'classe-2',
  'classe-3',
  'classe-4',
  'classe-5',
  'sans-donnee',
  'limite-1',
  'limite-2',
  'limite-3',
  'limite-4',
  'limite-5',
  'limite-sans-donnee',
  'serie-1',
  'serie-2',
  'serie-3',
  'contour',
  'axe',
  'grille',
  'texte',
  'texte-doux',
  'etiquette',
] as const
export type Ton = (typeof TONS)[number]

/**
 * How a drawing is inked: by classes on a page, where themes and forced colours apply (styles/graphiques.css), by plain
 * attributes in a file, which stands alone. A drawing takes its ink as a prop and is written once.
 */
export type Encre = (
  ton: Ton,
) => Pick<SVGAttributes<SVGElement>, 'className' | 'fill' | 'stroke' | 'strokeWidth' | 'paintOrder'>

export const ENCRE_PAGE: Encre = (ton) => ({ className: `ton-${ton}` })

// Blue to yellow by lightness: told apart in every kind of colour vision, and in grey.
const FICHIER: Record<Ton, ReturnType<Encre>> = {
  'classe-1': { fill: '#fdf0c4' },
  'classe-2': { fill: '#b4d3a0' },
  'classe-3': { fill: '#66a997' },
  'classe-4': { fill: '#2f7f86' },
  'classe-5': { fill: '#123f5a' },
  'sans-donnee': { fill: 'url(#hachures)' },
  'limite-1': { stroke: '#1c2a27' },
  'limite-2': { stroke: '#1c2a27' },
  'limite-3': { stroke: '#1c2a27' },
  'limite-4': { stroke: '#ffffff' },
  'limite-5': { stroke: '#ffffff' },
  'limite-sans-donnee': { stroke: '#1c2a27' },
  'serie-1': { fill: 'none', stroke: '#0c4f46', strokeWidth: 2.5 },
  'serie-2': { fill: 'none', stroke: '#a8480f', strokeWidth: 2.5 },
  'serie-3': { fill: 'none', stroke: '#4a3f99', strokeWidth: 2.5 },
  contour: { fill: 'none', stroke: '#ffffff', strokeWidth: 0.8 },
  axe: { fill: 'none', stroke: '#43504b', strokeWidth: 1 },
  grille: { fill: 'none', stroke: '#ddd0b8', strokeWidth: 1 },
  texte: { fill: '#1c2a27' },
  'texte-doux': { fill: '#43504b' },
  // On a shape of any colour: letters that keep their ground.
  etiquette: { fill: '#1c2a27', stroke: '#ffffff', strokeWidth: 4, paintOrder: 'stroke' },
}

export const ENCRE_FICHIER: Encre = (ton) => FICHIER[ton]
