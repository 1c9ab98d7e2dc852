import type { LoaderFunctionArgs } from '@remix-run/node'
import { CONTOURS } from '#app/dessin/france.server.ts'
import { CONTOURS_VERSION } from '#app/pages/commun/fond-de-carte.server.ts'

/** The outlines of the departments (GeoJSON). With the version in the URL, kept for ever. */
export function loader({ request }: LoaderFunctionArgs) {
  const etag = `"${CONTOURS_VERSION}"`
  const versioned = new URL(request.url).searchParams.get('v') === CONTOURS_VERSION
  const headers = {
    'Content-Type': 'application/geo+json; charset=utf-8',
    'Cache-Control': versioned ? 'public, max-age=31536000, immutable' : 'public, max-age=0, must-revalidate',
    ETag: etag,
  }
  if (request.headers.get('If-None-Match')?.includes(etag)) return new Response(null, { status: 304, headers })
  return new Response(CONTOURS, { headers })
}
