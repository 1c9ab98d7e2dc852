import type { LoaderFunctionArgs } from '@remix-run/node'
import { couvertureOf } from '#db/couverture.server.ts'
import { answerJson } from './api.server.ts'
import { nationalJson, refuseParams, sourcesCouverture } from './api-couverture.server.ts'

/** `/api/v1/couverture`: the country by rurality, and how near people are to a place. */
export function loader({ request, context: { db } }: LoaderFunctionArgs) {
  const national = nationalJson(couvertureOf(db).cellules)
  return refuseParams(request) ?? answerJson({ national, source: sourcesCouverture(db) })
}
