import type { LoaderFunctionArgs } from '@remix-run/node'

/**
 * What a crawler would never end reading: filters taken together, orders of a table, ways back to a list, what someone
 * typed; and pages that are parts of others.
 */
const INTERDITS = [
  ...['/*?*&', '/*?*trier=', '/*?*tri=', '/*?*retour=', '/*?*compris=', '/*?*q=', '/*?*lat=', '/*?*cellule='],
  ...['/embed', '/integrer?', '/fiches.json', '/noms.json'],
]
/** The picture that a shared link shows is one address a list. */
const PERMIS = ['/', '/embed.js', '/apercu.png']

/** `/robots.txt`: made here, for the address of the sitemap is a setting. */
export function loader({ context }: LoaderFunctionArgs) {
  const rules = [...PERMIS.map((path) => `Allow: ${path}`), ...INTERDITS.map((path) => `Disallow: ${path}`)]
  const text = ['User-agent: *', ...rules, '', `Sitemap: ${context.publicUrl}/sitemap.xml`, ''].join('\n')
  return new Response(text, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
}
