type Work = (rank: number) => Promise<unknown> | unknown
type Works<Name extends string> = Record<Name, Work>

/**
 * The least work of several runs of each, in milliseconds of processor: what else the machine does costs nothing here.
 * They are run in turn, so that what slows one slows the others. A run is given its rank, so as to read nothing twice.
 */
export async function leastWork<Name extends string>(runs: number, works: Works<Name>): Promise<Record<Name, number>> {
  const least = unmeasured(works)
  for (let rank = 0; rank < runs; rank += 1) await measureInto(least, works, rank)
  return least
}

/**
 * 'yes' as soon as the least work of the runs made is within a bound, else what it was after `runs` of them. What the
 * machine adds to a run goes away with more of them; what grows too fast does not.
 */
export async function staysUnder<Name extends string>(
  runs: number,
  works: Works<Name>,
  isUnder: (least: Record<Name, number>) => boolean,
): Promise<'yes' | Record<Name, number>> {
  const least = unmeasured(works)
  for (let rank = 0; rank < runs; rank += 1) {
    await measureInto(least, works, rank)
    if (isUnder(least)) return 'yes'
  }
  return least
}

function unmeasured<Name extends string>(works: Works<Name>): Record<Name, number> {
  return Object.fromEntries(Object.keys(works).map((name) => [name, Number.POSITIVE_INFINITY])) as Record<Name, number>
}

async function measureInto<Name extends string>(
  least: Record<Name, number>,
  works: Works<Name>,
  rank: number,
): Promise<void> {
  const names = Object.keys(works) as Name[]
  for (const [turn, name] of names.entries()) {
    const before = process.cpuUsage()
    await works[name](rank * names.length + turn)
    const { user, system } = process.cpuUsage(before)
    least[name] = Math.min(least[name], (user + system) / 1000)
  }
}
