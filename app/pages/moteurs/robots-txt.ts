import type { LoaderFunctionArgs } from '@remix-run/node'

/** `/robots.txt`: made here, for the address of the sitemap is a setting. */
export function loader({ context }: LoaderFunctionArgs) {
  const text = `User-agent: *\nAllow: /\n\nSitemap: ${context.publicUrl}/sitemap.xml\n`
  return new Response(text, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
}
