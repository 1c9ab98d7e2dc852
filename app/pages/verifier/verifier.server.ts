import type { AppContext } from '#app/context.ts'
import type { SortieVoulue } from '#app/depot/demande.ts'
import type { Envoi } from '#app/depot/depot.server.ts'
import type { Formulaire } from '#app/depot/formulaire.server.ts'
import { isRefus, Refus } from '#app/depot/refus.ts'
import type { RapportPage } from '#app/domain/rapport/page.ts'
import type { ColonneAChoisir, KindVerifie } from '#app/domain/rapport/verification.ts'

/** What the page shows after a file was sent: its report, or the sentence that says why there is none. */
export type Verification =
  | { rapport: RapportPage; contenu: string | null; kind: KindVerifie | null; choisies: string[]; erreur: null }
  | {
      rapport: null
      texte: string
      kind: KindVerifie | null
      choisies: string[]
      colonnes: readonly ColonneAChoisir[]
      erreur: string
    }

export type Reponse = { status: number; retryAfter: number | null; verification: Verification }

/** A longer text is not given back in the form. In bytes. */
const TEXTE_MAX = 1_000_000

/** Checks what the form sends. */
export async function verification(request: Request, context: AppContext): Promise<Reponse> {
  let sent: Formulaire | null = null
  const lu = (formulaire: Formulaire) => {
    sent = formulaire
  }
  try {
    const made = await recevoir(request, context, { sortie: 'page', lu })
    if (!('rapport' in made)) throw new TypeError('a page was asked for')
    const { kind, colonnes: choisies } = sent as unknown as Formulaire
    return { status: 200, retryAfter: null, verification: { ...made, kind, choisies, erreur: null } }
  } catch (error) {
    const { status, message, retryAfter, colonnes } = refusOf(error)
    return { status, retryAfter, verification: { rapport: null, ...givenBack(sent), colonnes, erreur: message } }
  }
}

/** The report of what the form sends, or the same file with what can be mended surely, as CSV. Throws a `Refus`. */
export async function fichierFait(
  request: Request,
  context: AppContext,
  sortie: Exclude<SortieVoulue, 'page'>,
  brut = false,
): Promise<Uint8Array<ArrayBuffer>> {
  const made = await recevoir(request, context, { sortie, brut })
  if (!(made instanceof Uint8Array)) throw new TypeError('a file was asked for')
  return made
}

function recevoir(request: Request, { depot, adresse }: AppContext, envoi: Omit<Envoi, 'adresse'>) {
  return depot.recevoir(request, { ...envoi, adresse })
}

/** A failure of ours says nothing of what was sent, neither to the visitor nor to the log. */
export function refusOf(error: unknown): Refus {
  if (isRefus(error)) return error
  if (error instanceof Error && error.name !== 'AbortError') {
    const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
    console.error([`A file could not be checked: ${error.name}`, ...frames].join('\n'))
  }
  return new Refus(500, 'Le site n’a pas su vérifier ce fichier. C’est une erreur de notre part. Réessayez plus tard.')
}

/** What was pasted stays in the form; a file has to be chosen again. */
function givenBack(sent: Formulaire | null): { texte: string; kind: KindVerifie | null; choisies: string[] } {
  if (sent === null) return { texte: '', kind: null, choisies: [] }
  const short = sent.colle && sent.bytes.length <= TEXTE_MAX
  return { texte: short ? new TextDecoder().decode(sent.bytes) : '', kind: sent.kind, choisies: sent.colonnes }
}
