const FIRST_PAUSE_MS = 30_000
const LONGEST_PAUSE_MS = 600_000

/** Says when a service that fails may be asked again, so that one failure does not slow every search after it. */
export type Disjoncteur = { allows: () => boolean; succeed: () => void; fail: (retryAfterMs?: number) => void }

/** Pauses of 30 s, then twice as long at each failure in a row, ten minutes at most; or what the service asked for. */
export function createDisjoncteur(now: () => number = () => performance.now()): Disjoncteur {
  let failures = 0
  let until = Number.NEGATIVE_INFINITY
  return {
    allows: () => now() >= until,
    succeed() {
      failures = 0
    },
    fail(retryAfterMs) {
      const pause = retryAfterMs ?? FIRST_PAUSE_MS * 2 ** failures
      failures = Math.min(failures + 1, 10)
      until = Math.max(until, now() + Math.min(pause, LONGEST_PAUSE_MS))
    },
  }
}
