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
export function cacheControlOf(tenue: Tenue, now: number): string {
  const { etats } = tenue
  const reste = resteOf(tenue, now)
  if (etats) return `public, max-age=0, s-maxage=${Math.min(ETATS_S, reste)}, must-revalidate`
  const partage = Math.min(PARTAGE_S, reste)
  return `public, max-age=0, s-maxage=${partage}, stale-while-revalidate=${Math.min(PERIME_S, reste - partage)}`
}

/** Whole seconds until it stops being true; what is longer than anything that is said of it is all the same. */
export function resteOf({ jusqua }: Pick<Tenue, 'jusqua'>, now: number): number {
  const most = PARTAGE_S + PERIME_S
  return jusqua === null ? most : Math.min(most, Math.max(0, Math.floor((jusqua - now) / 1000)))
}
