import { clesDe, LIENS, type Lien } from './links.ts'
import type { Trace } from './trace.ts'

/** `ancetreOf`: by the place of after; `fusionOf`: by the place of before. */
type Rapprochement = { ancetreOf: Map<Trace, Trace>; fusionOf: Map<Trace, Trace> }

/**
 * The ancestor of each place, at most one each way, the surest links first; and for a place of before that has no heir,
 * the place that took it over. The order of the rows changes nothing.
 */
export function matchSides(avant: readonly Trace[], apres: readonly Trace[]): Rapprochement {
  const ancetreOf = new Map<Trace, Trace>()
  const heritierOf = new Map<Trace, Trace>()
  const fusionOf = new Map<Trace, Trace>()
  for (const lien of LIENS) {
    for (const [before, after] of pairsOf(avant, apres, lien, (before) => !heritierOf.has(before))) {
      if (heritierOf.has(before)) continue
      if (!ancetreOf.has(after)) {
        ancetreOf.set(after, before)
        heritierOf.set(before, after)
      } else if (lien.reunit && !fusionOf.has(before)) fusionOf.set(before, after)
    }
  }
  for (const before of heritierOf.keys()) fusionOf.delete(before)
  return { ancetreOf, fusionOf }
}

type Pair = [before: Trace, after: Trace]

/** What a link makes one, of the places of before that are still `libre`: in the order of the ids of after, then of before. */
function pairsOf(
  avant: readonly Trace[],
  apres: readonly Trace[],
  lien: Lien,
  libre: (before: Trace) => boolean,
): Pair[] {
  // A link that must name one place is asked of them all, those that have their heir too.
  const olds = byKey(lien.unique ? avant : avant.filter(libre), lien)
  const nexts = byKey(apres, lien, (key) => olds.has(key))
  const pairs: Pair[] = []
  for (const [key, afters] of nexts) {
    const befores = olds.get(key) as Trace[]
    if (lien.unique && (befores.length > 1 || afters.length > 1)) continue
    for (const after of afters) for (const before of befores) if (libre(before)) pairs.push([before, after])
  }
  return pairs.sort(([b1, a1], [b2, a2]) => compare(a1.id, a2.id) || compare(b1.id, b2.id))
}

function byKey(traces: readonly Trace[], lien: Lien, wanted = (_: string) => true): Map<string, Trace[]> {
  const found = new Map<string, Trace[]>()
  for (const trace of traces) {
    for (const key of clesDe(trace, lien)) {
      const here = found.get(key)
      if (here === undefined) {
        if (wanted(key)) found.set(key, [trace])
      } else if (here.at(-1) !== trace) here.push(trace)
    }
  }
  return found
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
