import type { LoaderFunctionArgs } from '@remix-run/node'
import { answerMorceaux } from '#app/pages/commun/morceaux.server.ts'
import type { LieuPublie } from '#db/lieux-publies.server.ts'
import { lieuxAsked } from './lieux.server.ts'
import { type Ecriture, toFeature } from './lieux-publies.server.ts'

const ALL = 1_000_000

/** `/api/v1/lieux.geojson`: every place that suits the filters of `/`, unless `limit` is given. */
export function loader({ request, context }: LoaderFunctionArgs) {
  const asked = lieuxAsked(request, context, ALL, ALL)
  if (asked instanceof Response) return asked
  const { total, lieux, ecriture, source } = asked
  const end = JSON.stringify({ total, source }).slice(1)
  return answerMorceaux(writeGeojson(lieux, ecriture, end), { 'Content-Type': 'application/geo+json; charset=utf-8' })
}

/** `end`: what comes after the features, without its opening brace. */
function* writeGeojson(lieux: Iterable<LieuPublie[]>, ecriture: Ecriture, end: string): Iterable<string> {
  let before = '{"type":"FeatureCollection","features":['
  for (const some of lieux) {
    yield before + some.map((lieu) => JSON.stringify(toFeature(lieu, ecriture))).join(',')
    before = ','
  }
  yield `${before === ',' ? '' : before}],${end}`
}
