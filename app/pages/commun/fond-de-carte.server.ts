import { createHash } from 'node:crypto'
import type { AppContext } from '#app/context.ts'
import { CONTOURS } from '#app/dessin/france.server.ts'
import { metaOf } from '#db/sources.server.ts'

/** Version of the outlines, in their URL. */
export const CONTOURS_VERSION = createHash('sha256').update(CONTOURS).digest('hex').slice(0, 12)

/** What lies under the points of any interactive map: tiles, and outlines and names where they do not come. */
export function fondDeCarte({ db, tuiles }: Pick<AppContext, 'db' | 'tuiles'>) {
  return {
    contoursUrl: `/contours.json?v=${CONTOURS_VERSION}`,
    nomsUrl: `/noms.json?v=${metaOf(db).empreinte}`,
    tuiles,
  }
}
