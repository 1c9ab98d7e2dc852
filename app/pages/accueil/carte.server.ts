import { createHash } from 'node:crypto'
import { hrefAccueil } from '#app/components/liens.ts'
import type { AppContext } from '#app/context.ts'
import { CONTOURS, dessinDeFrance } from '#app/dessin/france.server.ts'
import { encodeSelection } from '#app/domain/carte/row-set.ts'
import { emptyFilters, type Filters, isFiltered, writeFilters } from '#app/domain/filters.ts'
import type { Db } from '#db/connect.server.ts'
import { documentEtag } from '#db/documents.server.ts'
import type { Selection } from '#db/selection.server.ts'

type Option = { valeur: string; nombre: number; choisi: boolean }
type Accueil = {
  filters: Filters
  facettes: { departement: Option[] }
  /** [south, west, north, east] of what is near, when a position is asked. */
  zone: [number, number, number, number] | null
  /** The nearest places, when none is within the radius: the list shows them, so does the map. */
  auDela: { lieux: { numero: number }[] } | null
}

/** Version of the outlines, in their URL. */
export const CONTOURS_VERSION = createHash('sha256').update(CONTOURS).digest('hex').slice(0, 12)

/** The map of `/`: what the interactive one needs, and the one that is drawn without it. */
export function carteOf({ db, tuiles }: AppContext, selection: Selection, accueil: Accueil) {
  const comptes = comptesOf(accueil.filters, accueil.facettes.departement)
  return { ile: ileOf(db, tuiles, selection, accueil), dessin: dessinDeFrance(), comptes }
}

function ileOf(db: Db, tuiles: AppContext['tuiles'], selection: Selection, { filters, zone, auDela }: Accueil) {
  return {
    pointsUrl: `/points.json?v=${documentEtag(db, 'points') ?? ''}`,
    franceServicesUrl: franceServicesUrlOf(db, filters),
    contoursUrl: `/contours.json?v=${CONTOURS_VERSION}`,
    fichesUrl: fichesUrlOf(filters),
    selection: shownOf(selection, auDela),
    cadre: filters.departement,
    zone,
    ailleurs: ailleursOf(filters),
    tuiles,
  }
}

/** The filters in force that do not say where: what "Rechercher dans cette zone" goes on with. */
function ailleursOf(filters: Filters): string {
  const nowhere = { q: '', commune: null, lat: null, lon: null, departement: [], page: 1 }
  return writeFilters({ ...filters, ...nowhere }).toString()
}

/** Where the words of a point are asked, with the position that distances are counted from. */
function fichesUrlOf({ commune, lat, lon }: Filters): string {
  const search = writeFilters({ ...emptyFilters(), commune, lat, lon }).toString()
  return search === '' ? '/fiches.json' : `/fiches.json?${search}`
}

/** Null when their layer is off, or when none stands on a map: nothing is fetched. */
function franceServicesUrlOf(db: Db, filters: Filters): string | null {
  const etag = filters.couche.includes('france-services') ? documentEtag(db, 'points-france-services') : null
  return etag && `/points-france-services.json?v=${etag}`
}

/** The rows that suit the filters, null for all of them: the map has every point already, and shows these. */
function shownOf({ filters, lieux, structures, franceServices }: Selection, auDela: Accueil['auDela']) {
  const layer = filters.couche.includes('france-services')
  if (!isFiltered(filters)) return layer ? { lieux: null, structures: null, franceServices: null } : null
  return {
    lieux: encodeSelection(auDela ? auDela.lieux.map(({ numero }) => numero) : lieux()),
    structures: encodeSelection(structures()),
    ...(layer && { franceServices: encodeSelection(franceServices()) }),
  }
}

function comptesOf(filters: Filters, departements: Option[]) {
  return departements.map(({ valeur, nombre, choisi }) => ({
    code: valeur,
    nombre,
    choisi,
    href: hrefAccueil({ ...filters, departement: [valeur], page: 1, vue: null }),
  }))
}
