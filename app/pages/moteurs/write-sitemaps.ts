import { escapeXml } from '#app/domain/texte/xml.ts'
import type { Page } from '#db/sitemap.server.ts'

/** What one file may hold (sitemaps.org, protocol 0.9): so many addresses, so many bytes. */
export const LIMITES = { adresses: 50_000, octets: 50 * 1024 * 1024 }

const TETE = '<?xml version="1.0" encoding="UTF-8"?>\n'
const XMLNS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'

/** The pages as sitemaps, each within the limits; one that is empty when there are none. */
export function writeSitemaps(publicUrl: string, pages: readonly Page[], limites = LIMITES): string[] {
  const debut = `${TETE}<urlset ${XMLNS}>\n`
  const fin = '</urlset>\n'
  const files: string[][] = [[]]
  let octets = 0
  for (const page of pages) {
    const entry = writeEntry('url', publicUrl + page.chemin, page.maj)
    const size = byteLength(entry)
    const full = octets + size + debut.length + fin.length > limites.octets
    if (files.at(-1)?.length === limites.adresses || full) {
      files.push([])
      octets = 0
    }
    files.at(-1)?.push(entry)
    octets += size
  }
  return files.map((entries) => debut + entries.join('') + fin)
}

/** The index of so many sitemaps, at `/sitemap/1.xml`, `/sitemap/2.xml`… */
export function writeIndex(publicUrl: string, count: number): string {
  const entries = Array.from({ length: count }, (_, rang) =>
    writeEntry('sitemap', `${publicUrl}/sitemap/${rang + 1}.xml`, null),
  )
  return `${TETE}<sitemapindex ${XMLNS}>\n${entries.join('')}</sitemapindex>\n`
}

function writeEntry(element: string, adresse: string, maj: string | null): string {
  const lastmod = maj === null ? '' : `<lastmod>${maj}</lastmod>`
  return `<${element}><loc>${escapeXml(adresse)}</loc>${lastmod}</${element}>\n`
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length
}
