import {
  describeFilters,
  type FilterError,
  type Filters,
  isFiltered,
  parseFilters,
  removals,
  writeFilters,
} from '#app/domain/filters.ts'
import { formatDate, formatNombre } from '#app/domain/format.ts'
import type { Db } from '#db/connect.server.ts'
import { departementNoms } from '#db/departements.server.ts'
import { facettes } from '#db/facettes.server.ts'
import { listLieux } from '#db/lieux.server.ts'
import { countPostes } from '#db/postes.server.ts'
import { postesSource } from '#db/sources.server.ts'
import { listStructuresSansLieu } from '#db/structures.server.ts'
import { beyond, namesOf, withDistances, zoneOf } from './proximite.server.ts'

export const PAR_PAGE = 50

/** Everything that `/` says for some filters, the map aside: list and counts from the same query. */
export function accueilOf(db: Db, asked: Filters, errors: FilterError[]) {
  const { filters, pages, total, lieux, sansLieu } = pageOf(db, asked)
  const noms = departementNoms(db)
  const names = { departements: noms, ...namesOf(db, filters) }
  const actifs = removals(filters, names)
  const auDela = total > 0 ? null : beyond(db, filters, names)
  return {
    filters,
    errors,
    recherche: writeFilters(filters).toString(),
    filtree: isFiltered(filters),
    phrase: describeFilters(filters, { total, ...names }),
    precisions: precisionsOf(db, filters),
    actifs,
    issues: total > 0 ? [] : actifs.map((actif) => ({ ...actif, nombre: countUnder(db, actif.search) })),
    facettes: facettesOf(db, filters, noms),
    lieux: withDistances(db, filters, names, lieux),
    auDela,
    zone: zoneOf(db, filters, auDela?.lieux ?? []),
    sansLieu,
    pages,
  }
}

/**
 * The places first, fifty a page; the employers without a known place begin under the last of them and go on
 * after. A page beyond the last is the last.
 */
function pageOf(db: Db, asked: Filters) {
  const count = listLieux(db, asked, { page: 1, parPage: 1 }).total
  const pagesLieux = Math.max(1, Math.ceil(count / PAR_PAGE))
  const structures = listStructuresSansLieu(db, asked, { page: 1, parPage: 1 }).total
  const pages = pagesLieux + Math.max(1, Math.ceil(structures / PAR_PAGE)) - 1
  const filters = { ...asked, page: Math.min(asked.page, pages) }
  const { total, lieux } = listLieux(db, filters, { page: filters.page, parPage: PAR_PAGE })
  const page = filters.page - pagesLieux + 1
  const liste = page < 1 ? [] : listStructuresSansLieu(db, filters, { page, parPage: PAR_PAGE }).structures
  return {
    filters,
    pages,
    total,
    lieux,
    sansLieu: { total: structures, liste, page: pagesLieux, postesAu: postesSource(db)?.date ?? null },
  }
}

function facettesOf(db: Db, filters: Filters, noms: Map<string, string>) {
  const { departement, ruralite, densite, frr } = facettes(db, filters)
  // The number first: the list is in the order of numbers.
  const numbered = departement.map((option) => ({ ...option, label: `${option.valeur} — ${noms.get(option.valeur)}` }))
  return { departement: numbered, ruralite, densite, frr }
}

function precisionsOf(db: Db, filters: Filters): string[] {
  const source = postesSource(db)
  const postes = countPostes(db, filters)
  if (source === null || postes === null) return []
  return [`${formatNombre(postes)} ${postes < 2 ? 'poste validé' : 'postes validés'} au ${formatDate(source.date)}`]
}

function countUnder(db: Db, search: string): number {
  return listLieux(db, parseFilters(new URLSearchParams(search)).filters, { page: 1, parPage: 1 }).total
}
