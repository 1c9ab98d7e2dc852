import { espaces } from '../texte/espaces.ts'
import { escapeXml } from '../texte/xml.ts'

/** What changed, as a feed says it. `date`: YYYY-MM-DD, from the data; `id`: an address that will never change. */
export type Entree = { id: string; titre: string; date: string; texte: string; lien: string }
export type Flux = {
  adresse: string
  page: string
  titre: string
  resume: string
  entrees: readonly Entree[]
  date: string
}

/**
 * A feed in Atom (RFC 4287), the same for the same data: no date is that of the request. `date`: the feed's own, when it
 * has no entry.
 */
export function writeAtom({ adresse, page, titre, resume, entrees, date }: Flux): string {
  const derniere =
    entrees
      .map((entree) => entree.date)
      .sort()
      .at(-1) ?? date
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">',
    element('id', adresse),
    element('title', titre),
    element('subtitle', resume),
    element('updated', instant(derniere)),
    `<link rel="self" type="application/atom+xml" href="${escapeXml(adresse)}"/>`,
    `<link rel="alternate" type="text/html" href="${escapeXml(page)}"/>`,
    `<author>${element('name', 'Où sont les conseillers numériques ?')}</author>`,
    ...entrees.map(writeEntree),
    '</feed>\n',
  ].join('\n')
}

function writeEntree({ id, titre, date, texte, lien }: Entree): string {
  return [
    '<entry>',
    element('id', id),
    element('title', titre),
    element('updated', instant(date)),
    `<link rel="alternate" type="text/html" href="${escapeXml(lien)}"/>`,
    element('summary', texte),
    '</entry>',
  ].join('\n')
}

/** A day of the data is given its first instant: the files hold no hour. */
function instant(date: string): string {
  return `${date}T00:00:00Z`
}

function element(nom: string, texte: string): string {
  return `<${nom}>${escapeXml(espaces(texte))}</${nom}>`
}
