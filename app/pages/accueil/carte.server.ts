import { hrefAccueil } from '#app/components/liens.ts'
import type { AppContext } from '#app/context.ts'
import { dessinDeFrance } from '#app/dessin/france.server.ts'
import { documentOfCouche, OBJET_OF_COUCHE } from '#app/domain/carte/couches.ts'
import { encodeSelection } from '#app/domain/carte/row-set.ts'
import { isAround } from '#app/domain/filters/proches.ts'
import { emptyFilters, type Filters, isFiltered, writeFilters } from '#app/domain/filters.ts'
import { fondDeCarte } from '#app/pages/commun/fond-de-carte.server.ts'
import type { Db } from '#db/connect.server.ts'
import { documentEtag } from '#db/documents.server.ts'
import { lieuxIncertains, type Selection } from '#db/selection.server.ts'
import { numerosOf } from './couches.server.ts'
import type { CoucheDite } from './couches.tsx'

type Option = { valeur: string; nombre: number; choisi: boolean }
type Accueil = {
  filters: Filters
  facettes: { departement: Option[] }
  couches: CoucheDite[]
  /** The position asked for, in a word or two. */
  repere?: string | null
  /** [south, west, north, east] of what is near, when a position is asked. */
  zone: [number, number, number, number] | null
  /** The nearest places, when none is within the radius: the list shows them, so does the map. */
  auDela: { lieux: { numero: number }[] } | null
}

/** The map of `/`: what the interactive one needs, and the one that is drawn without it. */
export function carteOf({ db, tuiles }: AppContext, selection: Selection, accueil: Accueil) {
  const comptes = comptesOf(accueil.filters, accueil.facettes.departement)
  const { filters, couches } = accueil
  return { ile: ileOf(db, tuiles, selection, accueil), dessin: dessinDeFrance(), comptes, filters, couches }
}

function ileOf(
  db: Db,
  tuiles: AppContext['tuiles'],
  selection: Selection,
  { filters, facettes, zone, auDela, repere = null }: Accueil,
) {
  return {
    pointsUrl: `/points.json?v=${documentEtag(db, 'points') ?? ''}`,
    couchesUrls: couchesUrlsOf(db, filters),
    ...fondDeCarte({ db, tuiles }),
    repere: repereOf(selection, repere),
    vides: videsOf(filters, facettes.departement),
    fichesUrl: fichesUrlOf(filters),
    selection: shownOf(selection, auDela),
    cadre: filters.departement,
    zone,
    ailleurs: ailleursOf(filters),
  }
}

/** The filters in force that do not say where: what "Rechercher dans cette zone" goes on with. */
function ailleursOf(filters: Filters): string {
  const nowhere = { q: '', commune: null, lat: null, lon: null, cellule: null, departement: [], page: 1 }
  return writeFilters({ ...filters, ...nowhere }).toString()
}

/** Where the words of a point are asked, with the position that distances are counted from. */
function fichesUrlOf({ commune, lat, lon, cellule }: Filters): string {
  const search = writeFilters({ ...emptyFilters(), commune, lat, lon, cellule })
  return search.size === 0 ? '/fiches.json' : `/fiches.json?${search}`
}

function repereOf({ position }: Selection, nom: string | null) {
  return position === null || nom === null ? null : { lat: position.lat, lon: position.lon, nom }
}

/** The departments, of those asked for, that have no place under the filters; near a position, nearly all have none. */
function videsOf(filters: Filters, options: readonly Option[]): string[] {
  if (isAround(filters)) return []
  const { departement } = filters
  const asked = options.filter(({ valeur }) => departement.length === 0 || departement.includes(valeur))
  return asked.filter(({ nombre }) => nombre === 0).map(({ valeur }) => valeur)
}

/** Of the layers that are on and stand on a map: nothing else is fetched. */
function couchesUrlsOf(db: Db, { couche }: Filters): Record<string, string> {
  const urls = couche.flatMap((one) => {
    const etag = documentEtag(db, documentOfCouche(one))
    return etag === null ? [] : [[OBJET_OF_COUCHE[one], `/${documentOfCouche(one)}.json?v=${etag}`]]
  })
  return Object.fromEntries(urls)
}

/** The rows that suit the filters, null for all of them: the map has every point already, and shows these. */
function shownOf(selection: Selection, auDela: Accueil['auDela']) {
  const { filters } = selection
  const all = !isFiltered(filters)
  if (all && filters.couche.length === 0) return null
  const shown = (numeros: () => number[]) => (all ? null : encodeSelection(numeros()))
  const couches = filters.couche.map((one) => [OBJET_OF_COUCHE[one], shown(() => numerosOf(selection, one))])
  const lieux = () => (auDela ? auDela.lieux.map(({ numero }) => numero) : listedOf(selection))
  return { lieu: shown(lieux), ...Object.fromEntries(couches) }
}

/** Those that suit; when none does, those that may, which the list then shows alone. */
function listedOf(selection: Selection): number[] {
  const lieux = selection.lieux()
  return lieux.length > 0 ? lieux : lieuxIncertains(selection).numeros
}

function comptesOf(filters: Filters, departements: Option[]) {
  return departements.map(({ valeur, nombre, choisi }) => ({
    code: valeur,
    nombre,
    choisi,
    href: hrefAccueil({ ...filters, departement: [valeur], page: 1, vue: null }),
  }))
}
