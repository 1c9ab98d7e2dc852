import Papa from 'papaparse'
import type { AppContext } from '#app/context.ts'
import type { Formulaire } from '#app/depot/formulaire.server.ts'
import { isRefus, Refus } from '#app/depot/refus.ts'
import { type RapportPage, rapportPage } from '#app/domain/rapport/page.ts'
import type { KindVerifie, Rapport } from '#app/domain/rapport/verification.ts'
import { aujourdhui } from '#app/domain/texte/date.ts'
import { shownText } from '#app/domain/texte/visible.ts'
import { buildContours } from '#app/lecture/contours.ts'
import { detectEncoding, readText } from '#app/lecture/decode.ts'
import { type Fichier, fichierEnMemoire } from '#app/lecture/fichier.ts'
import { buildTerritoire, type Territoire } from '#app/lecture/territoire.ts'
import { KindInconnu, Unreadable } from '#app/lecture/unreadable.ts'
import { type CheckOptions, checkFile } from '#app/verification/check-file.server.ts'
import { correctFile } from '#app/verification/correct-file.server.ts'
import { phraseDuRapport } from '#app/verification/phrases.ts'
import type { Db } from '#db/connect.server.ts'
import { remember } from '#db/memoire.server.ts'
import { communesConnues } from '#db/referentiel.server.ts'
import departementsCsv from '../../../data/referentiel/departements.csv?raw'
import contours from '../../../data/referentiel/departements.geojson?raw'

/** What the page shows after a file was sent: its report, or the sentence that says why there is none. */
export type Verification =
  | { rapport: RapportPage; contenu: string | null; kind: KindVerifie | null; erreur: null }
  | { rapport: null; texte: string; kind: KindVerifie | null; erreur: string }

export type Reponse = { status: number; retryAfter: number | null; verification: Verification }

/** A longer content is not written into the page: the file is chosen again for a download. In bytes. */
const CONTENU_MAX = 1_000_000

/** The name of what was sent, in sentences: its own is not read. */
const NOM = 'Votre fichier'

/** Checks what the form sends. */
export async function verification(request: Request, context: AppContext): Promise<Reponse> {
  let sent: Formulaire | null = null
  try {
    const verification = await recevoir(request, context, async (fichier, formulaire, options) => {
      sent = formulaire
      const lu = await checkFile(fichier, options)
      const rapport = rapportPage(lu, phraseDuRapport(lu))
      return { rapport, contenu: await contenuOf(fichier), kind: formulaire.kind, erreur: null }
    })
    return { status: 200, retryAfter: null, verification }
  } catch (error) {
    const { status, message, retryAfter } = refusOf(error)
    return { status, retryAfter, verification: { rapport: null, ...givenBack(sent), erreur: message } }
  }
}

/** The report of what the form sends. Throws a `Refus`. */
export function rapportOf(request: Request, context: AppContext): Promise<Rapport> {
  return recevoir(request, context, (fichier, _, options) => checkFile(fichier, options))
}

/** The same file with what can be mended surely. Throws a `Refus`. */
export function fichierCorrige(request: Request, context: AppContext): Promise<string> {
  return recevoir(request, context, async (fichier, _, options) => {
    const pieces: string[] = []
    for await (const piece of correctFile(fichier, options)) pieces.push(piece)
    return pieces.join('')
  })
}

function recevoir<T>(
  request: Request,
  { db, depot }: AppContext,
  work: (fichier: Fichier, formulaire: Formulaire, options: CheckOptions) => Promise<T>,
): Promise<T> {
  return depot.recevoir(request, async (formulaire) => {
    const options = {
      territoire: territoireOf(db),
      today: aujourdhui(),
      kind: formulaire.kind ?? undefined,
      // Whoever left waits for no report: their place is another's.
      onBatch: () => request.signal.throwIfAborted(),
    }
    refuseWorkbook(formulaire.bytes)
    return await work(fichierEnMemoire(NOM, formulaire.bytes), formulaire, options).catch((error: unknown) => {
      throw error instanceof Unreadable ? new Refus(400, phraseOf(error)) : error
    })
  })
}

/** The reader's sentence; that of a kind that nobody knows is the page's: whoever writes a file thinks of no other kind. */
function phraseOf(error: Unreadable): string {
  if (!(error instanceof KindInconnu)) return shownText(error.message, 900)
  const vues = `Colonnes vues : ${shownText(error.colonnes, 600)}.`
  return `La première ligne n’a pas les colonnes d’un fichier de lieux, de structures ou de France services. ${vues} Si le type est l’un de ceux-là, choisissez-le dans la liste : vous saurez ce qui manque.`
}

/** A workbook is a ZIP: five megabytes of it may open into a thousand times more. */
function refuseWorkbook(bytes: Uint8Array): void {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    throw new Refus(400, 'Ceci est un classeur de tableur. Enregistrez la feuille au format CSV, puis envoyez le CSV.')
  }
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
function givenBack(sent: Formulaire | null): { texte: string; kind: KindVerifie | null } {
  if (sent === null) return { texte: '', kind: null }
  const short = sent.colle && sent.bytes.length <= CONTENU_MAX
  return { texte: short ? new TextDecoder().decode(sent.bytes) : '', kind: sent.kind }
}

async function contenuOf(fichier: Fichier): Promise<string | null> {
  if (fichier.bytes > CONTENU_MAX) return null
  const pieces: string[] = []
  for await (const piece of readText(fichier.read(), await detectEncoding(fichier))) pieces.push(piece)
  return pieces.join('')
}

/** The territory that the import judged the published files with: the checker of the site judges with the same. */
export function territoireOf(db: Db): Territoire {
  return remember(db, readTerritoire)
}

function readTerritoire(db: Db): Territoire {
  const { data } = Papa.parse<Record<string, string>>(departementsCsv, { header: true, skipEmptyLines: true })
  const departements = data.map(({ code = '', nom = '', region, surface_km2 }) => {
    return { code, nom, region: region || null, surfaceKm2: Number(surface_km2) || null }
  })
  return buildTerritoire(communesConnues(db), departements, buildContours(JSON.parse(contours)))
}
