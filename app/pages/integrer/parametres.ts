import { type Filters, writeFilters } from '#app/domain/filters.ts'
import { choice, integer, one } from '#app/domain/parametres/kinds.ts'
import { type ParamTable, type ParamValues, writeParams } from '#app/domain/parametres.ts'
import { NOMS_DE_FIGURES, type NomDeFigure } from '#app/pages/embed/figures.ts'
import { CADRE, withQuery } from '#app/pages/embed/parametres.ts'

export const HAUTEURS = { min: 200, max: 2000 }

/** What is chosen of a frame beside what it shows; `figure`: a drawing of the pages of figures, in the place of the list. */
export const INTEGRER = {
  ...CADRE,
  hauteur: one<number>(600, {
    read: integer(HAUTEURS.min, HAUTEURS.max),
    expected: `une hauteur de ${HAUTEURS.min} à ${HAUTEURS.max} pixels`,
  }),
  figure: one<NomDeFigure | null>(null, choice(NOMS_DE_FIGURES)),
} satisfies ParamTable
export type ChoixDuCadre = ParamValues<typeof INTEGRER>

/** The page where the frame of a list is chosen. */
export function hrefIntegrerListe(filters: Filters, choix: ChoixDuCadre): string {
  return withQuery('/integrer', new URLSearchParams([...writeFilters(filters), ...writeParams(INTEGRER, choix)]))
}
