import { parseFilters } from '#app/domain/filters.ts'
import type { Db } from '#db/connect.server.ts'
import { type Selection, select } from '#db/selection.server.ts'

/** A Tuesday morning, for what asks nothing of the hour. */
export const MARDI = '2026-11-24T08:30:00Z'

/** What a query string asks of a database. */
export function asking(db: Db, search: string | URLSearchParams, instant = MARDI): Selection {
  return select(db, parseFilters(new URLSearchParams(search)).filters, new Date(instant))
}

export function ascending(numeros: readonly number[]): number[] {
  return numeros.toSorted((a, b) => a - b)
}
