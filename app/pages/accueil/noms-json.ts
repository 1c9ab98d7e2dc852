import type { LoaderFunctionArgs } from '@remix-run/node'
import { boundsOfSquare } from '#app/domain/carte/noms.ts'
import { integer } from '#app/domain/parametres/kinds.ts'
import { nomsDans } from '#db/reperes.server.ts'
import { metaOf } from '#db/sources.server.ts'

const read = integer(0, 1023)

/**
 * `/noms.json?z=9&x=263&y=183`: the towns of a square of the map (z 10 at most), the most populated first, for a map
 * whose background does not come. With the data's version in the URL (`v`), kept for ever.
 */
export function loader({ request, context }: LoaderFunctionArgs) {
  context.validite.sansHeure()
  const { searchParams } = new URL(request.url)
  const [z, x, y] = ['z', 'x', 'y'].map((name) => read(searchParams.get(name) ?? ''))
  const bounds = z === undefined || x === undefined || y === undefined ? null : boundsOfSquare(z, x, y)
  if (bounds === null) {
    return Response.json({ erreur: 'Un carré de la carte : z de 0 à 10, x et y de 0 à 2^z − 1.' }, { status: 400 })
  }
  const kept = searchParams.get('v') === metaOf(context.db).empreinte
  const headers: HeadersInit = kept ? { 'Cache-Control': 'public, max-age=31536000, immutable' } : {}
  return Response.json({ noms: nomsDans(context.db, bounds) }, { headers })
}
