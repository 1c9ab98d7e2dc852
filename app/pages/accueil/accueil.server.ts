import { MAINTENANT } from '#app/domain/filters/ouverts.ts'
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
import { compte, formatDate, formatNombre } from '#app/domain/format.ts'
import { phraseSansService } from '#app/pages/accueil/sans-service.tsx'
import { beyond, namesOf, withDistances, zoneOf } from '#app/pages/commun/proximite.server.ts'
import type { Db } from '#db/connect.server.ts'
import { departementNoms } from '#db/departements.server.ts'
import { countHeuresInconnues, listLieux } from '#db/lieux.server.ts'
import { countPostes } from '#db/postes.server.ts'
import { postesSource } from '#db/sources.server.ts'
import { facettesOf } from './facettes.server.ts'
import { franceServicesOf, optionOf } from './france-services.server.ts'
import { pageOf } from './liste.server.ts'

/** Everything that `/` says for some filters, the map aside: list and counts from the same query. */
export function accueilOf(db: Db, asked: Filters, errors: FilterError[]) {
  const couche = franceServicesOf(db, asked)
  const { filters, pages, lieux, sansService, franceServices, sansLieu } = pageOf(db, asked, couche.montrees)
  const { total } = lieux
  const noms = departementNoms(db)
  const names = { departements: noms, ...namesOf(db, filters) }
  const actifs = removals(filters, names)
  const auDela = total > 0 ? null : beyond(db, filters, names)
  return {
    filters,
    errors,
    recherche: writeFilters(filters).toString(),
    filtree: isFiltered(filters),
    // Asked from abroad, or a mistake: the page says so rather than "nothing within 20 km".
    horsDeFrance: filters.lat !== null && !names.pres,
    phrase: describeFilters(filters, { total, ...names }),
    precisions: [...autresOf(sansService.total), ...precisionsOf(db, filters, couche)],
    actifs,
    issues: total > 0 ? [] : actifs.map((actif) => ({ ...actif, nombre: countUnder(db, actif.search) })),
    facettes: { ...facettesOf(db, filters, noms), couche: optionOf(couche) },
    lieux: withDistances(db, filters, names, lieux.liste),
    auDela,
    couche: { ...couche, page: franceServices.page, pres: nearOf(filters, names) },
    franceServices: withDistances(db, filters, names, franceServices.liste),
    zone: zoneOf(db, filters, auDela?.lieux ?? []),
    sansLieu,
    sansService: { ...sansService, liste: withDistances(db, filters, names, sansService.liste) },
    pages,
  }
}

type Couche = ReturnType<typeof franceServicesOf>

/** What the sentence does not count, said beside it. */
function autresOf(sansService: number): string[] {
  return sansService === 0 ? [] : [`${phraseSansService(sansService)} : à la fin de la liste`]
}

function precisionsOf(db: Db, filters: Filters, couche: Couche): string[] {
  const apart = couche.montrees && couche.connues
  return [
    ...postesPrecision(db, filters),
    ...horairesPrecision(db, filters),
    ...(apart ? [`${formatNombre(couche.total)} France services, comptées à part`] : []),
  ]
}

function postesPrecision(db: Db, filters: Filters): string[] {
  const source = postesSource(db)
  const postes = countPostes(db, filters)
  if (source === null || postes === null) return []
  return [`${formatNombre(postes)} ${postes < 2 ? 'poste validé' : 'postes validés'} au ${formatDate(source.date)}`]
}

/** Unknown is not closed: how many places the filter of opening says nothing of. */
function horairesPrecision(db: Db, filters: Filters): string[] {
  const nombre = countHeuresInconnues(db, filters)
  if (nombre === 0) return []
  const lieux = compte(nombre, 'autre lieu', 'autres lieux')
  return filters.ouvert === MAINTENANT
    ? [`${lieux} sans horaires assez récents pour dire ${nombre > 1 ? 's’ils sont ouverts' : 's’il est ouvert'}`]
    : [`${lieux} sans horaires publiés`]
}

function countUnder(db: Db, search: string): number {
  return listLieux(db, parseFilters(new URLSearchParams(search)).filters, { page: 1, parPage: 1 }).total
}
