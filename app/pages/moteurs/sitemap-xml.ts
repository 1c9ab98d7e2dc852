import type { LoaderFunctionArgs } from '@remix-run/node'
import { answerXml, sitemapsOf } from './sitemap.server.ts'
import { writeIndex } from './write-sitemaps.ts'

/** `/sitemap.xml`: every page that a search engine should know; an index when they do not hold in one file. */
export async function loader({ context }: LoaderFunctionArgs) {
  const sitemaps = await sitemapsOf(context)
  const [only = []] = sitemaps
  return answerXml(sitemaps.length === 1 ? only : [writeIndex(context.publicUrl, sitemaps.length)])
}
