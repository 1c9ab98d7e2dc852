import { etatAt, isTropAncien } from '../horaires/etat.ts'
import { estOuvertA, MINUTES_PAR_JOUR, parseMoment } from '../horaires/semaine.ts'
import { tempsLocal } from '../horaires/temps-local.ts'
import type { Columns, Heures } from './columns.ts'

/** The URL's word for "at the minute when it is read": a shared link never keeps the instant it was made. */
export const MAINTENANT = 'maintenant'

type ColonneDesHeures = Pick<Columns, 'heures'>

/**
 * Whether a row is open. At a moment of an ordinary week ("lun-14:00"): as its published hours say, whatever their
 * age, which the list says beside. `maintenant`: as the page of the place says it, so never from hours too old for
 * that, nor on a holiday that they do not speak of.
 */
export function isOpen(columns: ColonneDesHeures, ouvert: string, instant: Date): (row: number) => boolean {
  if (ouvert === MAINTENANT) {
    const open = openRows(columns, instant)
    return (row) => open[row] === 1
  }
  const minute = parseMoment(ouvert) ?? Number.NaN
  return (row) => estOuvertA(columns.heures[row]?.semaine ?? null, minute)
}

const known = new WeakMap<ColonneDesHeures, { minute: number; open: Uint8Array }>()

/** 1 for each row open at this minute: the requests of one minute share it. */
function openRows(columns: ColonneDesHeures, instant: Date): Uint8Array {
  const minute = Math.floor(instant.getTime() / 60_000)
  const last = known.get(columns)
  if (last?.minute === minute) return last.open
  const minutes = new Map<string, number>()
  const open = Uint8Array.from(columns.heures, (heures) => (heures && isOpenAt(heures, instant, minutes) ? 1 : 0))
  known.set(columns, { minute, open })
  return open
}

/** The week alone is asked first: reading a clock and a calendar costs a hundred times more. */
function isOpenAt(heures: Heures, instant: Date, minutes: Map<string, number>): boolean {
  const { semaine, fuseau } = heures
  let minute = minutes.get(fuseau)
  if (minute === undefined) {
    const local = tempsLocal(instant, fuseau)
    minute = local.jour * MINUTES_PAR_JOUR + local.minute
    minutes.set(fuseau, minute)
  }
  return estOuvertA(semaine, minute) && etatAt(semaine, { ...heures, instant }).etat === 'ouvert'
}

/** Whether nothing can be said of a place at an instant, on an ordinary day: no hours, or hours too old (rules: age). */
export function isSilent(instant: Date): (heures: Heures | null) => boolean {
  const aujourdhui = instant.toISOString().slice(0, 10)
  return (heures) => heures === null || heures.semaine.texte !== null || isTropAncien(heures.dateMaj, aujourdhui)
}
