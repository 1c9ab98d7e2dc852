import { hrefAccueil } from '#app/components/liens.ts'
import { apercuDe } from '#app/components/metadonnees.ts'
import { baseOf, type Filters, isAccueil, writeFilters } from '#app/domain/filters.ts'
import { nomDoux } from '#app/domain/lieu/nom-doux.ts'
import { formatDate } from '#app/domain/texte/format.ts'
import type { Db } from '#db/connect.server.ts'
import { datesOf } from '#db/sources.server.ts'

type Nomme = { nom: string; communeNom: string | null }
type Liste = { filters: Filters; phrase: string; lieux: readonly Nomme[]; auDela: { lieux: readonly Nomme[] } | null }

/**
 * What search engines and shared links are told of a list, and of no other. `adresse`: where the list of today is, as it was
 * asked for; `canonique`: that of its territory when too many filters make it.
 */
export function diteOf(db: Db, publicUrl: string, liste: Liste) {
  const base = baseOf(liste.filters)
  return {
    canonique: publicUrl + canoniqueOf(base ?? liste.filters),
    adresse: publicUrl + hrefAccueil(publique(liste.filters)),
    description: descriptionOf(db, liste),
    image: imageOf(base ?? liste.filters),
    indexee: base === null,
  }
}

/** The list is what is shown where nothing says otherwise, and says so where nothing else would. */
export function shown(filters: Filters): Filters {
  return isAccueil({ ...filters, tri: null, page: 1 }) ? { ...filters, vue: 'liste' } : filters
}

/** The list of the same filters, a position left out: whatever the view. */
function publique(filters: Filters): Filters {
  return shown({ ...filters, lat: null, lon: null, cellule: null, vue: null })
}

/** In another order, or with another network beside it, it is the same list. */
function canoniqueOf(filters: Filters): string {
  return hrefAccueil(publique({ ...filters, tri: null, couche: [] }))
}

function imageOf(filters: Filters): string | undefined {
  const search = writeFilters({ ...publique({ ...filters, tri: null, couche: [], page: 1, q: '' }), vue: null })
  return search.size === 0 ? undefined : apercuDe(search.toString())
}

/** So many places are named in what search engines show of a list. */
const NOMMES = 3

/** What it counts, the first of this page, and of when. */
function descriptionOf(db: Db, { phrase, lieux, auDela }: Liste): string {
  const noms = [...lieux, ...(auDela?.lieux ?? [])].slice(0, NOMMES)
  const named = noms.map(({ nom, communeNom }) => [nomDoux(nom, communeNom), communeNom].filter(Boolean).join(', '))
  const { lieux: date } = datesOf(db)
  const first = named.length === 0 ? '' : ` ${named.join(' ; ')}.`
  return `${phrase}.${first} Adresse, téléphone, horaires${date === null ? '' : ` ; lieux connus au ${formatDate(date)}`}.`
}
