import { ANOMALIE_SEVERITY, type Anomalie } from '#app/domain/rapport/anomalies.ts'
import { withoutInvisibles } from '#app/domain/texte/invisibles.ts'
import type { Emplacement } from '#app/lecture/emplacement.ts'
import { couper } from '#app/lecture/normalise/bornes.ts'
import { withoutPersons } from '#app/lecture/normalise/noms.ts'
import { maskPersonal } from '#app/lecture/normalise/personne.ts'
import type { Row } from '#app/lecture/table.ts'
import type { Db } from '#db/connect.server.ts'
import { lignePubliee } from '#db/schema.ts'
import { prepareInsert } from './prepare-insert.ts'

/** A cell longer than this is kept cut: enough to find it in the file. */
const MAX_CELL = 500

/** Writes the published rows of which something is wrong, as published: some in a hundred, so that it costs little. */
export function startLignes(db: Db) {
  const insert = prepareInsert(db, lignePubliee)

  /** `placeOf`: where a rejected row would have been; asked for those alone. */
  function add(
    sourceId: number,
    row: Row,
    anomalies: Anomalie[],
    rejetee: boolean,
    placeOf: (row: Row) => Emplacement | null,
  ): void {
    if (!anomalies.some(({ code }) => ANOMALIE_SEVERITY[code] !== 'info')) return
    // Not asked of a row that was given up: to read it again would take as long.
    const known = rejetee && anomalies.every(({ code }) => code !== 'ligne.trop_de_travail')
    const where = known ? placeOf(row) : null
    insert({
      sourceId,
      line: row.line,
      cellules: cellsOf(row),
      rejetee,
      departementCode: where?.departement ?? null,
      communeCode: where?.commune?.code ?? null,
    })
  }

  return { add }
}

/** The cells that say something; a row that could not be cut into cells is one text. */
function cellsOf({ cells, raw }: Row): Record<string, string> {
  const said = Object.entries(raw === undefined ? cells : { ligne: raw }).filter(([, text]) => text.trim() !== '')
  return Object.fromEntries(
    said.map(([name, text]) => {
      // Masked before it is cut: half an address would no longer be seen for what it is.
      const masked = withoutPersons(maskPersonal(withoutInvisibles(couper(text, 4 * MAX_CELL)), cells), name, cells)
      return [name, masked.length > MAX_CELL ? `${masked.slice(0, MAX_CELL)}…` : masked]
    }),
  )
}
