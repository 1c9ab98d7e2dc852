import type { DemandeGeocodage } from '#app/lecture/adresses-geocodees.ts'
import { startJournal } from '#app/lecture/normalise/journal.ts'
import { openTable } from '#app/lecture/read-file.ts'
import { isUncut, type Row } from '#app/lecture/table.ts'
import { readBounded } from '#scripts/import/build/bounded-work.ts'
import { loadTerritoire, readRecord } from '#scripts/import/build/read-record.ts'
import { millesimeOf } from '#scripts/import/gather/millesime.ts'
import { choixOf, type Input } from '#scripts/import/input.ts'

const KINDS_PLACES = ['lieux', 'structures', 'france-services']

/**
 * The addresses of the rows that have no believed point, each once: the files are read as the import will read them,
 * with a list of positions that knows none and remembers what it was asked. Older structures files, of which no
 * position is shown, are left out.
 */
export async function collectDemandes(inputs: readonly Input[], today: string): Promise<DemandeGeocodage[]> {
  const { territoire } = await loadTerritoire(inputs)
  const demandes = new Map<string, DemandeGeocodage>()
  let current = { millesime: '', demandes: new Map<string, DemandeGeocodage>() }
  for (const input of inputs.filter(({ kind }) => KINDS_PLACES.includes(kind))) {
    const asked = new Map<string, DemandeGeocodage>()
    const millesime = await readDemandes(input, { ...territoire, geocodes: remember(asked) }, today)
    if (input.kind !== 'structures') for (const [cle, demande] of asked) demandes.set(cle, demande)
    else if (millesime > current.millesime) current = { millesime, demandes: asked }
  }
  return [...new Map([...demandes, ...current.demandes]).values()]
}

function remember(asked: Map<string, DemandeGeocodage>) {
  return (demande: DemandeGeocodage) => {
    asked.set(demande.cle, demande)
    return null
  }
}

/** Reads a file for what it asks; returns its millésime. */
async function readDemandes(
  input: Input,
  territoire: Parameters<typeof readRecord>[2],
  today: string,
): Promise<string> {
  const table = input.table ?? (await openTable(input.path, choixOf(input)))
  let latest = ''
  for await (const rows of table.rows()) {
    const read = (row: Row) =>
      isUncut(row) ? null : readRecord(table.kind, row, territoire, startJournal(row.line), today)
    for (const record of readBounded(rows, read, () => null)) {
      const date = record && 'nombre' in record ? record.dateValidation : null
      if (date && date > latest) latest = date
    }
  }
  return input.millesime ?? millesimeOf(input.path, table.header, latest, input.archivedOn ?? today)
}
