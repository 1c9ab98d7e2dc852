import { startFiches } from './compact-records.ts'
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

/** Each text once. Most places have one of each, for which an array weighs a tenth of a set. */
function withText(list: readonly string[], text: string): readonly string[] {
  return list.includes(text) ? list : [...list, text]
}

/**
 * The places met so far, found by what their rows share. The same rows make the same places, with the same
 * ids, in whatever order they come: ids are given once every row is known. Nearly every place has one row, and is kept
 * as bytes until another row may be of it.
 */
export function startPlaces() {
  const seules = startFiches(2, clesDe)
  const byBase = new Map<string, LieuConnu[]>()
  const byHomonyme = new Map<string, LieuConnu>()

  /** The places that a row belongs to, oldest first: several when it shows that they are one. */
  function find({ base, adresse, homonyme, certain }: Identity): LieuConnu[] {
    recall(seules.find(0, base))
    if (homonyme) recall(seules.find(1, homonyme))
    const here = byBase.get(base)
    const namesake = homonyme ? byHomonyme.get(homonyme) : undefined
    if (here === undefined && namesake === undefined) return []
    // Name and commune alone join only when one of the two addresses is unknown, or both are the same.
    const match = certain ? here?.[0] : here?.find((one) => shareAddress(one, adresse))
    const found = [...new Set([match, namesake])].filter((one) => one !== undefined)
    return found.sort((a, b) => a.numero - b.numero)
  }

  /** A new place, for a row of which `find` found none. */
  function add(numero: number, dateMaj: string | null, identity: Identity, idPublie: string | null): void {
    const { base, homonyme, adresse } = identity
    if (byBase.has(base)) keepWhole(numero, dateMaj, identity, idPublie)
    else seules.add([base, nomDe(homonyme, base, adresse), adresse, String(numero), dateMaj ?? '', idPublie ?? ''])
  }

  function recall(rank: number): void {
    if (rank < 0) return
    const { numero, dateMaj, identity, idPublie } = oneRow(rank)
    seules.forget(rank)
    keepWhole(numero, dateMaj, identity, idPublie)
  }

  function oneRow(rank: number) {
    const texts = seules.at(rank) as Texts
    const [, , adresse, numero, dateMaj, idPublie] = texts
    const [base, homonyme] = clesDe(texts)
    const identity = { base, adresse, homonyme: homonyme || null }
    return { numero: Number(numero), dateMaj: dateMaj || null, identity, idPublie: idPublie || null }
  }

  function keepWhole(numero: number, dateMaj: string | null, identity: Found, idPublie: string | null): void {
    const base = detach(identity.base)
    join({ numero, dateMaj, base, ...EMPTY }, { ...identity, base }, idPublie)
  }

  function join(known: LieuConnu, said: Found, idPublie: string | null): void {
    const { base, homonyme } = complete(known, said, idPublie)
    const here = byBase.get(base)
    if (here === undefined) byBase.set(base, [known])
    else if (!here.includes(known)) here.push(known)
    if (homonyme !== null) byHomonyme.set(homonyme, known)
  }

  function replace(other: LieuConnu, known: LieuConnu): void {
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

  /** The id of each place. That of one whose row met no other is the short id of its base. */
  function* ids(): Generator<[known: LieuConnu, id: string]> {
    for (const rank of seules.ranks()) {
      const { numero, dateMaj, identity, idPublie } = oneRow(rank)
      const known = { numero, dateMaj, base: identity.base, ...EMPTY }
      complete(known, identity, idPublie)
      yield [known, shortId(known.base)]
    }
    yield* idsDesReunies()
  }

  /** The id of each place that met another row; those of one name and commune are told apart by their addresses. */
  function* idsDesReunies(): Generator<[known: LieuConnu, id: string]> {
    for (const [base, siblings] of byBase) {
      for (const known of siblings) {
        if (known.base !== base) continue
        const [adresse = ''] = known.adresses
        yield [known, shortId(siblings.length > 1 ? `${base}|${adresse}` : base)]
      }
    }
  }

  return { find, add, join, replace, ids, idsDesReunies }
}

/** Of a place of one row: base, name, address, numero, date, published identifier; empty when there is none. */
type Texts = [string, string, string, string, string, string]

const NOM = 'nom|'

/** What comes before the address in the homonyme of a place, unless its base says it. */
function nomDe(homonyme: string | null, base: string, adresse: string): string {
  return homonyme === null || base.startsWith(NOM) ? '' : homonyme.slice(0, -adresse.length - 1)
}

/** The base and the homonyme of a place of one row, '' when it has none. */
function clesDe(texts: readonly string[]): [base: string, homonyme: string] {
  const [base, own, adresse] = texts as Texts
  const nom = base.startsWith(NOM) ? base.slice(NOM.length) : own
  return [base, nom && adresse ? `${nom}|${adresse}` : '']
}

type Found = Pick<Identity, 'base' | 'adresse' | 'homonyme'>

/** Adds what a row gives to a place; its texts are then its own. */
function complete(known: LieuConnu, { base, adresse, homonyme }: Found, idPublie: string | null) {
  for (const id of publiesDe(idPublie)) known.publies = withText(known.publies, detach(id))
  known.base = bestOf(known.base, base)
  known.bases = withText(known.bases, base)
  if (adresse) known.adresses = withText(known.adresses, detach(adresse))
  const key = homonyme === null ? null : detach(homonyme)
  if (key !== null) known.homonymes = withText(known.homonymes, key)
  return { base, homonyme: key }
}

function shareAddress({ adresses }: LieuConnu, adresse: string): boolean {
  return adresse === '' || adresses.length === 0 || adresses.includes(adresse)
}
