/** A request that is not answered by a report: one sentence for a person, with the way out, and its HTTP status. */
export class Refus extends Error {
  override name = 'Refus'
  readonly status: number
  /** For a 503: when to try again, in seconds. */
  readonly retryAfter: number | null

  constructor(status: number, message: string, retryAfter: number | null = null) {
    super(message)
    this.status = status
    this.retryAfter = retryAfter
  }
}

/** By its name: the server and the built pages each have their own copy of the class. */
export function isRefus(error: unknown): error is Refus {
  return error instanceof Error && error.name === 'Refus'
}
