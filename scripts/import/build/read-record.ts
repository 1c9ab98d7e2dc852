import type { Kind } from '#app/domain/vocabulary.ts'
import { readFranceServices } from '#app/lecture/france-services.ts'
import { readLieu } from '#app/lecture/lieux.ts'
import type { Journal } from '#app/lecture/normalise/journal.ts'
import { loadReferentiel, type Referentiel } from '#app/lecture/referentiel.ts'
import { readStructure } from '#app/lecture/structures.ts'
import type { Row } from '#app/lecture/table.ts'
import type { Territoire } from '#app/lecture/territoire.ts'
import type { Input } from '#scripts/import/input.ts'

/** The territory, with the reference files that are among the inputs. */
export function loadTerritoire(inputs: readonly Input[], onBytes?: (bytes: number) => void): Promise<Referentiel> {
  const reference = (kind: Kind) => {
    const input = inputs.findLast((one) => one.kind === kind)
    return input?.table ?? input?.path
  }
  const files = { communes: reference('communes'), densite: reference('densite'), frr: reference('frr') }
  return loadReferentiel(files, onBytes)
}

/** A row as its kind is read; null when it is rejected, which the journal says. */
export function readRecord(kind: Kind, row: Row, territoire: Territoire, journal: Journal, today: string) {
  if (kind === 'structures') return readStructure(row, territoire, journal, today)
  if (kind === 'lieux') return readLieu(row, territoire, journal, today)
  return readFranceServices(row, territoire, journal)
}
