import { Script } from 'node:vm'

/** What rows may cost, in milliseconds. A batch of a hundred takes some ten: a row that takes seconds was made to. */
const BATCH_ROWS = 500
const BATCH_MS = 5_000
const ROW_MS = 2_000
/** A busy machine, or one that slept, is no fault of the row. */
const TRIES = 2

/** What slow rows may cost an import as a whole, in milliseconds. */
const TOTAL_MS = 60_000
/** Beyond it, a batch and a row have no more, and a row one try. */
const PRESSE = { batchMs: 250, rowMs: 100 }

/** What slow rows have cost so far: of this process, which makes one import. */
export type Depense = { ms: number }
const DEPENSE: Depense = { ms: 0 }

const KEY = Symbol.for('annuaire.bounded-work')
const slots = globalThis as unknown as Record<symbol, () => void>
/** V8 stops a script at its time, in the middle of a pattern too: nothing else can without another thread. */
const script = new Script(`globalThis[Symbol.for('annuaire.bounded-work')]()`)

/**
 * What `read` makes of each row, in order; `giveUp` for one that takes more than its time (`rowMs`), after which `read`
 * is not finished: it must only compute. Once slow rows have cost `totalMs`, each has much
 * less: an import of nothing but slow rows comes to an end too.
 */
export function readBounded<Row, T>(
  rows: readonly Row[],
  read: (row: Row) => T,
  giveUp: (row: Row) => T,
  { batchMs = BATCH_MS, rowMs = ROW_MS, totalMs = TOTAL_MS, depense = DEPENSE } = {},
): T[] {
  const isPresse = () => depense.ms > totalMs
  const each = (row: Row) => {
    const begun = performance.now()
    try {
      for (let attempt = 0; attempt < (isPresse() ? 1 : TRIES); attempt += 1) {
        const one = within(isPresse() ? Math.min(rowMs, PRESSE.rowMs) : rowMs, () => read(row))
        if (one !== null) return one.value
      }
      return giveUp(row)
    } finally {
      depense.ms += performance.now() - begun
    }
  }
  const done: T[] = []
  // A workbook and a JSON file come as one batch of all their rows.
  for (let at = 0; at < rows.length; at += BATCH_ROWS) {
    const batch = rows.slice(at, at + BATCH_ROWS)
    const all = within(isPresse() ? Math.min(batchMs, PRESSE.batchMs) : batchMs, () => batch.map((row) => read(row)))
    for (const one of all?.value ?? batch.map(each)) done.push(one)
  }
  return done
}

/** Null when it takes longer. */
function within<T>(timeout: number, work: () => T): { value: T } | null {
  let value: T | undefined
  const before = slots[KEY]
  slots[KEY] = () => {
    value = work()
  }
  try {
    script.runInThisContext({ timeout })
    return { value: value as T }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return null
    throw error
  } finally {
    slots[KEY] = before as () => void
  }
}
