import type { MetaDescriptor } from '@remix-run/node'
import { NOM_DU_SITE } from './entete.tsx'

/** A feed of what a page is about; `chemin`: its path on this site. */
export type LienDeFlux = { titre: string; chemin: string }

/** `indexee`: search engines may show it, and follow its links. */
type Page = {
  titre: string
  description: string
  canonique: string
  indexee?: boolean
  flux?: readonly LienDeFlux[]
  /** The path of the picture that a shared link shows; that of the whole country unless given. */
  image?: string
}

/** The picture of a list; its size is that of app/dessin/apercu.tsx. */
const APERCU = '/apercu.png'
const TAILLE = [
  { property: 'og:image:width', content: '1200' },
  { property: 'og:image:height', content: '630' },
]

/** The picture of the list of one filter: "departement=23". */
export function apercuDe(recherche: string): string {
  return `${APERCU}?${recherche}`
}

/** A title that begins with what is wrong: it is the first thing read aloud. `quoi`: "Filtre non valable". */
export function titreAvecErreur(errors: readonly unknown[], quoi: string, titre: string): string {
  return errors.length > 0 ? `${quoi} – ${titre}` : titre
}

/** What search engines and shared links show of a page. `canonique`: its absolute address, without what is private to a visit. */
export function metadonnees({
  titre,
  description,
  canonique,
  indexee = true,
  flux = [],
  image = APERCU,
}: Page): MetaDescriptor[] {
  const { origin } = new URL(canonique)
  return [
    ...(indexee ? [] : [{ name: 'robots', content: 'noindex, nofollow' }]),
    { title: titre === NOM_DU_SITE ? titre : `${titre} – ${NOM_DU_SITE}` },
    { name: 'description', content: description },
    { tagName: 'link', rel: 'canonical', href: canonique },
    ...flux.map(({ titre: title, chemin }) => {
      return { tagName: 'link', rel: 'alternate', type: 'application/atom+xml', title, href: origin + chemin }
    }),
    { property: 'og:title', content: titre },
    { property: 'og:description', content: description },
    { property: 'og:url', content: canonique },
    { property: 'og:type', content: 'website' },
    { property: 'og:image', content: origin + image },
    { property: 'og:image:type', content: 'image/png' },
    { property: 'og:image:alt', content: titre },
    ...(image.startsWith(APERCU) ? TAILLE : []),
    { name: 'twitter:card', content: 'summary_large_image' },
    { property: 'og:locale', content: 'fr_FR' },
    { property: 'og:site_name', content: NOM_DU_SITE },
  ]
}
