import type { NomsTrouves } from '#app/components/noms-trouves.tsx'
import type { AppContext } from '#app/context.ts'
import type { Filters } from '#app/domain/filters.ts'
import { adressesOf } from '#app/pages/commun/adresses.server.ts'
import { lieuxNommes } from '#db/colonnes.server.ts'
import { communesLike, communesNamed, searchCommunes } from '#db/communes.server.ts'
import type { Db } from '#db/connect.server.ts'
import { searchNumeros } from '#db/recherche.server.ts'

/** The list answers already: a few communes beside it are enough. */
const PROCHES = 3

/** What the text of a search may mean, with the headers that go with it: an address stands in no cache. */
export async function nomsOf(context: AppContext, filters: Filters) {
  const { db } = context
  const { q } = filters
  if (q === '') return { noms: nothing(), headers: {} }
  const { asked, adresses, communes, headers } = await adressesOf(context, q, { typing: false })
  if (asked) {
    const introuvable = adresses.length > 0 || isNamed(db, q) ? null : ('adresse' as const)
    return { noms: { ...nothing(), adresses, communes, introuvable }, headers }
  }
  const named = communesNamed(db, q)
  if (named.length > 0) return { noms: { ...nothing(), communes: named }, headers }
  const known = isNamed(db, q)
  const proches = nearNames(db, filters, known)
  const introuvable = known || proches.length > 0 ? null : ('texte' as const)
  return { noms: { ...nothing(), proches, introuvable }, headers }
}

/** Communes to offer when the text names none; not once a position is chosen: it then looks among what is near. */
function nearNames(db: Db, { q, commune, lat }: Filters, known: boolean) {
  if (commune !== null || lat !== null) return []
  return known ? searchCommunes(db, q, PROCHES) : communesLike(db, q)
}

/** A place or an employer bears these words, whatever the other filters. */
function isNamed(db: Db, q: string): boolean {
  return lieuxNommes(db, q).length > 0 || (searchNumeros(db, 'structure', q)?.size ?? 0) > 0
}

function nothing(): NomsTrouves {
  return { communes: [], proches: [], adresses: [], introuvable: null }
}
