import { type Limites, phraseTropGros } from './limites.ts'
import type { Compte } from './memoire.ts'
import { Refus } from './refus.ts'

/** Throws what can be refused before a byte is read: what the headers say of the body. `brut`: it may be the file itself. */
export function refuseHeaders(request: Request, limites: Limites, brut = false): void {
  const { headers } = request
  if (!isFormulaire(request) && !(brut && isFichier(request))) {
    throw new Refus(
      415,
      brut
        ? `Ce type d’envoi n’est pas lu. Envoyez le fichier dans le champ « fichier » d’un formulaire, ou seul, avec l’un de ces types : ${[...BRUTS].join(', ')}.`
        : 'Cet envoi n’est pas celui du formulaire. Choisissez un fichier CSV, ou collez son contenu.',
    )
  }
  // An absent or a lying length is found while reading.
  if (Number(headers.get('content-length') ?? 0) > limites.corps) throw tropGros(limites)
}

const FORMULAIRES = new Set(['multipart/form-data', 'application/x-www-form-urlencoded'])
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const BRUTS = new Set(['text/csv', 'text/plain', 'application/json', 'application/octet-stream', XLSX])

export function isFormulaire(request: Request): boolean {
  return FORMULAIRES.has(typeOf(request))
}

function isFichier(request: Request): boolean {
  return BRUTS.has(typeOf(request))
}

function typeOf({ headers }: Request): string {
  const [type = ''] = (headers.get('content-type') ?? '').toLowerCase().split(';')
  return type.trim()
}

export function tropGros({ fichier }: Limites): Refus {
  return new Refus(413, phraseTropGros(fichier))
}

/**
 * The pieces of a body, counted and timed: 413 past the size, 408 when it is slow or silent, 503 without room for it. The
 * stream is left where it is and never cancelled: that would close the connection before its answer.
 */
export async function* readCorps(request: Request, limites: Limites, compte: Compte): AsyncGenerator<Uint8Array> {
  const reader = request.body?.getReader()
  if (!reader) return
  const debut = Date.now()
  let lus = 0
  try {
    for (;;) {
      // When what has come would be slower than the least rate, were nothing else to come.
      const lent = Math.max(limites.elan, (1000 * lus) / limites.debit)
      const reste = Math.min(limites.delai, lent) - (Date.now() - debut)
      const { done, value } = await before(reader.read(), Math.min(reste, limites.silence))
      if (done) return
      lus += value.length
      if (lus > limites.corps) throw tropGros(limites)
      compte.prendre(value.length)
      yield value
    }
  } finally {
    reader.releaseLock()
  }
}

/** What `read` gives, unless it takes longer than `ms`: 408. */
export async function before<T>(read: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  // The read that is given up fails when the lock is released: nobody waits for it any more.
  read.catch(() => undefined)
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Refus(408, TROP_LENT)), Math.max(0, ms))
  })
  try {
    return await Promise.race([read, late])
  } finally {
    clearTimeout(timer)
  }
}

const TROP_LENT = 'L’envoi a pris trop de temps et a été arrêté. Réessayez, avec une meilleure connexion si possible.'
