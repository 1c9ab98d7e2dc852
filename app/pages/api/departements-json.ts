import type { LoaderFunctionArgs } from '@remix-run/node'
import { answerJson } from '#app/pages/commun/answer.server.ts'
import { couvertureOf } from '#db/couverture.server.ts'
import { departementJson, refuseParams, sourcesCouverture } from './couverture.server.ts'

/** `/api/v1/departements`: every department and territory with its counts, by code. */
export function loader({ request, context: { db, validite } }: LoaderFunctionArgs) {
  validite.sansHeure()
  const departements = couvertureOf(db).departements.map(departementJson)
  return refuseParams(request) ?? answerJson({ departements, source: sourcesCouverture(db) })
}
