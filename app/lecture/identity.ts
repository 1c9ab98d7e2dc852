import { hash } from 'node:crypto'
import { fold } from '#app/domain/fold.ts'
import { detach } from './detach.ts'
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
  const bytes = hash('sha256', key, 'buffer')
  let id = ''
  for (let i = 0; i < 10; i += 1) id += ALPHABET[(bytes[i] as number) % 32]
  return id
}

/**
 * A place already met: every base and address its rows gave it, in the order of the rows. `base` is the best of them,
 * its id's source.
 */
export type Known = {
  numero: number
  dateMaj: string | null
  base: string
  bases: readonly string[]
  adresses: readonly string[]
  homonymes: readonly string[]
  /** The identifiers that the file gave its rows, each part of a merged one. */
  publies: readonly string[]
}

const NONE: readonly string[] = []

/** Each text once. Most places have one of each, for which an array weighs a tenth of a set. */
function withText(list: readonly string[], text: string): readonly string[] {
  return list.includes(text) ? list : [...list, text]
}

/**
 * The places met so far, found by what their rows share. The same rows make the same places, with the same
 * ids, in whatever order they come: ids are given once every row is known.
 */
export function startPlaces() {
  const byBase = new Map<string, Known[]>()
  const byHomonyme = new Map<string, Known>()

  /** The places that a row belongs to, oldest first: several when it shows that they are one. */
  function find({ base, adresse, homonyme, certain }: Identity): Known[] {
    const here = byBase.get(base)
    const namesake = homonyme ? byHomonyme.get(homonyme) : undefined
    if (here === undefined && namesake === undefined) return []
    // Name and commune alone join only when one of the two addresses is unknown, or both are the same.
    const match = certain ? here?.[0] : here?.find((one) => shareAddress(one, adresse))
    const found = [...new Set([match, namesake])].filter((one) => one !== undefined)
    return found.sort((a, b) => a.numero - b.numero)
  }

  function add(numero: number, dateMaj: string | null, identity: Identity, idPublie: string | null): void {
    const base = detach(identity.base)
    const none = { bases: NONE, adresses: NONE, homonymes: NONE, publies: NONE }
    join({ numero, dateMaj, base, ...none }, { ...identity, base }, idPublie)
  }

  function join(known: Known, { base, adresse, homonyme }: Identity, idPublie: string | null): void {
    for (const id of publiesDe(idPublie)) known.publies = withText(known.publies, detach(id))
    known.base = bestOf(known.base, base)
    known.bases = withText(known.bases, base)
    const here = byBase.get(base)
    if (here === undefined) byBase.set(base, [known])
    else if (!here.includes(known)) here.push(known)
    if (adresse) known.adresses = withText(known.adresses, detach(adresse))
    if (homonyme === null) return
    const key = detach(homonyme)
    known.homonymes = withText(known.homonymes, key)
    byHomonyme.set(key, known)
  }

  function replace(other: Known, known: Known): void {
    known.base = bestOf(known.base, other.base)
    for (const base of other.bases) {
      const here = (byBase.get(base) ?? []).filter((one) => one !== other)
      byBase.set(base, here.includes(known) ? here : [...here, known])
      known.bases = withText(known.bases, base)
    }
    for (const homonyme of other.homonymes) {
      byHomonyme.set(homonyme, known)
      known.homonymes = withText(known.homonymes, homonyme)
    }
    for (const adresse of other.adresses) known.adresses = withText(known.adresses, adresse)
    for (const id of other.publies) known.publies = withText(known.publies, id)
  }

  /** The id of each place; those of one name and commune are told apart by their addresses. */
  function* ids(): Generator<[known: Known, id: string]> {
    for (const [base, siblings] of byBase) {
      for (const known of siblings) {
        if (known.base !== base) continue
        const [adresse = ''] = known.adresses
        yield [known, shortId(siblings.length > 1 ? `${base}|${adresse}` : base)]
      }
    }
  }

  return { find, add, join, replace, ids }
}

function shareAddress({ adresses }: Known, adresse: string): boolean {
  return adresse === '' || adresses.length === 0 || adresses.includes(adresse)
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
