import type { LieuxGardes } from './keep-lieux.ts'
import { LIENS } from './links.ts'

/** The places of one file as links are made, `ids` by rank. */
export type Cote = { traces: LieuxGardes; ids: readonly string[] }

/** Ranks, by rank on the other side; -1 when there is none. */
type Rapprochement = { ancetreOf: Int32Array; fusionOf: Int32Array }

/**
 * The ancestor of each place, at most one each way, the surest links first; and for a place of before that has no heir,
 * the place that took it over. The order of the rows changes nothing.
 */
export function matchSides(avant: Cote | null, apres: Cote): Rapprochement {
  const ancetreOf = new Int32Array(apres.ids.length).fill(-1)
  if (avant === null) return { ancetreOf, fusionOf: new Int32Array(0) }
  const heritierOf = new Int32Array(avant.ids.length).fill(-1)
  const fusionOf = new Int32Array(avant.ids.length).fill(-1)
  const ordres = { avant: orderOf(avant.ids), apres: orderOf(apres.ids) }
  for (const [lien, { reunit }] of LIENS.entries()) {
    // What the link before has left is as much as this one needs.
    globalThis.gc?.()
    const pairs = pairsOf(avant.traces, apres.traces, lien, (before) => heritierOf[before] === -1)
    for (const [before, after] of sorted(pairs, ordres)) {
      if (heritierOf[before] !== -1) continue
      if (ancetreOf[after] === -1) {
        ancetreOf[after] = before
        heritierOf[before] = after
      } else if (reunit && fusionOf[before] === -1) fusionOf[before] = after
    }
  }
  for (const [before, after] of heritierOf.entries()) if (after !== -1) fusionOf[before] = -1
  return { ancetreOf, fusionOf }
}

/** Most keys are of one place: an array of its rank would weigh more than all the rest. */
type Rangs = Map<number, number | number[]>

/** What a link makes one, of the places of before that are still `libre`. */
function* pairsOf(
  avant: LieuxGardes,
  apres: LieuxGardes,
  lien: number,
  libre: (before: number) => boolean,
): Generator<[before: number, after: number]> {
  const olds = rangsOf(avant.cles(lien))
  if (LIENS[lien]?.unique) {
    const nexts = rangsOf(apres.cles(lien), (key) => {
      const before = olds.get(key)
      return typeof before === 'number' && libre(before)
    })
    for (const [key, after] of nexts) if (typeof after === 'number') yield [olds.get(key) as number, after]
    return
  }
  let after = 0
  for (const keys of apres.cles(lien)) {
    for (const key of keys) for (const before of listOf(olds.get(key))) if (libre(before)) yield [before, after]
    after += 1
  }
}

function rangsOf(cles: Iterable<number[]>, wanted: (key: number) => boolean = () => true): Rangs {
  const rangs: Rangs = new Map()
  let rang = 0
  for (const keys of cles) {
    for (const key of keys) if (wanted(key)) addRang(rangs, key, rang)
    rang += 1
  }
  return rangs
}

function addRang(rangs: Rangs, key: number, rang: number): void {
  const here = rangs.get(key)
  if (here === undefined) rangs.set(key, rang)
  else if (typeof here === 'number') rangs.set(key, [here, rang])
  else here.push(rang)
}

function listOf(here: number | number[] | undefined): readonly number[] {
  if (here === undefined) return []
  return typeof here === 'number' ? [here] : here
}

/** Ranks in the order of the ids, and the place of each rank in it. */
type Ordre = { rangs: Uint32Array; positions: Uint32Array }

function orderOf(ids: readonly string[]): Ordre {
  const rangs = Uint32Array.from(ids.keys()).sort((a, b) => ((ids[a] as string) < (ids[b] as string) ? -1 : 1))
  const positions = new Uint32Array(ids.length)
  for (const [position, rang] of rangs.entries()) positions[rang] = position
  return { rangs, positions }
}

/** In the order of the ids of after, then of before. A pair is one number: as an object, it would weigh ten times more. */
function* sorted(
  pairs: Iterable<[before: number, after: number]>,
  { avant, apres }: { avant: Ordre; apres: Ordre },
): Generator<[before: number, after: number]> {
  const size = avant.rangs.length
  const numbers: number[] = []
  for (const [before, after] of pairs)
    numbers.push((apres.positions[after] as number) * size + (avant.positions[before] as number))
  for (const number of Float64Array.from(numbers).sort())
    yield [avant.rangs[number % size] as number, apres.rangs[Math.floor(number / size)] as number]
}
