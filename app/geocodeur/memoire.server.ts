const ENTRIES_MAX = 200
const KEPT_MS = 600_000

/** The last answers, ten minutes at most: what is typed, erased and typed again is asked once. */
export function memoireOf<T>() {
  const kept = new Map<string, { value: T; until: number }>()
  return {
    get(key: string): T | undefined {
      const entry = kept.get(key)
      return entry && performance.now() < entry.until ? entry.value : undefined
    },
    keep(key: string, value: T): void {
      kept.delete(key)
      kept.set(key, { value, until: performance.now() + KEPT_MS })
      // A map gives its keys in the order of their arrival: the first is the oldest.
      for (const oldest of kept.keys()) {
        if (kept.size <= ENTRIES_MAX) break
        kept.delete(oldest)
      }
    },
  }
}
