import { escapeXml } from '#app/domain/texte/xml.ts'
import type { Page } from '#db/sitemap.server.ts'

/** What one file may hold (sitemaps.org, protocol 0.9): so many addresses, so many bytes. */
export const LIMITES = { adresses: 50_000, octets: 50 * 1024 * 1024 }

const TETE = '<?xml version="1.0" encoding="UTF-8"?>\n'
const XMLNS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'

/**
 * The pages, which come by pieces, as sitemaps, each within the limits and by pieces too; one that is empty when there are
 * none.
 */
export async function writeSitemaps(
  publicUrl: string,
  morceaux: Iterable<readonly Page[]>,
  limites = LIMITES,
): Promise<string[][]> {
  const debut = `${TETE}<urlset ${XMLNS}>\n`
  const fin = '</urlset>\n'
  const files: { pieces: string[]; adresses: number; octets: number }[] = []
  const begin = () => {
    const file = { pieces: [debut], adresses: 0, octets: debut.length + fin.length }
    files.push(file)
    return file
  }
  let file = begin()
  for (const pages of morceaux) {
    let text = ''
    for (const page of pages) {
      const entry = writeEntry('url', publicUrl + page.chemin, page.maj)
      const size = Buffer.byteLength(entry)
      if (file.adresses === limites.adresses || file.octets + size > limites.octets) {
        file.pieces.push(text)
        text = ''
        file = begin()
      }
      text += entry
      file.adresses += 1
      file.octets += size
    }
    file.pieces.push(text)
    await new Promise((resolve) => setImmediate(resolve))
  }
  return files.map(({ pieces }) => [...pieces, fin])
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
