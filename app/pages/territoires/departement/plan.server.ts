import { cadreOf, reperesAround } from '#app/dessin/plan.server.ts'
import type { PlanDepartementDessine } from '#app/dessin/plan-departement.tsx'
import { isApproximate } from '#app/domain/vocabulary.ts'
import type { Db } from '#db/connect.server.ts'
import { reperesDe } from '#db/reperes.server.ts'
import { pointsDuDepartement } from '#db/territoires/lieux.server.ts'

/** Null in a territory without an outline. Places of one point are drawn once. */
export function planDuDepartement(db: Db, code: string): PlanDepartementDessine | null {
  const cadre = cadreOf(code)
  if (cadre === null) return null
  const lieux = pointsDuDepartement(db, code).flatMap(({ lat, lon, precision }) => {
    const point = cadre.projection([lon, lat])
    if (point === null) return []
    return { x: Math.round(point[0]), y: Math.round(point[1]), approximate: isApproximate(precision) }
  })
  const unique = new Map(lieux.map((lieu) => [`${lieu.x},${lieu.y},${lieu.approximate}`, lieu]))
  const [gauche = 0, haut = 0, largeur = 0, hauteur = 0] = cadre.viewBox.split(' ').map(Number)
  return {
    // Under the outline, room for the scale.
    boite: [gauche, haut, largeur, hauteur + PIED],
    contour: cadre.contour,
    lieux: [...unique.values()],
    reperes: reperesAround(reperesDe(db, code), [], cadre, [...unique.values()]),
    echelle: { ...echelleOf(cadre.kilometre), x: gauche + 8, y: haut + hauteur + PIED - 8 },
  }
}

const PIED = 16
const RONDS = [1, 2, 5, 10, 20, 50, 100]
const ECHELLE_MAX = 90

/** The longest round number of kilometres that stays short on the drawing. */
function echelleOf(kilometre: number): { km: number; longueur: number } {
  const km = RONDS.findLast((rond) => rond * kilometre <= ECHELLE_MAX) ?? (RONDS[0] as number)
  return { km, longueur: Math.round(km * kilometre * 10) / 10 }
}
