import type { Autour } from '#app/domain/distance/autour.ts'
import { describeAsked } from '#app/domain/filters.ts'
import type { Names } from '#app/domain/parametres/kinds.ts'
import { beyond } from '#app/pages/commun/proximite.server.ts'
import type { Db } from '#db/connect.server.ts'
import { nearestOfLieuxKm, pointsBeside, type Selection } from '#db/selection.server.ts'

/** What a script ranks the list of a cell by (docs/regles.md §14); null when no cell is asked. */
export function autourOf(
  selection: Selection,
  names: Names,
  lieux: readonly { numero: number }[],
  counted: boolean,
): Autour | null {
  const { filters } = selection
  if (filters.cellule === null) return null
  const beside = pointsBeside(selection, new Set(lieux.map(({ numero }) => numero)))
  return {
    apres: counted ? describeAsked(filters, { ...names, moi: true }) : null,
    rayon: filters.rayon,
    classee: filters.tri === null || filters.tri === 'distance',
    ailleurs: beside.flatMap(({ lat, lon }) => [lat, lon]),
  }
}

/**
 * The nearest beyond the radius, when there is nothing within it (`rien`), or nothing that is within it from all of a cell:
 * a script then tells (`cache`).
 */
export function auDelaOf(db: Db, selection: Selection, names: Names, rien: boolean) {
  const cache = !rien && mayBeFar(selection)
  const auDela = rien || cache ? beyond(db, selection, names) : null
  if (auDela === null || !cache) return auDela && { ...auDela, cache }
  const listed = new Set(selection.lieux())
  return { ...auDela, lieux: auDela.lieux.filter(({ numero }) => !listed.has(numero)), cache }
}

function mayBeFar(selection: Selection): boolean {
  const { position, filters } = selection
  if (position === null || filters.cellule === null || filters.page > 1) return false
  const km = nearestOfLieuxKm(selection)
  return km !== null && km > filters.rayon - position.etendueKm
}
