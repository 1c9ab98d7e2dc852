import type { Metric, Registry } from 'prom-client'

const NAME = 'http_request_duration_seconds'
/** From what is in memory to what no visitor waits for, in seconds. */
const BOUNDS = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]

/** `within`: how many took as long as each bound at most, and longer than the one before; the last has no bound. */
export type Duree = { within: number[]; sum: number; count: number }

/**
 * The histogram of durations by route, in seconds, as prom-client writes one: its own takes longer to add a duration than an
 * answer takes to leave. `of`: where those of a route are added.
 */
export function createDurees(register: Registry): { of: (route: string) => Duree } {
  const byRoute = new Map<string, Duree>()
  const histogram = {
    name: NAME,
    help: 'From the headers of a request to the last byte of its answer.',
    type: 'histogram',
    get: async () => ({
      ...{ name: NAME, help: histogram.help, type: 'histogram' },
      values: [...byRoute].flatMap(([route, duree]) => (duree.count === 0 ? [] : valuesOf(route, duree))),
    }),
  }
  register.registerMetric(histogram as unknown as Metric)
  return {
    of(route) {
      const duree = byRoute.get(route) ?? { within: Array(BOUNDS.length + 1).fill(0), sum: 0, count: 0 }
      byRoute.set(route, duree)
      return duree
    },
  }
}

/** One more answer of that route. */
export function addDuree(duree: Duree, seconds: number): void {
  let at = 0
  while (at < BOUNDS.length && seconds > (BOUNDS[at] as number)) at += 1
  duree.within[at] = (duree.within[at] as number) + 1
  duree.sum += seconds
  duree.count += 1
}

/** Each bucket counts the shorter ones too. */
function valuesOf(route: string, { within, sum, count }: Duree) {
  let upTo = 0
  const buckets = [...BOUNDS, '+Inf'].map((le, at) => {
    upTo += within[at] ?? 0
    return { metricName: `${NAME}_bucket`, labels: { le, route }, value: upTo }
  })
  const whole = (what: string, value: number) => ({ metricName: `${NAME}_${what}`, labels: { route }, value })
  return [...buckets, whole('sum', sum), whole('count', count)]
}
