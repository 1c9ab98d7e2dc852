import { formatNombre } from '#app/domain/format.ts'
import { readTri, sortTableau, type Tableau } from '#app/domain/tableau.ts'

/** Rows of the list of communes on the page; the files have them all. */
const LIGNES = 100

/** The tables as the page shows them: the first communes only, in the order asked, and a note that says so. */
export function firstCommunes<T extends { tableaux: readonly Tableau[] }>(lecture: T, trier: string | null): T {
  return { ...lecture, tableaux: lecture.tableaux.map((one) => cut(one, trier)) }
}

function cut(tableau: Tableau, trier: string | null): Tableau {
  const { id, lignes, notes } = tableau
  if (id !== 'scenario-communes' || lignes.length <= LIGNES) return tableau
  const sorted = sortTableau(tableau, readTri(tableau, trier))
  const note = `Les ${LIGNES} premières lignes sur ${formatNombre(lignes.length)} : toutes sont dans les fichiers ci-dessous.`
  return { ...sorted, lignes: sorted.lignes.slice(0, LIGNES), notes: [note, ...notes] }
}
