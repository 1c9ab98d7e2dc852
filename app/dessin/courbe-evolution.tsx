import { scaleLinear, scaleUtc } from 'd3-scale'
import { formatNombre } from '#app/domain/texte/format.ts'
import type { Encre } from './encre.ts'

/** `x`: milliseconds; `etiquette`: the value in words, written beside the point; none: the line only passes. */
export type PointDeCourbe = { x: number; y: number; etiquette?: string }
export type Repere = { x: number; texte: string }
type Props = { points: readonly PointDeCourbe[]; reperes: readonly Repere[]; largeur: number; encre: Encre }

export const HAUTEUR_COURBE = 260
const MARGES = { haut: 30, droite: 46, bas: 34, gauche: 56 }
const TAILLE = 15

/** A line over time from zero, its axes and the values of its marked points. Units of the viewBox. */
export function Courbe({ points, reperes, largeur, encre }: Props) {
  const { haut, droite, bas, gauche } = MARGES
  const dates = points.map(({ x }) => x)
  const x = scaleUtc([Math.min(...dates), Math.max(...dates)], [gauche + 24, largeur - droite])
  const y = scaleLinear([0, Math.max(1, ...points.map((point) => point.y))], [HAUTEUR_COURBE - bas, haut]).nice(4)
  const trait = points.map((point) => `${round(x(point.x))},${round(y(point.y))}`).join(' ')
  return (
    <g fontSize={TAILLE}>
      {y
        .ticks(4)
        .filter(Number.isInteger)
        .map((tick) => (
          <g key={tick}>
            <path d={`M${gauche} ${round(y(tick))}H${largeur - 8}`} {...encre(tick === 0 ? 'axe' : 'grille')} />
            <text x={gauche - 6} y={round(y(tick)) + 5} textAnchor="end" {...encre('texte-doux')}>
              {formatNombre(tick)}
            </text>
          </g>
        ))}
      {reperes.map(({ x: at, texte }) => (
        <text key={at} x={round(x(at))} y={HAUTEUR_COURBE - 10} textAnchor="middle" {...encre('texte')}>
          {texte}
        </text>
      ))}
      <polyline points={trait} {...encre('serie-1')} />
      {points
        .filter(({ etiquette }) => etiquette !== undefined)
        .map((point) => (
          <g key={point.x}>
            <circle cx={round(x(point.x))} cy={round(y(point.y))} r="5" {...encre('classe-5')} />
            <text
              x={round(x(point.x))}
              y={round(y(point.y)) - 11}
              fontWeight="700"
              textAnchor="middle"
              {...encre('texte')}
            >
              {point.etiquette}
            </text>
          </g>
        ))}
    </g>
  )
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
