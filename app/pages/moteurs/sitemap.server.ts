import type { AppContext } from '#app/context.ts'
import { NOMS_DES_SUJETS } from '#app/domain/citations/methode.ts'
import { aujourdhui } from '#app/domain/texte/date.ts'
import { answerMorceaux } from '#app/pages/commun/morceaux.server.ts'
import { eachPage, type Page } from '#db/sitemap.server.ts'
import { writeSitemaps } from './write-sitemaps.ts'

/** The pages that stand whatever the data. Each is asked for in a test. */
export const FIXES = [
  ...['/', '/besoins', '/couverture', '/departements', '/epci', '/evolution', '/scenarios', '/donnees'],
  ...['/collectivites', '/collectivites/verifier', '/collectivites/aide'],
  ...[
    '/methode',
    ...NOMS_DES_SUJETS.map((nom) => `/methode/${nom}`),
    '/integrer',
    '/a-propos',
    '/plan-du-site',
    '/accessibilite',
    '/mentions-legales',
  ],
]

/** How many each database makes: one that does not exist is not looked for by making all of them. */
const nombres = new WeakMap<object, number>()

/** The sitemaps of the site, each by pieces. */
export async function sitemapsOf(context: AppContext): Promise<string[][]> {
  const sitemaps = await writeSitemaps(context.publicUrl, allPages(context))
  nombres.set(context.db.$client, sitemaps.length)
  return sitemaps
}

/** The sitemap of this number, from 1; null when there are not so many. */
export async function sitemapOf(context: AppContext, numero: number): Promise<string[] | null> {
  const nombre = nombres.get(context.db.$client)
  if (nombre !== undefined && numero > nombre) return null
  return (await sitemapsOf(context))[numero - 1] ?? null
}

function* allPages({ db }: AppContext): Iterable<Page[]> {
  yield FIXES.map((chemin) => ({ chemin, maj: null }))
  yield* eachPage(db, aujourdhui())
}

export function answerXml(pieces: readonly string[]): Response {
  return answerMorceaux(pieces, { 'Content-Type': 'application/xml; charset=utf-8' })
}
