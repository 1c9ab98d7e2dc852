import type { LoaderFunctionArgs } from '@remix-run/node'
import { CONTOURS } from '#app/dessin/france.server.ts'
import { CONTOURS_VERSION } from '#app/pages/commun/fond-de-carte.server.ts'

/** The outlines of the departments (GeoJSON). With the version in the URL, kept for ever. */
export function loader({ request, context }: LoaderFunctionArgs) {
  context.validite.sansHeure()
  const versioned = new URL(request.url).searchParams.get('v') === CONTOURS_VERSION
  const headers = {
    'Content-Type': 'application/geo+json; charset=utf-8',
    ...(versioned && { 'Cache-Control': 'public, max-age=31536000, immutable' }),
  }
  return new Response(CONTOURS, { headers })
}
