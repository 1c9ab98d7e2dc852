/** The least time of several runs, in milliseconds: what else the machine does only adds. `run` is given its rank, so as to read nothing twice. */
export async function leastMs(runs: number, run: (rank: number) => Promise<unknown> | unknown): Promise<number> {
  let least = Number.POSITIVE_INFINITY
  for (let rank = 0; rank < runs; rank += 1) {
    const start = performance.now()
    await run(rank)
    least = Math.min(least, performance.now() - start)
  }
  return least
}
