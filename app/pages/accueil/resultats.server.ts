import type { Compris } from '#app/components/compris.tsx'
import { hrefAccueil } from '#app/components/liens.ts'
import type { AppContext } from '#app/context.ts'
import { asksOfOffre } from '#app/domain/filters/criteria.ts'
import { MAINTENANT } from '#app/domain/filters/ouverts.ts'
import { duSecteur } from '#app/domain/filters/table.ts'
import { describeFilters, type FilterKey, type Filters, nearOf, removals, writeFilters } from '#app/domain/filters.ts'
import type { Names } from '#app/domain/parametres/kinds.ts'
import type { ParamError } from '#app/domain/parametres.ts'
import { compte, deCommune, formatDate, formatNombre, lowerFirst } from '#app/domain/texte/format.ts'
import type { Couche } from '#app/domain/vocabulary.ts'
import { phraseIncertains } from '#app/pages/accueil/incertains.tsx'
import { ouOf } from '#app/pages/commun/ou.server.ts'
import { namesOf, withDistances, zoneOf } from '#app/pages/commun/proximite.server.ts'
import { withSecours } from '#app/pages/commun/secours.server.ts'
import type { Db } from '#db/connect.server.ts'
import { departementNoms } from '#db/departements.server.ts'
import { countHeuresInconnues, type LieuResume } from '#db/lieux.server.ts'
import { countPostes } from '#db/postes.server.ts'
import { isNamed } from '#db/recherche.server.ts'
import { lieuxIncertains, lieuxRowsWithout, type Selection, select } from '#db/selection.server.ts'
import { currentSource, postesSource } from '#db/sources.server.ts'
import { carteOf } from './carte.server.ts'
import { couchesOf, numerosOf, optionsOf } from './couches.server.ts'
import { type CoucheDite, compteCouche } from './couches.tsx'
import { diteOf, shown } from './dite.server.ts'
import { facettesOf } from './facettes.server.ts'
import { pourDemarcheOf } from './france-services.server.ts'
import { type Pages, pageOf } from './liste.server.ts'
import { auDelaOf, autourOf } from './secteur.server.ts'

/** `enPages`: what its pages hold; those of the list unless given. */
type Demande = { params: URLSearchParams; errors: ParamError[]; compris: Compris | null; enPages?: Pages }

/** What the list and its map say of what is asked; `compris`: of a text that names no one place. */
export function resultatsOf(context: AppContext, filters: Filters, { params, errors, compris, enPages }: Demande) {
  const { db, instant, validite } = context
  if (filters.ouvert === MAINTENANT) validite.minute()
  const found = select(db, shown(filters), instant)
  // A text that was not understood says nothing of places: neither a count nor a zero stands beside it.
  const muette = compris !== null && compris.phrase !== null && !(isNamed(db, filters.q) && hasRows(found))
  const guichets = !muette && isBorneElsewhere(found)
  const selection = muette || guichets ? select(db, answered(filters, muette), instant) : found
  const liste = listeOf(db, selection, errors, enPages)
  validite.etats(fichesDe(liste))
  const ou = ouOf(db, filters, params, hrefAccueil)
  const dit = compris?.phrase
    ? { phrase: compris.phrase, precisions: [], autour: null }
    : guichets
      ? alsoSaid(liste)
      : {}
  return {
    ...liste,
    ...dit,
    filters: { ...liste.filters, q: filters.q },
    compris,
    ou,
    muette,
    plie: plieOf(filters, ou.libelle || liste.commune, departementNoms(db), liste.pres),
    carte: carteOf(context, selection, {
      ...liste,
      auDela: liste.auDela?.cache ? null : liste.auDela,
      repere: repereOf(filters, liste.commune),
    }),
    ...diteOf(db, context.publicUrl, liste),
    maintenant: instant,
  }
}

/** Of a text that was not understood, everything; of one that France services alone bear, them too. */
function answered(filters: Filters, muette: boolean): Filters {
  return muette ? { ...shown(filters), q: '' } : { ...filters, couche: [...filters.couche, 'france-services'] }
}

/** A text that is written of France services and of nothing else that is shown. */
function isBorneElsewhere(found: Selection): boolean {
  const { q, couche } = found.filters
  return q !== '' && !couche.includes('france-services') && !hasRows(found) && found.franceServices().length > 0
}

/** "1 France services, et aucun lieu d’accueil — « gibjoncs »". */
function alsoSaid({ phrase, couches }: ReturnType<typeof listeOf>): {
  phrase: string
  precisions: string[]
  autour: null
} {
  const total = couches.find(({ couche }) => couche === 'france-services')?.total ?? 0
  return { phrase: `${compteCouche('france-services', total)}, et ${lowerFirst(phrase)}`, precisions: [], autour: null }
}

