import { SingleBar } from 'cli-progress'

/** What an import does, one after the other. */
export type Etape =
  | 'territoire'
  | 'lecture des lignes'
  | 'identités'
  | `fichier du ${string}`
  | 'rapprochement'
  | 'index'
  | 'distances'
  | 'recherche'
  | 'vérification'
  | 'publication'

export type Progress = { add: (bytes: number) => void; step: (etape: Etape) => void; stop: () => void }

/**
 * A bar on a terminal, with what is being done; elsewhere a line for each step and each tenth of the bytes. Everything
 * goes to stderr: stdout is for the result.
 */
export function startProgress(totalBytes: number): Progress {
  if (process.stderr.isTTY) {
    const bar = new SingleBar({
      format: 'Import {bar} {percentage} % {etape}',
      stream: process.stderr,
      hideCursor: true,
      clearOnComplete: true,
    })
    bar.start(totalBytes, 0, { etape: '' })
    return { add: (bytes) => bar.increment(bytes), step: (etape) => bar.update({ etape }), stop: () => bar.stop() }
  }
  let done = 0
  let shown = 0
  return {
    add(bytes) {
      done += bytes
      const tenth = Math.min(10, Math.floor((done / Math.max(1, totalBytes)) * 10))
      if (tenth > shown) process.stderr.write(`Import : ${tenth * 10} %\n`)
      shown = Math.max(shown, tenth)
    },
    step: (etape) => process.stderr.write(`Import : ${etape}\n`),
    stop() {},
  }
}
