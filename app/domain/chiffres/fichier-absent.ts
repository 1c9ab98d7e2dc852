import type { CleChiffre } from '../chiffres/table.ts'
import { fichierDe } from '../chiffres.ts'
import type { Fichier, Tableau } from './tableau.ts'

const FICHIERS: Record<Fichier, { phrase: string; note: string }> = {
  lieux: {
    phrase:
      'Le fichier des lieux n’est pas importé : les lieux d’accueil et les distances sont inconnus, et non pas nuls.',
    note: 'Lieux et distances inconnus (—) : le fichier des lieux n’est pas importé.',
  },
  structures: {
    phrase:
      'Le fichier des postes validés n’est pas importé : les postes et les employeurs sont inconnus, et non pas nuls.',
    note: 'Postes et employeurs inconnus (—) : le fichier des postes validés n’est pas importé.',
  },
}

/** The sentences that say which files are missing, and what nobody can then say. */
export function phrasesAbsents(absents: readonly Fichier[]): string[] {
  return absents.map((fichier) => FICHIERS[fichier].phrase)
}

/** A figure that no imported file gives: counted, it would be a zero that nothing says. */
export function isInconnu(cle: CleChiffre, absents: readonly Fichier[]): boolean {
  return absents.some((fichier) => fichier === fichierDe(cle))
}

/** The same table with what the missing files would say left unknown, and a note that says why. */
export function sansAbsents(tableau: Tableau, absents: readonly Fichier[]): Tableau {
  const manquent = absents.filter((absent) => tableau.colonnes.some(({ fichier }) => fichier === absent))
  if (manquent.length === 0) return tableau
  const cles = tableau.colonnes.filter(({ fichier }) => fichier && manquent.includes(fichier)).map(({ cle }) => cle)
  const inconnus = Object.fromEntries(cles.map((cle) => [cle, null]))
  const hide = <T extends Tableau['lignes'][number]>(ligne: T) => ({
    ...ligne,
    valeurs: { ...ligne.valeurs, ...inconnus },
  })
  const { suite } = tableau
  return {
    ...tableau,
    lignes: tableau.lignes.map(hide),
    ...(suite && { suite: () => mapLots(suite(), hide) }),
    ...(tableau.total && { total: hide(tableau.total) }),
    notes: [...manquent.map((fichier) => FICHIERS[fichier].note), ...tableau.notes],
  }
}

function* mapLots<T>(lots: Iterable<readonly T[]>, change: (one: T) => T): Iterable<readonly T[]> {
  for (const lot of lots) yield lot.map(change)
}