/** All the places of which the page has a card, and says whether they are open. */
function fichesDe({ lieux, auDela, reseaux, incertains, pourDemarche }: ReturnType<typeof listeOf>) {
  const listes = [lieux, auDela?.lieux ?? [], incertains.liste, pourDemarche?.proches ?? []]
  return [...listes, ...reseaux.map(({ liste }) => liste)].flat()
}

/** Something suits: a place, one of a layer that is shown, or an employer. */
function hasRows(selection: Selection): boolean {
  const { filters, lieux, structures } = selection
  const lists = [lieux, structures, ...filters.couche.map((couche) => () => numerosOf(selection, couche))]
  return lists.some((list) => list().length > 0) || lieuxIncertains(selection).numeros.length > 0
}

/** Where one is, in a few words: "Autour de Mauriac (15)", "Creuse (23)", "Toute la France". */
function plieOf(filters: Filters, libelle: string, noms: Map<string, string>, pres: string | null): string {
  const { lat, cellule, departement, q } = filters
  if (lat !== null) return 'Autour du point choisi'
  if (cellule !== null) return `Autour ${duSecteur({ pres })}`
  if (libelle !== '') return `Autour ${deCommune(libelle)}`
  if (q !== '') return `« ${q} »`
  const [code = ''] = departement
  if (departement.length > 1) return `${departement.length} départements`
  return departement.length === 1 ? `${noms.get(code) ?? 'Département'} (${code})` : 'Toute la France'
}

/** The position asked for, as the map names it; the middle of a cell is nothing. */
function repereOf({ lat }: Filters, commune: string): string | null {
  if (lat !== null) return 'Point choisi'
  return commune || null
}

/** Everything that is said of a selection, the map aside. */
function listeOf(db: Db, selection: Selection, errors: ParamError[], enPages?: Pages) {
  const couches = couchesOf(db, selection)
  const { filters, pages, lieux, incertains, reseaux, sansLieu } = pageOf(db, selection, enPages)
  const { total } = lieux
  const noms = departementNoms(db)
  const names = { departements: noms, ...namesOf(db, selection) }
  const actifs = removals(filters, names)
  const rien = total + incertains.total === 0
  const auDela = auDelaOf(db, selection, names, rien)
  const distant = (list: LieuResume[]) => withSecours(db, withDistances(selection, names, list))
  return {
    filters,
    errors,
    recherche: writeFilters(filters).toString(),
    // Asked from abroad, or a mistake: the page says so rather than "nothing within 20 km".
    horsDeFrance: names.pres === null,
    phrase: phraseOf(filters, names, total, incertains),
    precisions: [...autresOf(total, incertains), ...precisionsOf(db, selection, couches)],
    actifs,
    issues: rien ? actifs.map((actif) => ({ ...actif, nombre: countWithout(selection, actif.key) })) : [],
    facettes: { ...facettesOf(db, selection, noms), couches: optionsOf(couches) },
    couches,
    total,
    commune: names.commune ?? '',
    pres: names.pres ?? null,
    autour: autourOf(selection, names, lieux.liste, rien || total > 0),
    triable: lieux.liste.length > 1,
    lieux: distant(lieux.liste),
    auDela: auDela && { ...auDela, lieux: withSecours(db, auDela.lieux) },
    reseaux: reseauxOf(db, couches, filters).map((dit) => {
      const { page, liste } = reseaux[dit.couche]
      return { ...dit, page, pres: nearOf(filters, names), liste: distant(liste) }
    }),
    zone: zoneOf(selection, rien ? (auDela?.lieux ?? []) : []),
    sansLieu,
    incertains: { ...incertains, liste: distant(incertains.liste) },
    pourDemarche: pourDemarcheOf(db, selection, couches, distant),
    pages,
  }
}

/** The layers that are places. */
function reseauxOf(db: Db, couches: readonly CoucheDite[], filters: Filters) {
  const listes = { 'france-services': currentSource(db, 'france-services')?.date ?? null, autres: null }
  return couches.flatMap(({ couche, ...dite }) => {
    if (couche === 'employeurs') return []
    const taisent = couche === 'france-services' && asksOfOffre(filters)
    return [{ ...dite, couche, taisent, listeDu: listes[couche] }]
  })
}

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

function precisionsOf(db: Db, selection: Selection, couches: CoucheDite[]): string[] {
  const apart = couches.filter(({ montree, connue }) => montree && connue)
  return [
    ...postesPrecision(db, selection),
    ...horairesPrecision(selection),
    ...apart.map(({ couche, total }) => `${compteCouche(couche, total)}, ${COMPTES[couche]} à part`),
  ]
}

const COMPTES: Record<Couche, string> = { 'france-services': 'comptées', autres: 'comptés', employeurs: 'comptés' }

/** Posts are of employers: said to whoever asks about employers. */
function postesPrecision(db: Db, selection: Selection): string[] {
  const { employeur, zrr, qpv } = selection.filters
  if (employeur.length === 0 && !zrr && !qpv) return []
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
  return lieuxRowsWithout(selection, key === 'lat' || key === 'cellule' ? 'commune' : key).length
}
