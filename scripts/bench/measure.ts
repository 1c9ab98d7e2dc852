/** Median, smallest and largest of the times of `times` runs, in ms, after one that is not counted. */
export function timed(times: number, work: () => unknown): { median: number; min: number; max: number } {
  work()
  const runs = Array.from({ length: times }, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  }).sort((a, b) => a - b)
  return { median: runs[Math.floor(times / 2)] as number, min: runs[0] as number, max: runs.at(-1) as number }
}

export function ms(value: number): string {
  return value < 10 ? `${value.toFixed(2)} ms` : `${Math.round(value)} ms`
}
