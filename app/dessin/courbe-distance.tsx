import { scaleLinear } from 'd3-scale'
import { formatValeur } from '#app/domain/chiffres/tableau.ts'
import { formatNombre } from '#app/domain/texte/format.ts'
import type { Encre, Ton } from './encre.ts'

/** A line: the share of the inhabitants within 0, 1, 2… km. */
export type Serie = { nom: string; parts: readonly (number | null)[] }

export const COURBE = { largeur: 640, hauteur: 400 }
const BORD = { haut: 16, droite: 20, bas: 64, gauche: 92 }
const TONS: readonly Ton[] = ['serie-1', 'serie-2', 'serie-3']
const LIGNE = 36

/** How much of the population is within how many kilometres, a line per class (three at most), named where no line goes. */
export function CourbeDistance({ encre, series }: { encre: Encre; series: readonly Serie[] }) {
  const kmMax = Math.max(1, ...series.map(({ parts }) => parts.length - 1))
  const x = scaleLinear([0, kmMax], [BORD.gauche, COURBE.largeur - BORD.droite])
  const y = scaleLinear([0, 1], [COURBE.hauteur - BORD.bas, BORD.haut])
  const tracees = series.slice(0, TONS.length)
  return (
    <g fontSize="15">
      <Axes encre={encre} x={x} y={y} />
      {tracees.map(({ nom, parts }, rang) => (
        <path key={nom} d={pathOf(parts, x, y)} {...encre(TONS[rang] as Ton)} />
      ))}
      {tracees.map(({ nom }, rang) => {
        const haut = y(0) - LIGNE * (tracees.length - rang) + LIGNE / 2
        return (
          <g key={nom}>
            <path d={`M${x(kmMax * 0.42)} ${haut}h40`} {...encre(TONS[rang] as Ton)} />
            <text x={x(kmMax * 0.42) + 50} y={haut + 6} {...encre('texte')}>
              {nom}
            </text>
          </g>
        )
      })}
    </g>
  )
}

type Echelle = ReturnType<typeof scaleLinear<number, number>>

function Axes({ encre, x, y }: { encre: Encre; x: Echelle; y: Echelle }) {
  return (
    <>
      {y.ticks(5).map((part) => (
        <g key={part}>
          <path d={`M${x.range()[0]} ${y(part)}H${x.range()[1]}`} {...encre(part === 0 ? 'axe' : 'grille')} />
          <text x={BORD.gauche - 10} y={y(part) + 5} textAnchor="end" {...encre('texte')}>
            {formatValeur('part', part).replace(',0', '')}
          </text>
        </g>
      ))}
      {x.ticks(5).map((km) => (
        <g key={km}>
          <path d={`M${x(km)} ${y(0)}v6`} {...encre('axe')} />
          <text x={x(km)} y={y(0) + 26} textAnchor="middle" {...encre('texte')}>
            {formatNombre(km)}
          </text>
        </g>
      ))}
      <text x={x.range()[1]} y={COURBE.hauteur - 8} textAnchor="end" {...encre('texte-doux')}>
        km jusqu’au lieu le plus proche
      </text>
    </>
  )
}

function pathOf(parts: Serie['parts'], x: Echelle, y: Echelle): string {
  const points = parts.flatMap((part, km) => (part === null ? [] : [`${round(x(km))} ${round(y(part))}`]))
  return points.length === 0 ? '' : `M${points.join('L')}`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
