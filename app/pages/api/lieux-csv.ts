import type { LoaderFunctionArgs } from '@remix-run/node'
import { csvHeaders } from '#app/pages/commun/answer.server.ts'
import { answerMorceaux } from '#app/pages/commun/morceaux.server.ts'
import { lieuxAsked } from './lieux.server.ts'
import { writeCsv } from './lieux-publies.server.ts'

const ALL = 1_000_000

/** `/api/v1/lieux.csv`: every place that suits the filters of `/`, unless `limit` is given. */
export function loader({ request, context }: LoaderFunctionArgs) {
  const asked = lieuxAsked(request, context, ALL, ALL)
  if (asked instanceof Response) return asked
  return answerMorceaux(writeCsv(asked.lieux, asked.ecriture), csvHeaders('lieux-conseillers-numeriques.csv'))
}
