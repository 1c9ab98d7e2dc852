import { type Dates, lieuxConnus } from '#app/domain/chiffres/dates.ts'
import { formatNombre } from '#app/domain/texte/format.ts'
import type { Encre } from './encre.ts'
import { DECALAGE, type Marque } from './marque.ts'

export type PlanDepartementDessine = {
  boite: [number, number, number, number]
  contour: string
  lieux: { x: number; y: number; approximate: boolean }[]
  reperes: Marque[]
  /** How long some round number of kilometres is on the drawing, under the outline, from its left. */
  echelle: { km: number; x: number; y: number; longueur: number }
}
type Props = { plan: PlanDepartementDessine; encre: Encre }

/** The outline, a dot for each place (hollow where it is approximate), a square for each town that people steer by. */
export function PlanDepartement({ plan, encre }: Props) {
  return (
    <>
      <path d={plan.contour} {...encre('classe-1')} />
      <path d={plan.contour} {...encre('axe')} />
      {plan.lieux.map(({ x, y, approximate }) => (
        <circle key={`${x},${y},${approximate}`} cx={x} cy={y} r="4" {...encre(approximate ? 'serie-1' : 'classe-5')} />
      ))}
      {plan.reperes.map(({ nom, x, y, ancre }) => (
        <g key={nom} {...encre('texte')}>
          <rect x={x - 2.5} y={y - 2.5} width="5" height="5" />
          <text
            x={x + DECALAGE[ancre].dx}
            y={y + DECALAGE[ancre].dy}
            textAnchor={DECALAGE[ancre].textAnchor}
            fontSize="16"
            {...encre('texte')}
          >
            {nom}
          </text>
        </g>
      ))}
      <Echelle {...plan.echelle} encre={encre} />
    </>
  )
}

function Echelle({ km, x, y, longueur, encre }: PlanDepartementDessine['echelle'] & { encre: Encre }) {
  return (
    <g {...encre('texte')}>
      <path d={`M${x} ${y - 5}V${y}H${x + longueur}V${y - 5}`} {...encre('axe')} />
      <text x={x + longueur + 7} y={y + 2} fontSize="13" {...encre('texte')}>
        {`${formatNombre(km)} km`}
      </text>
    </g>
  )
}

/** The title of the drawing, with the date of its places. `lieux` is null without the file that tells. */
export function titreDuPlan(nom: string, lieux: number | null, dates: Pick<Dates, 'lieux'>): string {
  if (lieux === null) return `${nom} : lieux d’accueil inconnus, leur fichier n’est pas importé`
  return `${nom} : ${lieuxConnus(lieux, dates)}`
}
