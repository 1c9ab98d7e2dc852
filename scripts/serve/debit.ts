import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Options, rateLimit } from 'express-rate-limit'
import { adresseOf } from './adresse.ts'

/** Of one network, in one minute: a program that reads all the country page by page asks less. */
export const DEBIT: Debit = { demandes: 600, fenetre: 60_000 }
export type Debit = { demandes: number; fenetre: number }
type Repondre = (req: IncomingMessage, res: ServerResponse) => void

/**
 * Calls `suite` unless a client of the API asks too much, which `refuser` answers; the answer says what is left to it. Who asks is told by
 * `adresseOf`, kept in memory for the minute and written nowhere; who cannot be told is not counted.
 */
export function createDebit(refuser: Repondre, { demandes, fenetre }: Debit = DEBIT) {
  const limite = rateLimit({
    windowMs: fenetre,
    limit: demandes,
    standardHeaders: 'draft-7',
    legacyHeaders: false,
    keyGenerator: (req) => adresseOf(req) ?? '',
    skip: (req) => adresseOf(req) === null,
    handler: (req, res) => refuser(req, res),
    // Its checks are of how Express reads addresses, and it reads none here.
    validate: false,
  } satisfies Partial<Options>)
  return (req: IncomingMessage, res: ServerResponse, suite: () => void): void => {
    void limite(req as never, res as never, suite)
  }
}
