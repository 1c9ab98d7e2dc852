import type { LoaderFunctionArgs } from '@remix-run/node'
import { answerJson } from '#app/pages/commun/answer.server.ts'
import { lieuxAsked } from './lieux.server.ts'
import { toJson } from './lieux-publies.server.ts'

/** `/api/v1/lieux`: the filters of `/`, a page of places at a time. */
export function loader({ request, context }: LoaderFunctionArgs) {
  const asked = lieuxAsked(request, context, 50, 1000)
  if (asked instanceof Response) return asked
  const { total, lieux, ecriture, source } = asked
  return answerJson({ total, lieux: [...lieux].flat().map((lieu) => toJson(lieu, ecriture)), source })
}
