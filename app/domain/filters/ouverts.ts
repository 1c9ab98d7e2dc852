import { etatAt, isTropAncien } from '../horaires/etat.ts'
import { estFerie } from '../horaires/jours-feries.ts'
import { estOuvertPendant, momentOf } from '../horaires/moments.ts'
import { estOuvertA, MINUTES_PAR_JOUR, parseMoment } from '../horaires/semaine.ts'
import { tempsLocal } from '../horaires/temps-local.ts'
import type { Columns, Heures } from './columns.ts'

/** The URL's word for "at the minute when it is read": a shared link never keeps the instant it was made. */
export const MAINTENANT = 'maintenant'

type ColonneDesHeures = Pick<Columns, 'heures'>

/** 1: open by hours that still hold. 2: open by hours too old to say so (rules: age). 0: neither. */
const [OUVERT, ANCIEN] = [1, 2]
type Question = { ouvert: (row: number) => boolean; ancien: (row: number) => boolean }

/**
 * Whether a row is open, now or at a moment of an ordinary week ("lun-14:00", "samedi"). One rule of age for both:
 * hours too old never say so, and their rows stand apart (`ancien`). Nothing is open now on a holiday that its hours do
 * not speak of.
 */
export function opening(columns: ColonneDesHeures, ouvert: string, instant: Date): Question {
  const said = answers(columns, ouvert, instant)
  return { ouvert: (row) => said[row] === OUVERT, ancien: (row) => said[row] === ANCIEN }
}

const known = new WeakMap<ColonneDesHeures, { key: string; said: Uint8Array }>()

/** The answer of each row: the requests of one minute and of one question share it. */
function answers(columns: ColonneDesHeures, ouvert: string, instant: Date): Uint8Array {
  const now = ouvert === MAINTENANT
  const aujourdhui = instant.toISOString().slice(0, 10)
  const key = now ? String(Math.floor(instant.getTime() / 60_000)) : `${ouvert} ${aujourdhui}`
  const last = known.get(columns)
  if (last?.key === key) return last.said
  const isOpen = now ? openNow(instant) : openAt(ouvert)
  const isOld = once((date: string | null) => isTropAncien(date, aujourdhui))
  const said = Uint8Array.from(columns.heures, (heures) => {
    if (heures === null) return 0
    const old = isOld(heures.dateMaj)
    return isOpen(heures, old) ? (old ? ANCIEN : OUVERT) : 0
  })
  known.set(columns, { key, said })
  return said
}

/** Dates of update are few: each is judged once. */
function once<K, V>(judge: (key: K) => V): (key: K) => V {
  const judged = new Map<K, V>()
  return (key) => {
    const value = judged.get(key) ?? judge(key)
    judged.set(key, value)
    return value
  }
}

type IsOpen = (heures: Heures, old: boolean) => boolean

function openAt(ouvert: string): IsOpen {
  const moment = momentOf(ouvert)
  if (moment) return ({ semaine }) => estOuvertPendant(semaine, moment)
  const minute = parseMoment(ouvert) ?? Number.NaN
  return ({ semaine }) => estOuvertA(semaine, minute)
}

/** The week alone is asked first: reading a clock and a calendar costs a hundred times more. */
function openNow(instant: Date): IsOpen {
  const localOf = once((fuseau: string) => tempsLocal(instant, fuseau))
  return (heures, old) => {
    const { semaine, fuseau, departement } = heures
    const { jour, minute, date } = localOf(fuseau)
    if (!estOuvertA(semaine, jour * MINUTES_PAR_JOUR + minute)) return false
    // What hours too old say is not a state: their week, on a day that is no holiday.
    if (old) return semaine.feries === 'ouvert' || estFerie(date, departement) === null
    return etatAt(semaine, { ...heures, instant }).etat === 'ouvert'
  }
}

/** Whether hours say nothing of a moment: none, too old, or, for now, a text that no rule evaluates. */
export function isSilent(ouvert: string, instant: Date): (heures: Heures | null) => boolean {
  const aujourdhui = instant.toISOString().slice(0, 10)
  const isOld = once((date: string | null) => isTropAncien(date, aujourdhui))
  return (heures) => {
    return heures === null || isOld(heures.dateMaj) || (ouvert === MAINTENANT && heures.semaine.texte !== null)
  }
}
