import { MAINTENANT } from '#app/domain/filters/ouverts.ts'
import {
  describeFilters,
  type FilterKey,
  type Filters,
  isFiltered,
  nearOf,
  removals,
  writeFilters,
} from '#app/domain/filters.ts'
import type { Names } from '#app/domain/parametres/kinds.ts'
import type { ParamError } from '#app/domain/parametres.ts'
import { compte, formatDate, formatNombre } from '#app/domain/texte/format.ts'
import { phraseIncertains } from '#app/pages/accueil/incertains.tsx'
import { beyond, namesOf, withDistances, zoneOf } from '#app/pages/commun/proximite.server.ts'
import { withSecours } from '#app/pages/commun/secours.server.ts'
import type { Db } from '#db/connect.server.ts'
import { departementNoms } from '#db/departements.server.ts'
import { countHeuresInconnues, type LieuResume } from '#db/lieux.server.ts'
import { countPostes } from '#db/postes.server.ts'
import { lieuxRowsWithout, type Selection } from '#db/selection.server.ts'
import { postesSource } from '#db/sources.server.ts'
import { facettesOf } from './facettes.server.ts'
import { franceServicesOf, optionOf, pourDemarcheOf } from './france-services.server.ts'
import { pageOf } from './liste.server.ts'

/** Everything that `/` says of a selection, the map aside. */
export function accueilOf(db: Db, selection: Selection, errors: ParamError[]) {
  const couche = franceServicesOf(db, selection)
  const { filters, pages, lieux, incertains, franceServices, sansLieu } = pageOf(db, selection, couche.montrees)
  const { total } = lieux
  const noms = departementNoms(db)
  const names = { departements: noms, ...namesOf(db, selection) }
  const actifs = removals(filters, names)
  const rien = total + incertains.total === 0
  const auDela = rien ? beyond(db, selection, names) : null
  const distant = (list: LieuResume[]) => withSecours(db, withDistances(selection, names, list))
  return {
    filters,
    errors,
    recherche: writeFilters(filters).toString(),
    filtree: isFiltered(filters),
    // Asked from abroad, or a mistake: the page says so rather than "nothing within 20 km".
    horsDeFrance: filters.lat !== null && !names.pres,
    phrase: phraseOf(filters, names, total, incertains),
    precisions: [...autresOf(total, incertains), ...precisionsOf(db, selection, couche)],
    actifs,
    issues: rien ? actifs.map((actif) => ({ ...actif, nombre: countWithout(selection, actif.key) })) : [],
    facettes: { ...facettesOf(db, selection, noms), couche: optionOf(couche) },
    lieux: distant(lieux.liste),
    auDela: auDela && { ...auDela, lieux: withSecours(db, auDela.lieux) },
    couche: { ...couche, page: franceServices.page, pres: nearOf(filters, names) },
    franceServices: distant(franceServices.liste),
    zone: zoneOf(selection, auDela?.lieux ?? []),
    sansLieu,
    incertains: { ...incertains, liste: distant(incertains.liste) },
    pourDemarche: pourDemarcheOf(db, selection, couche, distant),
    pages,
  }
}

type Couche = ReturnType<typeof franceServicesOf>

type Incertains = Parameters<typeof phraseIncertains>[0]

/** Where no place says what one does there, the sentence counts those to call; hours too old are never in it. */
function phraseOf(filters: Filters, names: Names, total: number, incertains: Incertains): string {
  const silent = total === 0 && incertains.total > 0 && incertains.anciens === 0
  if (!silent) return describeFilters(filters, { total, ...names })
  const who = incertains.total === 1 ? 'ce lieu ne le précise pas' : 'les lieux ne le précisent pas'
  return `${describeFilters(filters, { total: incertains.total, ...names })} — ${who} : appelez`
}

/** What the sentence does not count, said beside it. */
function autresOf(total: number, incertains: Incertains): string[] {
  const said = incertains.total === 0 || (total === 0 && incertains.anciens === 0)
  return said ? [] : [`${phraseIncertains(incertains)}, ${total === 0 ? 'ci-dessous' : 'à la fin de la liste'}`]
}

function precisionsOf(db: Db, selection: Selection, couche: Couche): string[] {
  const apart = couche.montrees && couche.connues
  return [
    ...postesPrecision(db, selection),
    ...horairesPrecision(selection),
    ...(apart ? [`${formatNombre(couche.total)} France services, comptées à part`] : []),
  ]
}

function postesPrecision(db: Db, selection: Selection): string[] {
  const source = postesSource(db)
  const postes = countPostes(selection)
  if (source === null || postes === null) return []
  return [`${formatNombre(postes)} ${postes < 2 ? 'poste validé' : 'postes validés'} au ${formatDate(source.date)}`]
}

/** Unknown is not closed: how many places the filter of opening says nothing of. */
function horairesPrecision(selection: Selection): string[] {
  const nombre = countHeuresInconnues(selection)
  if (nombre === 0) return []
  const lieux = compte(nombre, 'autre lieu', 'autres lieux')
  return selection.filters.ouvert === MAINTENANT
    ? [`${lieux} sans horaires assez récents pour dire ${nombre > 1 ? 's’ils sont ouverts' : 's’il est ouvert'}`]
    : [`${lieux} sans horaires publiés ou assez récents`]
}

/** Where nothing suits: what taking a value of a filter away would give. Of several, those that stay suit nothing. */
function countWithout(selection: Selection, key: FilterKey): number {
  const value: unknown = selection.filters[key]
  if (Array.isArray(value) && value.length > 1) return 0
  return lieuxRowsWithout(selection, key === 'lat' ? 'commune' : key).length
}
