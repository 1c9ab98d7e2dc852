import type { Couche } from '#app/domain/vocabulary.ts'
import type { Db } from '#db/connect.server.ts'
import { lieuxByNumeros } from '#db/lieux.server.ts'
import { lieuxHolding, lieuxIncertains, type Selection } from '#db/selection.server.ts'
import { postesSource } from '#db/sources.server.ts'
import { structuresByIds } from '#db/structures.server.ts'

export const PAR_PAGE = 50
/** So many of the nearest are on the first page of a cell's list, wherever one is in it. */
const PROCHES = 10

/** `longueur`: the cards of a page. */
export type Pages = { longueur?: number; sansEmployeurs?: boolean }

/**
 * What one page of the list holds: the places first, `longueur` a page; those of which the data does not say whether they
 * suit; the France services, then the places of other networks, when they are asked for; then the employers without a
 * known place, where nobody receives people. Each list begins under the last of the one before and goes on; `page` says
 * where. A page beyond the last is the last. Around a cell a page is longer where it must be, to hold the nearest.
 * `sansEmployeurs`: they are not listed, and no page is made for them.
 */
export function pageOf(db: Db, selection: Selection, { longueur = PAR_PAGE, sansEmployeurs = false }: Pages = {}) {
  const parPage = selection.filters.cellule === null ? longueur : Math.max(longueur, lieuxHolding(selection, PROCHES))
  const montree = (couche: Couche) => selection.filters.couche.includes(couche)
  const { numeros, ...peutEtre } = lieuxIncertains(selection)
  const lists = [
    selection.lieux(),
    numeros,
    montree('france-services') ? selection.franceServices() : [],
    montree('autres') ? selection.autres() : [],
    sansEmployeurs ? [] : selection.structures(),
  ] as const
  const { debuts, pages } = suitesOf(
    lists.map((list) => list.length),
    parPage,
  )
  const filters = { ...selection.filters, page: Math.min(selection.filters.page, pages) }
  const part = (rang: 0 | 1 | 2 | 3 | 4) => {
    const debut = debuts[rang] ?? 1
    const from = (filters.page - debut) * parPage
    return { total: lists[rang].length, page: debut, ici: from < 0 ? [] : lists[rang].slice(from, from + parPage) }
  }
  const lieuxOf = ({ ici, ...counts }: ReturnType<typeof part>) => ({ ...counts, liste: lieuxByNumeros(db, ici) })
  const { ici, ...sansLieu } = part(4)
  return {
    filters,
    pages,
    lieux: lieuxOf(part(0)),
    incertains: { ...peutEtre, ...lieuxOf(part(1)) },
    reseaux: { 'france-services': lieuxOf(part(2)), autres: lieuxOf(part(3)) },
    sansLieu: { ...sansLieu, liste: structuresByIds(db, ici), postesAu: postesSource(db)?.date ?? null },
  }
}

/**
 * Lists that follow one another, `parPage` rows to a page: each begins under the last row of the one before, and its
 * first page is full. `debuts`: the page (from 1) on which each begins; one of no row begins and ends there.
 */
export function suitesOf(totals: readonly number[], parPage: number): { debuts: number[]; pages: number } {
  let page = 1
  const debuts = totals.map((total) => {
    const debut = page
    page += Math.max(1, Math.ceil(total / parPage)) - 1
    return debut
  })
  return { debuts, pages: page }
}
