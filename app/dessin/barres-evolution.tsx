import { scaleLinear } from 'd3-scale'
import { formatValeur } from '#app/domain/chiffres/tableau.ts'
import type { Encre } from './encre.ts'

export type Barre = { nom: string; valeur: number }
/** The scale is that of all the bars, those of the other columns included. */
type Props = { barres: readonly Barre[]; toutes: readonly Barre[]; encre: Encre }

export const LARGEUR_BARRES = 340
const RANG = 42
const TAILLE = 15
/** What a value in words takes beside its bar. */
const VALEUR = 52

export function hauteurBarres(nombre: number): number {
  return nombre * RANG + 4
}

/** Bars on both sides of zero, one a part: its name above, its value with its sign at the end. */
export function Barres({ barres, toutes, encre }: Props) {
  const valeurs = toutes.map(({ valeur }) => valeur)
  const [min, max] = [Math.min(0, ...valeurs), Math.max(0, ...valeurs)]
  const x = scaleLinear([min, max === min ? min + 1 : max], [min < 0 ? VALEUR : 2, LARGEUR_BARRES - VALEUR])
  const zero = Math.round(x(0))
  return (
    <g fontSize={TAILLE}>
      {barres.map(({ nom, valeur }, rang) => {
        const haut = rang * RANG
        const fin = Math.round(x(valeur))
        return (
          <g key={nom}>
            <text x={0} y={haut + 15} {...encre('texte')}>
              {nom}
            </text>
            <rect
              x={Math.min(zero, fin)}
              y={haut + 21}
              width={Math.abs(fin - zero)}
              height={15}
              {...encre(valeur < 0 ? 'classe-3' : 'classe-4')}
            />
            <text
              x={valeur < 0 ? fin - 5 : fin + 5}
              y={haut + 34}
              fontWeight="700"
              textAnchor={valeur < 0 ? 'end' : 'start'}
              {...encre('texte')}
            >
              {formatValeur('ecart', valeur)}
            </text>
          </g>
        )
      })}
      {barres.map((barre, rang) => (
        <path key={barre.nom} d={`M${zero} ${rang * RANG + 19}v19`} {...encre('axe')} />
      ))}
    </g>
  )
}

/** Cut into columns of about as many bars, read down then across. */
export function columnsOf(barres: readonly Barre[], columns: number): Barre[][] {
  const size = Math.max(1, Math.ceil(barres.length / columns))
  return Array.from({ length: Math.ceil(barres.length / size) }, (_, rang) =>
    barres.slice(rang * size, (rang + 1) * size),
  )
}
