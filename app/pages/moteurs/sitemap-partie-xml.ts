import type { LoaderFunctionArgs } from '@remix-run/node'
import { fichierAbsent } from '#app/pages/commun/territoires.server.ts'
import { answerXml, sitemapsOf } from './sitemap.server.ts'

/** `/sitemap/1.xml`: one of the files that the index names. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const [, numero] = /^(\d{1,4})\.xml$/.exec(params.partie ?? '') ?? []
  const sitemap = numero === undefined ? undefined : (await sitemapsOf(context))[Number(numero) - 1]
  return sitemap === undefined ? fichierAbsent() : answerXml(sitemap)
}
