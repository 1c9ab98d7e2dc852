import { scaleLinear, scaleUtc } from 'd3-scale'
import { formatNombre } from '#app/domain/texte/format.ts'
import type { Encre } from './encre.ts'
import { reperesPoses, valeursPosees } from './etiquettes.ts'

/** `x`: milliseconds; `etiquette`: the value in words, written beside the point; none: the line only passes. */
export type PointDeCourbe = { x: number; y: number; etiquette?: string }
export type Repere = { x: number; texte: string }
type Props = { points: readonly PointDeCourbe[]; reperes: readonly Repere[]; largeur: number; encre: Encre }

export const HAUTEUR_COURBE = 260
const MARGES = { haut: 30, droite: 46, bas: 34, gauche: 56 }
const TAILLE = 15
const LIGNE = 20

/** A line over time from zero, its axes and the values of its marked points; no word covers another. Units of the viewBox. */
export function Courbe({ points, reperes, largeur, encre }: Props) {
  const { haut, droite, bas, gauche } = MARGES
  const dates = points.map(({ x }) => x)
  const x = scaleUtc([Math.min(...dates), Math.max(...dates)], [gauche + 24, largeur - droite])
  const marks = reperesPoses(reperes.map(({ x: at, texte }) => ({ x: x(at), texte })))
  const pied = HAUTEUR_COURBE - bas - Math.max(0, ...marks.map(({ rang }) => rang)) * LIGNE
  const y = scaleLinear([0, Math.max(1, ...points.map((point) => point.y))], [pied, haut]).nice(4)
  const trait = points.map((point) => `${round(x(point.x))},${round(y(point.y))}`).join(' ')
  const marques = points.flatMap(({ x: at, y: valeur, etiquette: texte }) => {
    return texte === undefined ? [] : [{ x: x(at), y: y(valeur), texte }]
  })
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
      {marks.map(({ x: at, texte, rang }) => (
        <text key={at} x={round(at)} y={pied + 24 + rang * LIGNE} textAnchor="middle" {...encre('texte')}>
          {texte}
        </text>
      ))}
      <polyline points={trait} {...encre('serie-1')} />
      {marques.map(({ x: at, y: hauteur }) => (
        <circle key={at} cx={round(at)} cy={round(hauteur)} r="5" {...encre('classe-5')} />
      ))}
      {valeursPosees(marques).map(({ x: at, y: ligne, texte }) => (
        <text key={at} x={round(at)} y={round(ligne)} fontWeight="700" textAnchor="middle" {...encre('texte')}>
          {texte}
        </text>
      ))}
    </g>
  )
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
