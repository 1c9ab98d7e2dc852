import type { LoaderFunctionArgs } from '@remix-run/node'
import { answerCsv } from '#app/pages/commun/answer.server.ts'
import { lieuxAsked } from './lieux.server.ts'
import { toCsv } from './lieux-publies.server.ts'

const ALL = 1_000_000

/** `/api/v1/lieux.csv`: every place that suits the filters of `/`, unless `limit` is given. */
export function loader({ request, context }: LoaderFunctionArgs) {
  const asked = lieuxAsked(request, context, ALL, ALL)
  if (asked instanceof Response) return asked
  return answerCsv(toCsv(asked.lieux, asked.ecriture), 'lieux-conseillers-numeriques.csv')
}
