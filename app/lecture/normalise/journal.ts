import type { Anomalie, AnomalieCode } from '#app/domain/anomalies.ts'

/** Collects what is said of one row. */
export type Journal = {
  note: (field: string, code: AnomalieCode, raw: string | null, corrected?: string | null) => void
  anomalies: Anomalie[]
}

/** Values longer than this are kept cut in an anomaly: enough to recognise the cell. */
const MAX_RAW = 500

export function startJournal(line: number): Journal {
  const anomalies: Anomalie[] = []
  const cut = (text: string | null) => (text !== null && text.length > MAX_RAW ? `${text.slice(0, MAX_RAW)}…` : text)
  return {
    anomalies,
    note: (field, code, raw, corrected = null) => {
      anomalies.push({ line, field, code, raw: cut(raw), corrected: cut(corrected) })
    },
  }
}
