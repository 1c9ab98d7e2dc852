import type { LoaderFunctionArgs } from '@remix-run/node'
import { FILTERS, Q_MAX } from '#app/domain/filters/table.ts'
import { rechercher } from '#db/recherche-tout.server.ts'
import { answerJson, refuse, unknownSentence } from './api.server.ts'

/** `/api/v1/recherche?q=`: communes, then places, then employers. */
export function loader({ request, context }: LoaderFunctionArgs) {
  const params = new URL(request.url).searchParams
  const unknown = unknownSentence([...new Set(params.keys())].filter((name) => name !== 'q'))
  if (unknown) return refuse(unknown)
  const q = FILTERS.q.read(params.get('q') ?? '')
  if (q === undefined) return refuse(`Le paramètre « q » est trop long : ${Q_MAX} caractères au plus.`)
  if (q === '')
    return refuse('Le paramètre « q » manque : donnez le nom d’une commune, un code postal ou le nom d’un lieu.')
  return answerJson({ resultats: rechercher(context.db, q) })
}
