import type { LoaderFunctionArgs } from '@remix-run/node'
import { refuseErrors } from '#app/pages/commun/answer.server.ts'
import { readFilters } from '#app/pages/commun/filtres.server.ts'
import { answerApercu } from './apercu.server.tsx'

/** `/apercu.png?departement=23`: what a link to that list shows where it is shared. */
export function loader({ request, context }: LoaderFunctionArgs) {
  const { filters, errors } = readFilters(context.db, new URL(request.url).searchParams)
  return refuseErrors(errors) ?? answerApercu(context, filters)
}
