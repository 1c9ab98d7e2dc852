type Work = (rank: number) => Promise<unknown> | unknown

/**
 * The least work of several runs of each, in milliseconds of processor: what else the machine does costs nothing here.
 * They are run in turn, so that what slows one slows the others. A run is given its rank, so as to read nothing twice.
 */
export async function leastWork<Name extends string>(
  runs: number,
  works: Record<Name, Work>,
): Promise<Record<Name, number>> {
  const names = Object.keys(works) as Name[]
  const least = Object.fromEntries(names.map((name) => [name, Number.POSITIVE_INFINITY])) as Record<Name, number>
  for (let rank = 0; rank < runs; rank += 1) {
    for (const [turn, name] of names.entries()) {
      const before = process.cpuUsage()
      await works[name](rank * names.length + turn)
      const { user, system } = process.cpuUsage(before)
      least[name] = Math.min(least[name], (user + system) / 1000)
    }
  }
  return least
}
