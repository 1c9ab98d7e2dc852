import { slugOf } from '#app/domain/filters/codes.ts'
import { MAINTENANT } from '#app/domain/filters/ouverts.ts'
import {
  describeFilters,
  emptyFilters,
  type FilterError,
  type Filters,
  isFiltered,
  nearOf,
  parseFilters,
  removals,
  writeFilters,
} from '#app/domain/filters.ts'
import { compte, formatDate, formatNombre } from '#app/domain/format.ts'
import { suitesOf } from '#app/domain/suites.ts'
import { selectLieux, selectStructures } from '#db/colonnes.server.ts'
import { communesNamed } from '#db/communes.server.ts'
import type { Db } from '#db/connect.server.ts'
import { departementNoms } from '#db/departements.server.ts'
import { facettes } from '#db/facettes.server.ts'
import { countHeuresInconnues, listLieux } from '#db/lieux.server.ts'
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
    // Asked from abroad, or a mistake: the page says so rather than "nothing within 20 km".
    horsDeFrance: filters.lat !== null && !names.pres,
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
  const toutes = facettes(db, filters)
  const dites = facettes(db, emptyFilters())
  /** The options that some place of the data has, and those chosen. */
  const connues = (champ: ChampDit) => toutes[champ].filter((one, rang) => one.choisi || isSaid(dites[champ][rang]))
  const connue = (nom: 'gratuit' | 'acceslibre') => (toutes[nom].choisi || isSaid(dites[nom]) ? toutes[nom] : null)
  return {
    ...toutes,
    // The number first: the list is in the order of numbers.
    departement: toutes.departement.map((one) => ({ ...one, label: `${one.valeur} — ${noms.get(one.valeur)}` })),
    employeur: connues('employeur'),
    service: connues('service'),
    public: connues('public'),
    prise_en_charge: connues('prise_en_charge'),
    acces: connues('acces'),
    // Every place counted here is of this network.
    label: connues('label').filter(({ valeur, choisi }) => choisi || valeur !== CONSEILLERS),
    gratuit: connue('gratuit'),
    acceslibre: connue('acceslibre'),
  }
}

type ChampDit = 'employeur' | 'service' | 'public' | 'prise_en_charge' | 'acces' | 'label'
const CONSEILLERS = slugOf('Conseillers numériques')
const isSaid = (option: { nombre: number } | undefined) => option !== undefined && option.nombre > 0

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
