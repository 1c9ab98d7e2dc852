import type { Anomalie, AnomalieCode } from '#app/domain/rapport/anomalies.ts'
import { withoutInvisibles } from '#app/domain/texte/invisibles.ts'
import { couper } from './bornes.ts'

/** Collects what is said of one row. */
export type Journal = {
  note: (field: string, code: AnomalieCode, raw: string | null, corrected?: string | null) => void
  anomalies: Anomalie[]
}

/** Values longer than this are kept cut in an anomaly: enough to recognise the cell. */
const MAX_RAW = 500

/** A report is read in a terminal, a page, a spreadsheet: nothing in it acts on them. */
function shown(text: string | null): string | null {
  if (text === null) return null
  const start = couper(text, MAX_RAW)
  return withoutInvisibles(start === text ? text : `${start}…`)
}

export function startJournal(line: number): Journal {
  const anomalies: Anomalie[] = []
  return {
    anomalies,
    note: (field, code, raw, corrected = null) => {
      anomalies.push({ line, field, code, raw: shown(raw), corrected: shown(corrected) })
    },
  }
}
