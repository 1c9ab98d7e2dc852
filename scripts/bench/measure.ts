export type Spread = { median: number; min: number; max: number }

/** Median (the mean of the two in the middle when their number is even), smallest and largest of at least one value. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b)
  const low = sorted[Math.floor((sorted.length - 1) / 2)] as number
  const high = sorted[Math.floor(sorted.length / 2)] as number
  return { median: (low + high) / 2, min: sorted[0] as number, max: sorted.at(-1) as number }
}

/** Median, smallest and largest of the times of `times` runs, in ms, after one that is not counted. */
export function timed(times: number, work: () => unknown): Spread {
  work()
  const runs = Array.from({ length: times }, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  })
  return spreadOf(runs)
}

export function ms(value: number): string {
  return value < 10 ? `${value.toFixed(2)} ms` : `${Math.round(value)} ms`
}

/** Lines of text, each column as wide as its widest cell. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)))
  return rows.map((row) => `  ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  ')}`.trimEnd()).join('\n')
}
