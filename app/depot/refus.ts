import type { ColonneAChoisir } from '#app/domain/rapport/verification.ts'

/** A request that is not answered by a report: one sentence for a person, with the way out, and its HTTP status. */
export class Refus extends Error {
  override name = 'Refus'
  readonly status: number
  /** For a 503: when to try again, in seconds. */
  readonly retryAfter: number | null

  /** Columns of the file that may be said to be ours. */
  readonly colonnes: readonly ColonneAChoisir[]

  constructor(
    status: number,
    message: string,
    retryAfter: number | null = null,
    colonnes: readonly ColonneAChoisir[] = [],
  ) {
    super(message)
    this.status = status
    this.retryAfter = retryAfter
    this.colonnes = colonnes
  }
}

/** By its name: the server and the built pages each have their own copy of the class. */
export function isRefus(error: unknown): error is Refus {
  return error instanceof Error && error.name === 'Refus'
}
