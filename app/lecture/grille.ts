import { fold } from '#app/domain/texte/fold.ts'
import { DENSITE_LABELS } from '#app/domain/vocabulary.ts'
import { foldHeader } from './kinds.ts'
import { readCodeInsee } from './normalise/codes.ts'
import { type Reading, readReference } from './read-reference.ts'
import type { Table } from './table.ts'
import type { Grille } from './territoire.ts'
import { Unreadable } from './unreadable.ts'

/**
 * The level of each commune in an INSEE grid, by number or by label (docs/regles.md §5). A row without one is rejected.
 * Throws `Unreadable` for a grid of three levels, and for one without any.
 */
export async function readGrille(file: string | Table, reading: Reading): Promise<Grille> {
  const grille: Grille = new Map()
  // A label says how many levels its grid has; a number does not.
  let highest = 0
  let enToutesLettres = false
  const { path, header } = await readReference(file, 'densite', reading, (cells, journal) => {
    const code = readCodeInsee(cells, journal, 'code')
    const level = readNiveau(cells.densite ?? '')
    if (level === null) journal.note('densite', 'densite.invalide', cells.densite ?? null)
    if (level === null || code === null) return false
    grille.set(code, { densite: level.densite, population: Number(cells.population) || 0 })
    highest = Math.max(highest, level.densite)
    enToutesLettres ||= level.enToutesLettres
    return true
  })
  if (grille.size === 0) throw new Unreadable(`${path} : aucune commune avec un niveau de densité de 1 à 7.`)
  if (highest <= 3 && !enToutesLettres && !header.some((name) => foldHeader(name) === 'dens7')) {
    throw new Unreadable(
      `${path} : cette grille n’a que trois niveaux. Il faut celle à sept niveaux (colonne DENS7, ou DENS de 2024).`,
    )
  }
  return grille
}

const NIVEAUX: ReadonlyMap<string, number> = new Map(DENSITE_LABELS.map((label, i) => [fold(label), i + 1]))

/** "6", "6.0", "Rural à habitat dispersé" or "6 - Rural à habitat dispersé". */
function readNiveau(cell: string): { densite: number; enToutesLettres: boolean } | null {
  const [, number, label = ''] = fold(cell.slice(0, 100)).match(/^([1-7])?(?: 0)? ?([a-z ]*)$/) ?? []
  const named = NIVEAUX.get(label)
  const densite = label === '' ? Number(number) : named
  if (!densite || (number !== undefined && Number(number) !== densite)) return null
  return { densite, enToutesLettres: named !== undefined }
}
