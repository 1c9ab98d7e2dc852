import { ANOMALIE_PHRASE, ANOMALIE_SEVERITY, type Anomalie, type AnomalieCode } from '#app/domain/rapport/anomalies.ts'
import { maskPersonal } from '#app/lecture/normalise/personne.ts'
import type { Db } from '#db/connect.server.ts'
import { anomalie, anomalieCode } from '#db/schema.ts'
import { prepareInsert } from './prepare-insert.ts'

export type AnomaliesLog = ReturnType<typeof startAnomalies>

/** Writes anomalies as they come, each code once with its severity and its sentence, and counts them by severity and by code. */
export function startAnomalies(db: Db) {
  const insert = prepareInsert(db, anomalie)
  const insertCode = prepareInsert(db, anomalieCode)
  const codes: Partial<Record<AnomalieCode, number>> = {}
  const counts = { error: 0, warning: 0, info: 0 }
  function add(sourceId: number, list: Anomalie[]): void {
    for (const one of list) {
      const severity = ANOMALIE_SEVERITY[one.code]
      counts[severity] += 1
      if (!codes[one.code]) insertCode({ code: one.code, severity, phrase: ANOMALIE_PHRASE[one.code] })
      codes[one.code] = (codes[one.code] ?? 0) + 1
      // A row that could not be read, or an address badly written, may still name a person.
      insert({ sourceId, ...one, raw: masked(one.raw), corrected: masked(one.corrected) })
    }
  }
  return { add, counts, codes }
}

function masked(text: string | null): string | null {
  return text === null ? null : maskPersonal(text)
}
