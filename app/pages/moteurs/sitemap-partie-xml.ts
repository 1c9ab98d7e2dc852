import type { LoaderFunctionArgs } from '@remix-run/node'
import { fichierAbsent } from '#app/pages/commun/territoires.server.ts'
import { answerXml, sitemapOf } from './sitemap.server.ts'

/** `/sitemap/1.xml`: one of the files that the index names. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const [, numero] = /^(\d{1,4})\.xml$/.exec(params.partie ?? '') ?? []
  const sitemap = numero === undefined ? null : await sitemapOf(context, Number(numero))
  return sitemap === null ? fichierAbsent() : answerXml(sitemap)
}
