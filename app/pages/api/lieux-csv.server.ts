import { z } from 'zod'
import { isApproximate, type Precision } from '#app/domain/vocabulary.ts'
import { NORME_LIEUX } from '#app/verification/norme.ts'
import type { Objet } from './ressource.server.ts'
import { Lieu } from './schemas.server.ts'

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i

const { shape } = Lieu
const norme = Object.fromEntries(NORME_LIEUX.colonnes.map((nom) => [nom, shape[nom as keyof typeof shape]]))
const ajoutees = Object.fromEntries(Object.entries(shape).filter(([nom]) => !(nom in norme)))

/** The columns of the standard in its order, and no other before them; then those of the site. */
export const LieuCsv = z.strictObject({
  ...norme,
  structure_coop_id: z.string().nullable(),
  ...ajoutees,
  latitude_approchee: z.number().nullable(),
  longitude_approchee: z.number().nullable(),
})

/**
 * A place as a row of the standard. The centre of a commune is no address: what is placed by it has no coordinates there, and
 * says where the site draws it in columns of its own.
 */
export function ligneCsv(lieu: Objet): Objet {
  const approche = isApproximate(lieu.precision as Precision)
  const { latitude, longitude } = lieu
  return {
    ...lieu,
    latitude: approche ? null : latitude,
    longitude: approche ? null : longitude,
    structure_coop_id: coopIdOf(lieu.ids_publies as string[]),
    latitude_approchee: approche ? latitude : null,
    longitude_approchee: approche ? longitude : null,
  }
}

/** The key of the place in the Coop, which its published ids hold after the name of their source. */
function coopIdOf(idsPublies: readonly string[]): string | null {
  const parts = idsPublies.flatMap((id) => id.split('__')).filter((part) => /coop-num/i.test(part))
  return parts.map((part) => UUID.exec(part)?.[0].toLowerCase()).find((uuid) => uuid !== undefined) ?? null
}
