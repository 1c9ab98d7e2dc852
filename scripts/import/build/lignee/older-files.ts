import { identify } from '#app/lecture/identity.ts'
import { type LieuConnu, startPlaces } from '#app/lecture/join-lieux.ts'
import { type Repere, readRepere } from '#app/lecture/lieux.ts'
import { startJournal } from '#app/lecture/normalise/journal.ts'
import { openTable } from '#app/lecture/read-file.ts'
import { isUncut, type Row } from '#app/lecture/table.ts'
import type { Territoire } from '#app/lecture/territoire.ts'
import type { Db } from '#db/connect.server.ts'
import { lieuAncien } from '#db/schema.ts'
import { readBounded } from '#scripts/import/build/bounded-work.ts'
import { prepareInsert } from '#scripts/import/build/prepare-insert.ts'
import type { Etape } from '#scripts/import/progress.ts'
import { startLignee } from './follow-lieux.ts'
import { keepSuivis, type LieuSuivi, type LieuxGardes, startKeeping } from './keep-lieux.ts'

/** An archived file of places, older than the one in force. */
export type FichierAncien = { path: string; millesime: string }

type Reading = { territoire: Territoire; today: string; step: (etape: Etape) => void }

/**
 * Gives the places written in `db` the ids that they had in the archived files, oldest first, and writes the ids that
 * are no more. `enVigueur`: the traces of what is written.
 */
export async function followOlderFiles(
  db: Db,
  anciens: readonly FichierAncien[],
  enVigueur: { traces: LieuxGardes; millesime: string },
  reading: Reading,
): Promise<void> {
  const lignee = startLignee()
  const follow = (traces: LieuxGardes, millesime: string) => {
    // What comes before has left as much as this needs.
    globalThis.gc?.()
    return lignee.followFile(traces, millesime)
  }
  for (const [rang, { path, millesime }] of anciens.entries()) {
    reading.step(`fichier du ${millesime}`)
    const traces = await tracesDe(db, `ancien_${rang}`, path, reading)
    reading.step('identités')
    follow(traces, millesime)
  }
  const { traces, millesime } = enVigueur
  const setId = db.$client.prepare('UPDATE lieu SET id = ?, vu_depuis = ? WHERE numero = ?')
  const { ids, own } = follow(traces, millesime)
  for (const [rang, id] of ids.entries()) {
    const depuis = lignee.depuisOf(id)
    if (id !== own[rang] || depuis !== null) setId.run(id, depuis, traces.numero(rang))
  }
  const insert = prepareInsert(db, lieuAncien)
  for (const ancien of lignee.endFollowing().sort((a, b) => (a.id < b.id ? -1 : 1))) insert(ancien)
}

/** The places of a file, as its import made them; nothing else of it is kept. */
async function tracesDe(db: Db, name: string, path: string, { territoire, today }: Reading): Promise<LieuxGardes> {
  const places = startPlaces()
  const fiches = keepSuivis(db, name)
  const table = await openTable(path, { kind: 'lieux' })
  for await (const rows of table.rows()) {
    const read = (row: Row) => (isUncut(row) ? null : readRepere(row, territoire, startJournal(row.line), today))
    for (const lieu of readBounded(rows, read, () => null)) {
      if (lieu === null) continue
      const identity = identify(lieu)
      const [known, ...others] = places.find(identity)
      for (const other of others) places.replace(other, known as LieuConnu)
      if (known) places.join(known, identity, lieu.idPublie)
      else places.add(fiches.add(ficheOf(lieu)), lieu.dateMaj, identity, lieu.idPublie)
    }
  }
  const traces = startKeeping(db, name, fiches)
  for (const [known, id] of places.ids()) traces.add(known, id)
  return traces
}

function ficheOf({ reseau, nom, communeNom, codePostal, place }: Repere): LieuSuivi {
  const { commune, departement, point } = place
  const where = { communeCode: commune?.code ?? null, departementCode: departement }
  return { reseau, nom, communeNom, codePostal, ...where, lat: point?.lat ?? null, lon: point?.lon ?? null }
}
