import type { Demande, Sortie } from '#app/depot/demande.ts'
import { rapportPage, shownColonnes } from '#app/domain/rapport/page.ts'
import { type ColonneAChoisir, rapportJson } from '#app/domain/rapport/verification.ts'
import { shownText } from '#app/domain/texte/visible.ts'
import { readColonnes } from '#app/lecture/column-names.ts'
import { detectEncoding, readHead, readText } from '#app/lecture/decode.ts'
import { type Fichier, fichierEnMemoire } from '#app/lecture/fichier.ts'
import { isWorkbook } from '#app/lecture/read-file.ts'
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
  const colonnes = readColonnes(demande.colonnes)
  if (colonnes === null) return { refus: 'Cette colonne n’existe pas. Choisissez-en une dans la liste.', colonnes: [] }
  const fichier = fichierEnMemoire(NOM, bytes)
  const options = { territoire, today, kind: kind ?? undefined, colonnes, onBatch, maxLignes: LIGNES_MAX }
  try {
    return await make(demande, fichier, options)
  } catch (error) {
    if (error instanceof Unreadable) return { refus: phraseOf(error), colonnes: shownColonnes(colonnesOf(error)) }
    throw error
  }
}

async function make({ sortie }: Demande, fichier: Fichier, options: CheckOptions): Promise<Sortie> {
  if (sortie === 'corrige') return new TextEncoder().encode(await joined(correctFile(fichier, options)))
  const rapport = await checkFile(fichier, options)
  if (sortie === 'json') return new TextEncoder().encode(rapportJson(rapport))
  if (sortie === 'rapport') return new TextEncoder().encode(rapportCsv(rapport))
  return { rapport: rapportPage(rapport, phraseDuRapport(rapport)), contenu: await contenuOf(fichier) }
}

async function contenuOf(fichier: Fichier): Promise<string | null> {
  if (fichier.bytes > CONTENU_MAX || isWorkbook(await readHead(fichier, 4))) return null
  return joined(readText(fichier.read(), await detectEncoding(fichier)))
}

async function joined(pieces: AsyncIterable<string>): Promise<string> {
  const all: string[] = []
  for await (const piece of pieces) all.push(piece)
  return all.join('')
}

/** Of a table of no known kind, each column and what it may be, when one is likely. */
function colonnesOf(error: Unreadable): ColonneAChoisir[] {
  if (!(error instanceof KindInconnu) || error.probables.length === 0) return []
  const probables = new Map(error.probables.map(({ published, column }) => [published, column]))
  return error.noms
    .filter((nom) => nom !== '')
    .map((published) => ({ published, column: probables.get(published) ?? null }))
}

/** The reader's sentence; that of a kind that nobody knows is the page's: whoever writes a file thinks of no other kind. */
function phraseOf(error: Unreadable): string {
  if (!(error instanceof KindInconnu)) return shownText(error.message, 900)
  const vues = `Colonnes vues : ${shownText(error.colonnes, 600)}.`
  const probables = error.probables.map(({ published, column }) => `« ${published} » est peut-être ${column}`)
  const dites = probables.length === 0 ? '' : ` ${shownText(probables.join(', '), 600)} : dites-le plus bas.`
  return `La première ligne n’a pas les colonnes d’un fichier de lieux, de structures ou de France services.${error.separateur} ${vues}${dites} Si le type est l’un de ceux-là, choisissez-le dans la liste : vous saurez ce qui manque.`
}
