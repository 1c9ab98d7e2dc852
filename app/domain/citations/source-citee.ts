import { formatDate } from '../texte/format.ts'

/** A published file, as one cites it. `date`: its millésime, YYYY-MM-DD. */
export type SourceCitee = {
  titre: string
  date: string
  producteur: string | null
  licence: string | null
  url: string | null
}

/** "Insee – Grille communale de densité, données du 1er janvier 2024, …": as the Licence Ouverte asks, without markup. */
export function citeSource({ titre, date, producteur, licence }: SourceCitee): string {
  const qui = producteur ? `${producteur} – ` : ''
  return `${qui}${titre}, données du ${formatDate(date)}${licence ? `, ${licence}` : ''}`
}

/** A sentence to paste in an article: what, where, from which data, seen when (YYYY-MM-DD). */
export function citation(titre: string, permalien: string, sources: readonly SourceCitee[], vuLe: string): string {
  const page = `« ${titre} », Où sont les conseillers numériques ?, ${permalien} (consulté le ${formatDate(vuLe)}).`
  return sources.length === 0 ? page : `${page} Sources : ${sources.map(citeSource).join(' ; ')}.`
}
