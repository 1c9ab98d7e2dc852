import { setTimeout as wait } from 'node:timers/promises'
import type { Limits } from './limits.ts'
import { toUnfetched } from './unfetched.ts'

/**
 * Tries `work` again, from its start, while its failure is transient and there is time. A server that cannot be met is
 * not tried again here: when none can, we are offline, and should say so at once.
 */
export async function retry<T>(work: () => Promise<T>, limits: Limits, signal: AbortSignal): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await work()
    } catch (error) {
      const failure = signal.aborted ? toUnfetched(signal.reason) : error
      if (!isTransient(failure) || tried >= limits.tries) throw failure
      await wait(failure.retryAfterMs ?? backoff(tried, limits), undefined, { signal }).catch(() => {
        throw failure
      })
    }
  }
}

function isTransient(error: unknown): error is ReturnType<typeof toUnfetched> {
  return (error as { outlook?: string }).outlook === 'transient'
}

/** 1, 2, 4… times `backoffMs`, give or take a quarter so that many machines do not come back together. */
export function backoff(tried: number, { backoffMs }: Limits, random = Math.random()): number {
  return backoffMs * 2 ** (tried - 1) * (0.75 + random / 2)
}
