import { ANOMALIE_PHRASE, ANOMALIE_SEVERITY, type Anomalie, type AnomalieCode } from '#app/domain/anomalies.ts'
import { maskPersonal } from '#app/lecture/normalise/personne.ts'
import type { Db } from '#db/connect.server.ts'
import { anomalie, anomalieCode } from '#db/schema.ts'
import { prepareInsert } from './insert.ts'

export type AnomaliesLog = ReturnType<typeof startAnomalies>

/** Writes anomalies as they come, each code once with its severity and its sentence, and counts them. */
export function startAnomalies(db: Db) {
  const insert = prepareInsert(db, anomalie)
  const insertCode = prepareInsert(db, anomalieCode)
  const seen = new Set<AnomalieCode>()
  const counts = { error: 0, warning: 0, info: 0 }
  function add(sourceId: number, list: Anomalie[]): void {
    for (const one of list) {
      const severity = ANOMALIE_SEVERITY[one.code]
      counts[severity] += 1
      if (!seen.has(one.code)) {
        seen.add(one.code)
        insertCode({ code: one.code, severity, phrase: ANOMALIE_PHRASE[one.code] })
      }
      // A row that could not be read, or an address badly written, may still name a person.
      insert({ sourceId, ...one, raw: masked(one.raw), corrected: masked(one.corrected) })
    }
  }
  return { add, counts }
}

function masked(text: string | null): string | null {
  return text === null ? null : maskPersonal(text)
}
