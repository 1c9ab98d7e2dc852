import type { SourceCitee } from './source-citee.ts'

/** A file that one downloads: its path, its type. */
type Fichier = readonly [chemin: string, type: string]
export type Jeu = {
  nom: string
  description: string
  fichiers: readonly Fichier[]
  sources: readonly SourceCitee[]
  /** Its rows are invented. */
  demonstration: boolean
}

/** The addresses of licences, by the name that the files give them. */
const LICENCES: Readonly<Record<string, string>> = {
  'Licence Ouverte 2.0': 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/',
}

/** A table as schema.org data: where its files are, what they were made from, of when. `page`: the address that leads to it. */
export function jeuStructure(publicUrl: string, page: string, jeu: Jeu) {
  const { nom, description, fichiers, sources, demonstration } = jeu
  const dates = sources.map(({ date }) => date).sort()
  const producteurs = [...new Set(sources.flatMap(({ producteur }) => producteur ?? []))]
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    // Where datasets are listed, each of the two may be shown alone.
    name: demonstration ? `Données de démonstration : ${nom}` : nom,
    description: demonstration ? `Données de démonstration, inventées : ne les citez pas. ${description}` : description,
    url: publicUrl + page,
    inLanguage: 'fr',
    isAccessibleForFree: true,
    license: [...new Set(sources.flatMap(({ licence }) => LICENCES[licence ?? ''] ?? []))],
    spatialCoverage: { '@type': 'Place', name: 'France' },
    ...(dates.length > 0 && { temporalCoverage: `${dates[0]}/${dates.at(-1)}`, dateModified: dates.at(-1) }),
    ...(producteurs.length > 0 && { creator: producteurs.map((name) => ({ '@type': 'Organization', name })) }),
    isBasedOn: sources.flatMap(({ url }) => url ?? []),
    distribution: fichiers.map(([chemin, encodingFormat]) => {
      return { '@type': 'DataDownload', encodingFormat, contentUrl: publicUrl + chemin }
    }),
  }
}
