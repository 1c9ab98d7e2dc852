import { ANOMALIE_SEVERITY, type Anomalie, type AnomalieCode } from '#app/domain/rapport/anomalies.ts'
import { ANOMALIE_PHRASE } from '#app/domain/rapport/phrases.ts'
import type { Severity } from '#app/domain/vocabulary.ts'
import { withoutPersons } from '#app/lecture/normalise/noms.ts'
import { maskPersonal } from '#app/lecture/normalise/personne.ts'
import type { Db } from '#db/connect.server.ts'
import { anomalie, anomalieCode } from '#db/schema.ts'
import { prepareInsert } from './prepare-insert.ts'

export type AnomaliesLog = ReturnType<typeof startAnomalies>

/** Kept of one row (docs/regles.md §17); the others are counted. The worst first, were there more. */
const REMARQUES_MAX = 50
const RANG: Record<Severity, number> = { error: 0, warning: 1, info: 2 }

function worstFirst(list: Anomalie[]): Anomalie[] {
  if (list.length <= REMARQUES_MAX) return list
  return list.toSorted((a, b) => rangOf(a) - rangOf(b))
}

/** A cut is always said. */
function rangOf({ code }: Anomalie): number {
  return code === 'texte.trop_long' ? 0 : RANG[ANOMALIE_SEVERITY[code]]
}

/** Writes anomalies as they come, each code once with its severity and its sentence, and counts them by severity and by code. */
export function startAnomalies(db: Db) {
  const insert = prepareInsert(db, anomalie)
  const insertCode = prepareInsert(db, anomalieCode)
  const codes: Partial<Record<AnomalieCode, number>> = {}
  const counts = { error: 0, warning: 0, info: 0 }
  function add(sourceId: number, list: Anomalie[]): void {
    for (const [rang, one] of worstFirst(list).entries()) {
      const severity = ANOMALIE_SEVERITY[one.code]
      counts[severity] += 1
      if (!codes[one.code]) insertCode({ code: one.code, severity, phrase: ANOMALIE_PHRASE[one.code] })
      codes[one.code] = (codes[one.code] ?? 0) + 1
      if (rang >= REMARQUES_MAX) continue
      // A row that could not be read, or an address badly written, may still name a person.
      insert({ sourceId, ...one, raw: masked(one.raw, one.field), corrected: masked(one.corrected, one.field) })
    }
  }
  return { add, counts, codes }
}

function masked(text: string | null, field: string): string | null {
  return text === null ? null : withoutPersons(maskPersonal(text), field, {})
}
