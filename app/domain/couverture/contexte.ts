import { type Dates, dater } from '../chiffres/dates.ts'
import type { Colonne, Fichier } from '../chiffres/tableau.ts'
import type { SourceCitee } from '../citations/source-citee.ts'
import type { Maille } from './indicateurs.ts'

/** The files in force, by kind, as tables cite them. */
export type Sources = Record<
  'structures' | 'lieux' | 'france-services' | 'communes' | 'densite',
  readonly SourceCitee[]
>

/** What every table of coverage needs beside its figures. */
export type Contexte = {
  maille: Maille
  /** Seven INSEE levels rather than three classes. */
  niveaux: boolean
  sources: Sources
  dates: Dates
  /** The rurality is estimated from populations, for want of the INSEE grid. */
  ruraliteEstimee: boolean
}

/** The files without which some figures are unknown. */
export function absentsDe({ sources }: Pick<Contexte, 'sources'>): Fichier[] {
  return (['lieux', 'structures'] as const).filter((kind) => sources[kind].length === 0)
}

/** "lieux d’accueil connus au 6 juillet 2022 et postes validés au 5 avril 2023": two stocks, each with its date. */
export function lieuxEtPostes({ dates }: Contexte): string {
  return dater('lieux d’accueil {connus} et postes {validés}', dates)
}

export const NOM_MAILLE: Record<Maille, string> = { departement: 'Département ou territoire', region: 'Région' }

/** What a row of territories begins with: its name, and its code, which a table without room keeps for its files. */
export function colonnesTerritoire(maille: Maille, given: Pick<Colonne, 'cachee'> = {}): Colonne[] {
  return [
    { cle: 'nom', nom: NOM_MAILLE[maille], nature: 'texte' },
    { cle: 'code', nom: 'Code', nature: 'code', ...given },
  ]
}

const NOTE_ESTIMATION =
  'Estimation : sans la grille de densité de l’Insee, une commune est dite rurale sous 3 500 habitants, urbaine dense au-dessus de 20 000.'
export const NOTE_COURBE_EN_TROIS =
  'La courbe garde les trois classes de communes, plus lisibles ; le tableau de ses chiffres donne les sept niveaux.'
export const NOTE_NON_CLASSE = 'Non classé : la grille de densité ne donne pas de classe à ces communes.'

/** What a table that speaks of rurality must say. */
export function notesRuralite({ ruraliteEstimee }: Contexte): string[] {
  return ruraliteEstimee ? [NOTE_ESTIMATION, NOTE_NON_CLASSE] : [NOTE_NON_CLASSE]
}
