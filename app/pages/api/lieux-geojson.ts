import type { LoaderFunctionArgs } from '@remix-run/node'
import { answerJson } from '#app/pages/commun/answer.server.ts'
import { lieuxAsked } from './lieux.server.ts'
import { toFeature } from './lieux-publies.server.ts'

const ALL = 1_000_000

/** `/api/v1/lieux.geojson`: every place that suits the filters of `/`, unless `limit` is given. */
export function loader({ request, context }: LoaderFunctionArgs) {
  const asked = lieuxAsked(request, context, ALL, ALL)
  if (asked instanceof Response) return asked
  const { total, lieux, ecriture, source } = asked
  const features = lieux.map((lieu) => toFeature(lieu, ecriture))
  return answerJson({ type: 'FeatureCollection', features, total, source }, 'application/geo+json; charset=utf-8')
}
