import type { Anomalie, AnomalieCode } from '#app/domain/rapport/anomalies.ts'

/** Collects what is said of one row. */
export type Journal = {
  note: (field: string, code: AnomalieCode, raw: string | null, corrected?: string | null) => void
  anomalies: Anomalie[]
}

/** Values longer than this are kept cut in an anomaly: enough to recognise the cell. */
const MAX_RAW = 500

/** A word that the cut went through, or may have: half an e-mail address would not be seen for what it is, and hidden. */
const MOT_COUPE = /(?<![\p{L}\p{N}._%+@-])[\p{L}\p{N}._%+@-]+$/u

function cut(text: string | null): string | null {
  if (text === null || text.length <= MAX_RAW) return text
  const start = text.slice(0, MAX_RAW)
  return `${start.replace(MOT_COUPE, '').trimEnd() || start}…`
}

export function startJournal(line: number): Journal {
  const anomalies: Anomalie[] = []
  return {
    anomalies,
    note: (field, code, raw, corrected = null) => {
      anomalies.push({ line, field, code, raw: cut(raw), corrected: cut(corrected) })
    },
  }
}
