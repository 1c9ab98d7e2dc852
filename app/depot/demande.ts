import type { RapportPage } from '#app/domain/rapport/page.ts'
import type { ColonneAChoisir, KindVerifie } from '#app/domain/rapport/verification.ts'

/** What is made of a file: what the page shows, its report or its corrected copy as a file, its report for programs. */
export type SortieVoulue = 'page' | 'rapport' | 'corrige' | 'json'

/** A file to check. `kind` is null when its header has to say it; `today`: YYYY-MM-DD. */
export type Demande = {
  bytes: Uint8Array
  kind: KindVerifie | null
  /** What was said of its columns, each as "ville=commune". */
  colonnes: readonly string[]
  sortie: SortieVoulue
  today: string
}

/**
 * `contenu`: what was sent, when it is short enough to stand in the page. `refus`: the sentence that says why not;
 * `colonnes`: those of a table of no known kind, to be chosen among.
 */
export type Sortie =
  | { refus: string; colonnes: ColonneAChoisir[] }
  | { rapport: RapportPage; contenu: string | null }
  /** A whole file of CSV, or of JSON, in UTF-8. */
  | Uint8Array<ArrayBuffer>

/** Where files are checked, out of the thread that answers. Rejects with a `Refus` when a file asks for too much. */
export type Atelier = {
  travailler(demande: Demande, signal: AbortSignal): Promise<Sortie>
}
