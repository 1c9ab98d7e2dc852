import { SingleBar } from 'cli-progress'

export type Progress = { add: (bytes: number) => void; stop: () => void }

/** A bar on a terminal; elsewhere a line every tenth of the bytes. Everything goes to stderr: stdout is for the result. */
export function startProgress(totalBytes: number): Progress {
  if (process.stderr.isTTY) {
    const bar = new SingleBar({
      format: 'Import {bar} {percentage} %',
      stream: process.stderr,
      hideCursor: true,
      clearOnComplete: true,
    })
    bar.start(totalBytes, 0)
    return { add: (bytes) => bar.increment(bytes), stop: () => bar.stop() }
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
    stop() {},
  }
}
