import { createHash } from 'node:crypto'
import { fold } from '#app/domain/fold.ts'
import type { Lieu } from './lieux.ts'
import { foldAdresse } from './normalise/adresse.ts'

/**
 * What makes two rows the same place, and its stable id. `base` is the Coop's uuid where there is one, else
 * SIRET + address, else name + commune; two places that share a base of name + commune but not their address
 * are told apart by it. `homonyme` finds the same name at the same address under another base.
 */
export type Identity = { base: string; adresse: string; homonyme: string | null; certain: boolean }

export function identify(lieu: Lieu): Identity {
  const commune = lieu.place.commune?.code ?? fold(lieu.communeNom ?? lieu.codePostal ?? lieu.place.departement)
  const adresse = lieu.adresse ? foldAdresse(lieu.adresse) : ''
  const nom = fold(lieu.nom)
  const homonyme = adresse ? `${lieu.reseau}|${nom}|${commune}|${adresse}` : null
  if (lieu.coopId) return { base: `coop|${lieu.coopId}`, adresse, homonyme, certain: true }
  if (lieu.reseau === 'france-services' && lieu.idPublie)
    return { base: `fs|${lieu.idPublie}`, adresse, homonyme: null, certain: true }
  if (lieu.siret && adresse)
    return { base: `siret|${lieu.reseau}|${lieu.siret}|${commune}|${adresse}`, adresse, homonyme, certain: true }
  return { base: `nom|${lieu.reseau}|${nom}|${commune}`, adresse, homonyme, certain: false }
}

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/** Ten characters of Crockford's base 32 from a key: 50 bits, no letter that reads as a figure. */
export function shortId(key: string): string {
  const bytes = createHash('sha256').update(key).digest()
  return Array.from({ length: 10 }, (_, i) => ALPHABET[(bytes[i] as number) % 32]).join('')
}

/** A place already met: every base and address its rows gave it. `base` is the best of them, its id's source. */
export type Known = {
  numero: number
  dateMaj: string | null
  base: string
  bases: Set<string>
  adresses: Set<string>
  homonymes: Set<string>
  /** The identifiers that the file gave its rows, each part of a merged one. */
  publies: Set<string>
}

/**
 * The places met so far, found by what their rows share. The same rows make the same places, with the same
 * ids, in whatever order they come: ids are given once every row is known.
 */
export function startPlaces() {
  const byBase = new Map<string, Set<Known>>()
  const byHomonyme = new Map<string, Known>()

  /** The places that a row belongs to, oldest first: several when it shows that they are one. */
  function find({ base, adresse, homonyme, certain }: Identity): Known[] {
    const here = byBase.get(base)
    const namesake = homonyme ? byHomonyme.get(homonyme) : undefined
    if (here === undefined && namesake === undefined) return []
    const sameBase = [...(here ?? [])]
    // Name and commune alone join only when one of the two addresses is unknown, or both are the same.
    const match = certain ? sameBase[0] : sameBase.find((one) => shareAddress(one, adresse))
    const found = [...new Set([match, namesake])].filter((one) => one !== undefined)
    return found.sort((a, b) => a.numero - b.numero)
  }

  function add(numero: number, dateMaj: string | null, identity: Identity, idPublie: string | null): void {
    const { base } = identity
    const none = { bases: new Set<string>(), adresses: new Set<string>(), homonymes: new Set<string>() }
    join({ numero, dateMaj, base, ...none, publies: new Set() }, identity, idPublie)
  }

  function join(known: Known, { base, adresse, homonyme }: Identity, idPublie: string | null): void {
    for (const id of publiesDe(idPublie)) known.publies.add(id)
    known.base = bestOf(known.base, base)
    known.bases.add(base)
    byBase.set(base, (byBase.get(base) ?? new Set()).add(known))
    if (adresse) known.adresses.add(adresse)
    if (homonyme) known.homonymes.add(homonyme)
    if (homonyme) byHomonyme.set(homonyme, known)
  }

  function replace(other: Known, known: Known): void {
    known.base = bestOf(known.base, other.base)
    for (const base of other.bases) {
      byBase.get(base)?.delete(other)
      byBase.get(base)?.add(known)
      known.bases.add(base)
    }
    for (const homonyme of other.homonymes) {
      byHomonyme.set(homonyme, known)
      known.homonymes.add(homonyme)
    }
    for (const adresse of other.adresses) known.adresses.add(adresse)
    for (const id of other.publies) known.publies.add(id)
  }

  /** The id of each place; those of one name and commune are told apart by their addresses. */
  function* ids(): Generator<[known: Known, id: string]> {
    for (const [base, siblings] of byBase) {
      for (const known of siblings) {
        if (known.base !== base) continue
        const [adresse = ''] = known.adresses
        yield [known, shortId(siblings.size > 1 ? `${base}|${adresse}` : base)]
      }
    }
  }

  return { find, add, join, replace, ids }
}

function shareAddress({ adresses }: Known, adresse: string): boolean {
  return adresse === '' || adresses.size === 0 || adresses.has(adresse)
}

/** "Coop-numérique_12__dora_7" → both parts: a merge that changes keeps one of them. */
export function publiesDe(idPublie: string | null): string[] {
  return idPublie === null ? [] : idPublie.split('__').filter((part) => part !== '')
}

const BASES = ['coop', 'siret', 'fs', 'nom']

/** The surer of two bases; of two as sure, always the same one. */
function bestOf(a: string, b: string): string {
  const rank = (base: string) => BASES.indexOf(base.split('|', 1)[0] as string)
  if (rank(a) !== rank(b)) return rank(a) < rank(b) ? a : b
  return a < b ? a : b
}
