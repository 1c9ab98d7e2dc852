import {
  describeFilters,
  type FilterError,
  type Filters,
  isFiltered,
  nearOf,
  parseFilters,
  removals,
  writeFilters,
} from '#app/domain/filters.ts'
import { formatDate, formatNombre } from '#app/domain/format.ts'
import { suitesOf } from '#app/domain/suites.ts'
import { selectLieux, selectStructures } from '#db/colonnes.server.ts'
import { communesNamed } from '#db/communes.server.ts'
import type { Db } from '#db/connect.server.ts'
import { departementNoms } from '#db/departements.server.ts'
import { facettes } from '#db/facettes.server.ts'
import { listLieux } from '#db/lieux.server.ts'
import { countPostes } from '#db/postes.server.ts'
import { postesSource } from '#db/sources.server.ts'
import { listStructuresSansLieu } from '#db/structures.server.ts'
import { franceServicesOf, optionOf } from './france-services.server.ts'
import { beyond, namesOf, withDistances, zoneOf } from './proximite.server.ts'

export const PAR_PAGE = 50

/** Everything that `/` says for some filters, the map aside: list and counts from the same query. */
export function accueilOf(db: Db, asked: Filters, errors: FilterError[]) {
  const couche = franceServicesOf(db, asked)
  const { filters, pages, total, lieux, franceServices, sansLieu } = pageOf(db, asked, couche)
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
    precisions: precisionsOf(db, filters, couche),
    actifs,
    issues: total > 0 ? [] : actifs.map((actif) => ({ ...actif, nombre: countUnder(db, actif.search) })),
    facettes: { ...facettesOf(db, filters, noms), couche: optionOf(couche) },
    lieux: withDistances(db, filters, names, lieux),
    auDela,
    couche: { ...couche, page: franceServices.page, pres: nearOf(filters, names) },
    franceServices: withDistances(db, filters, names, franceServices.liste),
    communes: filters.q === '' ? [] : communesNamed(db, filters.q),
    zone: zoneOf(db, filters, auDela?.lieux ?? []),
    sansLieu,
    pages,
  }
}

type Couche = ReturnType<typeof franceServicesOf>

/**
 * The places first, fifty a page; then the France services when they are asked for, who receive people; then the
 * employers without a known place, where nobody does. A page beyond the last is the last.
 */
function pageOf(db: Db, asked: Filters, { montrees, total: franceServices }: Couche) {
  const total = selectLieux(db, asked).length
  const structures = selectStructures(db, asked).length
  const { debuts, pages } = suitesOf([total, montrees ? franceServices : 0, structures], PAR_PAGE)
  const filters = { ...asked, page: Math.min(asked.page, pages) }
  const [, debutFrance = 1, debutStructures = 1] = debuts
  const at = (debut: number) => ({ page: filters.page - debut + 1, parPage: PAR_PAGE })
  const [france, sansLieu] = [at(debutFrance), at(debutStructures)]
  return {
    filters,
    pages,
    total,
    lieux: listLieux(db, filters, at(1)).lieux,
    franceServices: {
      page: debutFrance,
      liste: montrees && france.page > 0 ? listLieux(db, filters, { ...france, reseau: 'france-services' }).lieux : [],
    },
    sansLieu: {
      total: structures,
      liste: sansLieu.page > 0 ? listStructuresSansLieu(db, filters, sansLieu).structures : [],
      page: debutStructures,
      postesAu: postesSource(db)?.date ?? null,
    },
  }
}

function facettesOf(db: Db, filters: Filters, noms: Map<string, string>) {
  const { departement, ruralite, densite, frr } = facettes(db, filters)
  // The number first: the list is in the order of numbers.
  const numbered = departement.map((option) => ({ ...option, label: `${option.valeur} — ${noms.get(option.valeur)}` }))
  return { departement: numbered, ruralite, densite, frr }
}

function precisionsOf(db: Db, filters: Filters, couche: Couche): string[] {
  const source = postesSource(db)
  const postes = countPostes(db, filters)
  const apart =
    couche.montrees && couche.connues ? [`${formatNombre(couche.total)} France services, comptées à part`] : []
  if (source === null || postes === null) return apart
  return [
    `${formatNombre(postes)} ${postes < 2 ? 'poste validé' : 'postes validés'} au ${formatDate(source.date)}`,
    ...apart,
  ]
}

function countUnder(db: Db, search: string): number {
  return listLieux(db, parseFilters(new URLSearchParams(search)).filters, { page: 1, parPage: 1 }).total
}
