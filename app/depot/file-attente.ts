import { OCCUPE } from './memoire.ts'
import { Refus } from './refus.ts'

/** So many at once, the others in their order; one that has waited `attente` ms is refused. A place is given back however the work ends. */
export function createFile(places: number, attente: number) {
  const waiting: (() => void)[] = []
  let taken = 0

  function enter(signal: AbortSignal): Promise<void> {
    if (taken < places) {
      taken += 1
      return Promise.resolve()
    }
    return new Promise((resolve, reject) => {
      const leave = (reason: unknown) => {
        clearTimeout(late)
        signal.removeEventListener('abort', onAbort)
        const rang = waiting.indexOf(turn)
        if (rang >= 0) waiting.splice(rang, 1)
        reject(reason)
      }
      const turn = () => {
        clearTimeout(late)
        signal.removeEventListener('abort', onAbort)
        resolve()
      }
      const late = setTimeout(() => leave(new Refus(503, OCCUPE, 10)), attente)
      const onAbort = () => leave(signal.reason)
      signal.addEventListener('abort', onAbort, { once: true })
      waiting.push(turn)
    })
  }

  function exit(): void {
    const next = waiting.shift()
    // The place goes on to the next one without being free in between.
    if (next) next()
    else taken -= 1
  }

  async function hold<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
    signal.throwIfAborted()
    await enter(signal)
    try {
      return await work()
    } finally {
      exit()
    }
  }

  return { hold }
}
