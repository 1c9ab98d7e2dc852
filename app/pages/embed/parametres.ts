import { type Filters, writeFilters } from '#app/domain/filters.ts'
import { choice, one } from '#app/domain/parametres/kinds.ts'
import { type ParamTable, type ParamValues, writeParams } from '#app/domain/parametres.ts'

const THEMES = ['clair', 'sombre'] as const

/** How a frame looks within the page that holds it; unsaid, as the browser of who reads. */
export const CADRE = {
  theme: one<(typeof THEMES)[number] | null>(null, choice(THEMES)),
} satisfies ParamTable
export type Cadre = ParamValues<typeof CADRE>

/** The frame of a list. */
export function hrefEmbed(filters: Filters, cadre: Cadre): string {
  return withQuery('/embed', new URLSearchParams([...writeFilters(filters), ...writeParams(CADRE, cadre)]))
}

export function withQuery(path: string, params: URLSearchParams): string {
  return params.size === 0 ? path : `${path}?${params}`
}
