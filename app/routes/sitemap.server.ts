import type { AppContext } from '#app/context.ts'
import { writeSitemaps } from '#app/domain/sitemap.ts'
import { oncePerData } from '#db/once.server.ts'
import { listPages } from '#db/sitemap.server.ts'
import { aujourdhui } from './territoires.server.ts'

/** The pages that stand whatever the data. One that the table of routes has and this list has not fails a test. */
const FIXES = ['/', '/besoins', '/departements', '/accessibilite', '/mentions-legales']

/** The sitemaps of the site, written once per published database. */
export function sitemapsOf({ db, publicUrl }: AppContext): string[] {
  const pages = () => [...FIXES.map((chemin) => ({ chemin, maj: null })), ...listPages(db, aujourdhui())]
  return oncePerData(db, `sitemaps ${publicUrl}`, () => writeSitemaps(publicUrl, pages()))
}

export function answerXml(text: string): Response {
  return new Response(text, { headers: { 'Content-Type': 'application/xml; charset=utf-8' } })
}
