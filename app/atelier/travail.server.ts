import type { Demande, Sortie } from '#app/depot/demande.ts'
import { rapportPage } from '#app/domain/rapport/page.ts'
import { shownText } from '#app/domain/texte/visible.ts'
import { detectEncoding, readText } from '#app/lecture/decode.ts'
import { type Fichier, fichierEnMemoire } from '#app/lecture/fichier.ts'
import type { Territoire } from '#app/lecture/territoire.ts'
import { KindInconnu, Unreadable } from '#app/lecture/unreadable.ts'
import { type CheckOptions, checkFile } from '#app/verification/check-file.server.ts'
import { correctFile } from '#app/verification/correct-file.server.ts'
import { phraseDuRapport } from '#app/verification/phrases.ts'
import { rapportCsv } from './rapport-csv.ts'

/** The name of what was sent, in sentences: its own is not read. */
const NOM = 'Votre fichier'
/** A longer content is not written into the page: the file is chosen again for a download. In bytes. */
export const CONTENU_MAX = 1_000_000
/** Five megabytes of the shortest rows of posts seen are 45,000 of them. */
const LIGNES_MAX = 50_000

/** Checks a file. `onBatch` is called as rows are read, and may throw to end the work. */
export async function travailler(demande: Demande, territoire: Territoire, onBatch?: () => void): Promise<Sortie> {
  const { bytes, kind, today } = demande
  const fichier = fichierEnMemoire(NOM, bytes)
  const options = { territoire, today, kind: kind ?? undefined, onBatch, maxLignes: LIGNES_MAX }
  // A workbook is a ZIP: five megabytes of it may open into a thousand times more.
  if (bytes[0] === 0x50 && bytes[1] === 0x4b)
    return { refus: 'Ceci est un classeur de tableur. Enregistrez la feuille au format CSV, puis envoyez le CSV.' }
  try {
    return await make(demande, fichier, options)
  } catch (error) {
    if (error instanceof Unreadable) return { refus: phraseOf(error) }
    throw error
  }
}

async function make({ sortie }: Demande, fichier: Fichier, options: CheckOptions): Promise<Sortie> {
  if (sortie === 'corrige') return new TextEncoder().encode(await joined(correctFile(fichier, options)))
  const rapport = await checkFile(fichier, options)
  if (sortie === 'rapport') return new TextEncoder().encode(rapportCsv(rapport))
  return { rapport: rapportPage(rapport, phraseDuRapport(rapport)), contenu: await contenuOf(fichier) }
}

async function contenuOf(fichier: Fichier): Promise<string | null> {
  if (fichier.bytes > CONTENU_MAX) return null
  return joined(readText(fichier.read(), await detectEncoding(fichier)))
}

async function joined(pieces: AsyncIterable<string>): Promise<string> {
  const all: string[] = []
  for await (const piece of pieces) all.push(piece)
  return all.join('')
}

/** The reader's sentence; that of a kind that nobody knows is the page's: whoever writes a file thinks of no other kind. */
function phraseOf(error: Unreadable): string {
  if (!(error instanceof KindInconnu)) return shownText(error.message, 900)
  const vues = `Colonnes vues : ${shownText(error.colonnes, 600)}.`
  return `La première ligne n’a pas les colonnes d’un fichier de lieux, de structures ou de France services. ${vues} Si le type est l’un de ceux-là, choisissez-le dans la liste : vous saurez ce qui manque.`
}
