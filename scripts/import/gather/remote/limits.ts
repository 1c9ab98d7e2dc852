/** How long and how much one download may take; a parameter, so that a test need not wait as a person would. */
export type Limits = {
  /** Until a server accepts the connection, name and TLS included, in ms: this is what decides that one is offline. */
  connectMs: number
  /** Without a byte, before the headers or in the middle of the body, in ms. */
  stallMs: number
  /** For one address, redirects, tries and waits between them included, in ms. */
  wholeMs: number
  /** Once decompressed. */
  maxBytes: number
  maxRedirects: number
  tries: number
  /** Before the second try, in ms; doubled before each one after, give or take a quarter. */
  backoffMs: number
  /** The longest wait that a server's `retry-after` can ask of us, in ms. */
  maxRetryAfterMs: number
}

export const LIMITS: Limits = {
  connectMs: 4000,
  stallMs: 20_000,
  wholeMs: 300_000,
  maxBytes: 400 * 1024 * 1024,
  maxRedirects: 8,
  tries: 4,
  backoffMs: 1000,
  maxRetryAfterMs: 60_000,
}
