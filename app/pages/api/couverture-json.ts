import type { LoaderFunctionArgs } from '@remix-run/node'
import { answerJson } from '#app/pages/commun/answer.server.ts'
import { couvertureOf } from '#db/couverture.server.ts'
import { nationalJson, refuseParams, sourcesCouverture } from './couverture.server.ts'

/** `/api/v1/couverture`: the country by rurality, and how near people are to a place. */
export function loader({ request, context: { db, validite } }: LoaderFunctionArgs) {
  validite.sansHeure()
  const national = nationalJson(couvertureOf(db).cellules)
  return refuseParams(request) ?? answerJson({ national, source: sourcesCouverture(db) })
}
