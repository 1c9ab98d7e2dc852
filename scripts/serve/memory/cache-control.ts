import type { Tenue } from '#app/domain/horaires/validite.ts'

/** A page that says "ouvert" is fresh for no longer (docs/regles.md §13). */
const ETATS_S = 60
/** The others: how late a new import may show behind a proxy, and how long it may answer while it asks again. */
const PARTAGE_S = 300
const PERIME_S = 3600

/**
 * What browsers and proxies may do with an answer, at this instant: a browser asks again each time, a proxy keeps it for a
 * while, neither past the instant at which it stops being true.
 */
export function cacheControlOf({ jusqua, etats }: Tenue, now: number): string {
  const reste = jusqua === null ? Number.POSITIVE_INFINITY : Math.max(0, Math.floor((jusqua - now) / 1000))
  if (etats) return `public, max-age=0, s-maxage=${Math.min(ETATS_S, reste)}, must-revalidate`
  const partage = Math.min(PARTAGE_S, reste)
  return `public, max-age=0, s-maxage=${partage}, stale-while-revalidate=${Math.min(PERIME_S, reste - partage)}`
}
