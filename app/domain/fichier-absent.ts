import type { Tableau } from './tableau.ts'

/** The files without which figures cannot be given, though others can. */
export type Fichier = 'lieux' | 'structures'

const FICHIERS: Record<Fichier, { chiffres: RegExp; phrase: string; note: string }> = {
  lieux: {
    chiffres: /^(part-)?lieux|^a-\d+-km$|^part_\d+km$|^(au-dela|mediane|couvert)$/,
    phrase:
      'Le fichier des lieux n’est pas importé : les lieux d’accueil et les distances sont inconnus, et non pas nuls.',
    note: 'Lieux et distances inconnus (—) : le fichier des lieux n’est pas importé.',
  },
  structures: {
    chiffres: /^(part-)?postes|^structures$|^investissement$/,
    phrase:
      'Le fichier des postes validés n’est pas importé : les postes et les employeurs sont inconnus, et non pas nuls.',
    note: 'Postes et employeurs inconnus (—) : le fichier des postes validés n’est pas importé.',
  },
}

/** The sentences that say which files are missing, and what nobody can then say. */
export function phrasesAbsents(absents: readonly Fichier[]): string[] {
  return absents.map((fichier) => FICHIERS[fichier].phrase)
}

/** A figure, by the key of its column, that no imported file gives: counted, it would be a zero that nothing says. */
export function isInconnu(cle: string, absents: readonly Fichier[]): boolean {
  return absents.some((fichier) => FICHIERS[fichier].chiffres.test(cle))
}

/** The same table with what the missing files would say left unknown, and a note that says why. */
export function sansAbsents(tableau: Tableau, absents: readonly Fichier[]): Tableau {
  const cles = tableau.colonnes.map(({ cle }) => cle).filter((cle) => isInconnu(cle, absents))
  if (cles.length === 0) return tableau
  const inconnus = Object.fromEntries(cles.map((cle) => [cle, null]))
  const hide = <T extends Tableau['lignes'][number]>(ligne: T) => ({
    ...ligne,
    valeurs: { ...ligne.valeurs, ...inconnus },
  })
  const manquent = absents.filter((fichier) => cles.some((cle) => FICHIERS[fichier].chiffres.test(cle)))
  return {
    ...tableau,
    lignes: tableau.lignes.map(hide),
    ...(tableau.total && { total: hide(tableau.total) }),
    notes: [...manquent.map((fichier) => FICHIERS[fichier].note), ...tableau.notes],
  }
}
