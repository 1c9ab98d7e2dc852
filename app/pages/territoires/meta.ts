import type { MetaDescriptor } from '@remix-run/node'
import { type LienDeFlux, metadonnees } from '#app/components/metadonnees.ts'
import { type Etape, filStructure } from '#app/domain/territoires/fil-ariane.ts'

type Page = {
  titre: string
  phrases: readonly string[]
  canonique: string
  publicUrl: string
  etapes: readonly Etape[]
  flux?: LienDeFlux
  image?: string
}

/** The description of a territory's page is what it says first; its breadcrumb is told to search engines too. */
export function metaTerritoire({ titre, phrases, canonique, publicUrl, etapes, flux, image }: Page): MetaDescriptor[] {
  return [
    ...metadonnees({ titre, description: phrases.join(' '), canonique, flux: flux && [flux], image }),
    { 'script:ld+json': filStructure(publicUrl, etapes) },
  ]
}
