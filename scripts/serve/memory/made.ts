import type { Tenue } from '#app/domain/horaires/validite.ts'

export const ENCODINGS = ['identity', 'br', 'gzip'] as const
export type Encoding = (typeof ENCODINGS)[number]

/**
 * An answer as its page makes it. `headers`: its own. `bodies`: the same text in one encoding at least: as it is made, as it
 * was compressed at import, or as a long one was while it came.
 */
export type Made = {
  status: number
  headers: [name: string, value: string][]
  bodies: Partial<Record<Encoding, Buffer>>
  tenue: Tenue
}
