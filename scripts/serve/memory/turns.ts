export type Turns = {
  inTurn: <T>(work: () => Promise<T>) => Promise<T>
  /** No work runs, and none waits. */
  isIdle: () => boolean
}

/** Node lets one newcomer in at each round, which takes some microseconds when there is none. */
const ROUNDS = 8

/**
 * Lets `most` works run at once; the others begin in the order in which they came. Between one and the next, whatever else
 * has come is heard: pages made one after the other without a pause would hold those that only have to be sent, and whoever
 * knocks, who would lose their place to those who ask their second page.
 */
export function createTurns(most: number): Turns {
  const waiting: (() => void)[] = []
  let free = most
  const hear = (rounds: number) => {
    setImmediate(rounds > 1 ? () => hear(rounds - 1) : next)
  }
  const next = () => {
    const first = waiting.shift()
    if (first) first()
    else free += 1
  }
  const inTurn: Turns['inTurn'] = async (work) => {
    if (free > 0) free -= 1
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await work()
    } finally {
      hear(ROUNDS)
    }
  }
  return { inTurn, isIdle: () => free === most }
}
