import { Unreadable } from '#app/lecture/unreadable.ts'

/**
 * `unreachable`: no server was met (name, refusal, connection): being offline looks so.
 * `transient`: a server was met, another try may do better. `final`: another try would get the same.
 */
export type Outlook = 'unreachable' | 'transient' | 'final'

/** A file that could not be had; the message is a French sentence part that says why, without the address. */
export class Unfetched extends Unreadable {
  override name = 'Unfetched'
  constructor(
    message: string,
    readonly outlook: Outlook,
    /** The wait that the server asked for, in ms. */
    readonly retryAfterMs: number | null = null,
  ) {
    super(message)
  }
}

const UNREACHABLE = ['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'ENETUNREACH', 'EHOSTUNREACH', 'ENETDOWN', 'ETIMEDOUT']

/** What an error of the network becomes; one that is ours already stays as it is. */
export function toUnfetched(error: unknown): Unfetched {
  if (error instanceof Unfetched) return error
  const { code, message } = error as NodeJS.ErrnoException
  if (code && UNREACHABLE.includes(code)) return new Unfetched(`pas de connexion (${code})`, 'unreachable')
  if (code?.startsWith('Z_') || code?.startsWith('ERR_BROTLI') || code?.startsWith('ERR__ERROR'))
    return new Unfetched('contenu compressé illisible ou coupé', 'transient')
  if (
    code?.startsWith('CERT_') ||
    code?.startsWith('UNABLE_TO_') ||
    code?.startsWith('ERR_TLS') ||
    code?.includes('_CERT')
  )
    return new Unfetched(`certificat refusé (${code})`, 'final')
  return new Unfetched(`connexion coupée (${code ?? message})`, 'transient')
}
