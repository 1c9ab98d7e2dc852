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

/** The sitemaps of the site, each by pieces. */
export function sitemapsOf(context: AppContext): Promise<string[][]> {
  return writeSitemaps(context.publicUrl, allPages(context))
}

function* allPages({ db }: AppContext): Iterable<Page[]> {
  yield FIXES.map((chemin) => ({ chemin, maj: null }))
  yield* eachPage(db, aujourdhui())
}

export function answerXml(pieces: readonly string[]): Response {
  return answerMorceaux(pieces, { 'Content-Type': 'application/xml; charset=utf-8' })
}
