import { cadreOf, type Marque, reperesAround } from '#app/dessin/plan.server.ts'
import { isApproximate } from '#app/domain/vocabulary.ts'
import type { Db } from '#db/connect.server.ts'
import { reperesDe } from '#db/reperes.server.ts'
import { pointsDuDepartement } from '#db/territoires/lieux.server.ts'

/** A department with a dot for each of its places, and the towns that people steer by; in units of the viewBox. */
export type PlanDepartement = {
  /** left, top, width, height */
  boite: [number, number, number, number]
  contour: string
  lieux: { x: number; y: number; approximate: boolean }[]
  reperes: Marque[]
}

/** Null in a territory without an outline. Places of one point are drawn once. */
export function planDuDepartement(db: Db, code: string): PlanDepartement | null {
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
    boite: [gauche, haut, largeur, hauteur],
    contour: cadre.contour,
    lieux: [...unique.values()],
    reperes: reperesAround(reperesDe(db, code), [], cadre),
  }
}
