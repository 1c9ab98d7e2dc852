import { detach } from './detach.ts'
import { bestOf, type Identity, publiesDe, shortId } from './identity.ts'

/**
 * A place already met: every base and address its rows gave it, in the order of the rows. `base` is the best of them,
 * its id's source.
 */
export type LieuConnu = {
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
const EMPTY = { bases: NONE, adresses: NONE, homonymes: NONE, publies: NONE }

/** Texts of one kind that a place is found by. No place has more; beyond, they join no row, so that each row costs the same. */
const TEXTES_MAX = 100

/** Each text once. Most places have one of each, for which an array weighs a tenth of a set. */
function withText(list: readonly string[], text: string): readonly string[] {
  return list.length >= TEXTES_MAX || list.includes(text) ? list : [...list, text]
}

/**
 * The places met so far, found by what their rows share. The same rows make the same places, with the same
 * ids, in whatever order they come: ids are given once every row is known.
 */
export function startPlaces() {
  const byBase = new Map<string, Famille>()
  const byHomonyme = new Map<string, LieuConnu>()

  /** The places that a row belongs to, oldest first: several when it shows that they are one. */
  function find({ base, adresse, homonyme, certain }: Identity): LieuConnu[] {
    const here = byBase.get(base)
    const namesake = homonyme ? byHomonyme.get(homonyme) : undefined
    // Name and commune alone join only when one of the two addresses is unknown, or both are the same.
    const match = here && (certain ? firstOf(here) : sharing(here, adresse))
    const found = [...new Set([match, namesake])].filter((one) => one !== undefined)
    return found.sort((a, b) => a.numero - b.numero)
  }

  /** A new place, for a row of which `find` found none. */
  function add(numero: number, dateMaj: string | null, identity: Identity, idPublie: string | null): void {
    const base = detach(identity.base)
    join({ numero, dateMaj, base, ...EMPTY }, { ...identity, base }, idPublie)
  }

  function join(known: LieuConnu, said: Identity, idPublie: string | null): void {
    const { base, homonyme } = complete(known, said, idPublie)
    if (known.bases.includes(base)) addTo(familleOf(base), known)
    for (const one of known.bases) learn(familleOf(one), known, said.adresse)
    if (homonyme !== null && known.homonymes.includes(homonyme)) byHomonyme.set(homonyme, known)
  }

  function familleOf(base: string): Famille {
    const here = byBase.get(base) ?? { lieux: new Set(), byAdresse: null }
    byBase.set(base, here)
    return here
  }

  function replace(other: LieuConnu, known: LieuConnu): void {
    for (const base of other.bases) {
      removeFrom(familleOf(base), other)
      known.bases = withText(known.bases, base)
    }
    if (known.bases.includes(other.base)) known.base = bestOf(known.base, other.base)
    for (const homonyme of other.homonymes) {
      known.homonymes = withText(known.homonymes, homonyme)
      if (known.homonymes.includes(homonyme)) byHomonyme.set(homonyme, known)
      else byHomonyme.delete(homonyme)
    }
    for (const adresse of other.adresses) known.adresses = withText(known.adresses, adresse)
    for (const id of other.publies) known.publies = withText(known.publies, id)
    for (const base of known.bases) addTo(familleOf(base), known)
  }

  /** The id of each place; those of one name and commune are told apart by their addresses. */
  function* ids(): Generator<[known: LieuConnu, id: string]> {
    for (const [base, siblings] of byBase) {
      for (const known of siblings.lieux) {
        if (known.base !== base) continue
        const [adresse = ''] = known.adresses
        yield [known, shortId(siblings.lieux.size > 1 ? `${base}|${adresse}` : base)]
      }
    }
  }

  return { find, add, join, replace, ids }
}

/** Adds what a row gives to a place; its texts are then its own. */
function complete(known: LieuConnu, { base, adresse, homonyme }: Identity, idPublie: string | null) {
  for (const id of publiesDe(idPublie)) known.publies = withText(known.publies, detach(id))
  known.bases = withText(known.bases, base)
  if (known.bases.includes(base)) known.base = bestOf(known.base, base)
  if (adresse) known.adresses = withText(known.adresses, detach(adresse))
  const key = homonyme === null ? null : detach(homonyme)
  if (key !== null) known.homonymes = withText(known.homonymes, key)
  return { base, homonyme: key }
}

/** The places of one base, in the order in which they came; by address once they are many. */
type Famille = { lieux: Set<LieuConnu>; byAdresse: Map<string, Set<LieuConnu>> | null }

/** Beyond, a family is not looked through one by one. */
const PEU = 8

function addTo(famille: Famille, known: LieuConnu): void {
  famille.lieux.add(known)
  if (famille.byAdresse === null && famille.lieux.size > PEU) {
    famille.byAdresse = new Map()
    for (const one of famille.lieux) for (const adresse of one.adresses) learn(famille, one, adresse)
  } else for (const adresse of known.adresses) learn(famille, known, adresse)
}

/** An address that a place of the family is given. */
function learn({ byAdresse }: Famille, known: LieuConnu, adresse: string): void {
  if (byAdresse === null || !known.adresses.includes(adresse)) return
  byAdresse.set(adresse, (byAdresse.get(adresse) ?? new Set()).add(known))
}

function removeFrom({ lieux, byAdresse }: Famille, known: LieuConnu): void {
  lieux.delete(known)
  if (byAdresse) for (const adresse of known.adresses) byAdresse.get(adresse)?.delete(known)
}

function firstOf({ lieux }: Famille): LieuConnu | undefined {
  return lieux.values().next().value
}

/** The first one that may stand at an address: any is it when one of the two is unknown. */
function sharing(famille: Famille, adresse: string): LieuConnu | undefined {
  const { lieux, byAdresse } = famille
  const eldest = firstOf(famille)
  if (adresse === '' || eldest?.adresses.length === 0) return eldest
  const few = byAdresse === null ? lieux : (byAdresse.get(adresse) ?? [])
  for (const one of few) if (one.adresses.length === 0 || one.adresses.includes(adresse)) return one
  return undefined
}
