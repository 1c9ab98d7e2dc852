import { ENCRE_PAGE } from '#app/dessin/encre.ts'
import { PlanDepartement, type PlanDepartementDessine, titreDuPlan } from '#app/dessin/plan-departement.tsx'

type Props = { plan: PlanDepartementDessine; nom: string; total: number; chemin: string }

/** The drawing on the page, with what its marks mean and its file. */
export function FigurePlan({ plan, nom, total, chemin }: Props) {
  return (
    <figure className="plan-departement">
      <svg viewBox={plan.boite.join(' ')} role="img" aria-label={titreDuPlan(nom, total)}>
        <PlanDepartement plan={plan} encre={ENCRE_PAGE} />
      </svg>
      <figcaption>
        <p>
          Un rond : un lieu d’accueil
          {plan.lieux.some(({ approximate }) => approximate) && ' (vide : position approximative)'}.
        </p>
        <p>
          <a href={`${chemin}/plan.svg`}>Plan en SVG</a>
        </p>
      </figcaption>
    </figure>
  )
}
