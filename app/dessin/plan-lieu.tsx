import { DECALAGE, type Marque } from './marque.ts'

export type PlanDessine = {
  viewBox: string
  contour: string
  lieu: Marque
  approximate: boolean
  reperes: Marque[]
}
/** `departement`: "Creuse (23)". */
type Props = { plan: PlanDessine; departement: string }

/** Where in the department the place stands, among the towns that people know; drawn apart when it is not sure. */
export function Plan({ plan, departement }: Props) {
  const { lieu, reperes, approximate } = plan
  const autour = reperes.length > 0 ? `, avec ${reperes.map(({ nom }) => nom).join(', ')}` : ''
  const ville = lieu.nom === '' ? '' : `, à ${lieu.nom}`
  const place = `${approximate ? 'position approximative du lieu' : 'position du lieu'}${ville}`
  return (
    <figure className="plan" aria-labelledby="plan-legende">
      <svg viewBox={plan.viewBox} role="img" aria-label={`${departement} : ${place}${autour}`}>
        <path d={plan.contour} />
        {reperes.map((repere) => (
          <g key={repere.nom}>
            <circle cx={repere.x} cy={repere.y} r="2.5" />
            <Nom marque={repere} />
          </g>
        ))}
        <g className={approximate ? 'plan-lieu plan-environ' : 'plan-lieu'}>
          <circle cx={lieu.x} cy={lieu.y} r={approximate ? 8 : 6} />
          <Nom marque={lieu} />
        </g>
      </svg>
      <figcaption id="plan-legende">{departement}</figcaption>
    </figure>
  )
}

function Nom({ marque: { nom, x, y, ancre } }: { marque: Marque }) {
  if (nom === '') return null
  const { dx, dy, textAnchor } = DECALAGE[ancre]
  return (
    <text x={x + dx} y={y + dy} textAnchor={textAnchor}>
      {nom}
    </text>
  )
}
