import type { AppContext } from '#app/context.ts'
import { answerSvg } from '#app/dessin/answer-drawing.server.ts'
import { ENCRE_FICHIER } from '#app/dessin/encre.ts'
import { FichierSvg } from '#app/dessin/fichier.tsx'
import { PlanDepartement, titreDuPlan } from '#app/dessin/plan-departement.tsx'
import { sourcesDes } from '#app/pages/commun/territoires.server.ts'
import { datesOf, fichiersAbsents } from '#db/sources.server.ts'
import type { ChiffresDepartement } from '#db/territoires.server.ts'
import { planDuDepartement } from './plan.server.ts'

/** Twice the size of the page's: a file is looked at alone. */
const ECHELLE = 2

/** The drawing of a department as a file that stands alone; null without an outline. */
export function answerPlan(
  { db, publicUrl }: AppContext,
  { code, nom, chiffres }: ChiffresDepartement,
): Response | null {
  const plan = planDuDepartement(db, code)
  if (plan === null) return null
  const [gauche, haut, largeur, hauteur] = plan.boite
  const drawing = (
    <FichierSvg
      titre={titreDuPlan(
        `${nom} (${code})`,
        fichiersAbsents(db).includes('lieux') ? null : chiffres.lieux,
        datesOf(db),
      )}
      largeur={largeur * ECHELLE}
      hauteur={hauteur * ECHELLE}
      sources={sourcesDes(db, ['lieux'])}
      permalien={`${publicUrl}/departements/${code}`}
      notes={[
        'Un rond : un lieu d’accueil (vide : position approximative).',
        'Contours : Natural Earth, domaine public.',
      ]}
    >
      <g transform={`scale(${ECHELLE}) translate(${-gauche} ${-haut})`}>
        <PlanDepartement plan={plan} encre={ENCRE_FICHIER} />
      </g>
    </FichierSvg>
  )
  return answerSvg(drawing, `plan-${code}.svg`)
}
