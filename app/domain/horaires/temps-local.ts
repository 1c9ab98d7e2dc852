import { dateUtc } from '../texte/date.ts'

const MINUTE_MS = 60_000
const JOUR_MS = 86_400_000

/** What the clock and the calendar on the wall of a place say. `jour`: 0 is Monday. `minute`: of the day. */
export type TempsLocal = Readonly<{ date: string; jour: number; minute: number }>

const formats = new Map<string, Intl.DateTimeFormat>()

/** Instant → local time in an IANA zone, whatever the zone of the process. Throws RangeError on an unknown zone. */
export function tempsLocal(instant: Date, fuseau: string): TempsLocal {
  const minute = Math.floor(instant.getTime() / MINUTE_MS)
  const known = lus.get(fuseau)
  if (known?.minute === minute) return known.temps
  const temps = readClock(instant, fuseau)
  lus.set(fuseau, { minute, temps })
  return temps
}

/** The last reading of each clock: a list asks the same one for each of its places. */
const lus = new Map<string, { minute: number; temps: TempsLocal }>()

function readClock(instant: Date, fuseau: string): TempsLocal {
  const local = localEnUtc(instant.getTime(), fuseau)
  const lu = new Date(local)
  return { date: dateUtc(local), jour: (lu.getUTCDay() + 6) % 7, minute: lu.getUTCHours() * 60 + lu.getUTCMinutes() }
}

/**
 * Local time → instant. In October one hour is lived twice: the first pass, unless it is not after `apres`. In March
 * one hour is skipped: a time in it is read on the clock of before (02:30 gives the instant of 03:30).
 */
export function instantLocal(date: string, minute: number, fuseau: string, apres = new Date(0)): Date {
  const voulu = Date.parse(`${date}T00:00:00Z`) + minute * MINUTE_MS
  // Clocks change at most once in the two days around: one of the two offsets is right, except in the skipped hour.
  const avant = voulu - decalage(voulu - JOUR_MS, fuseau)
  const ensuite = voulu - decalage(voulu + JOUR_MS, fuseau)
  const justes = [avant, ensuite].filter((candidat) => candidat + decalage(candidat, fuseau) === voulu)
  const aVenir = justes.filter((candidat) => candidat > apres.getTime())
  if (aVenir.length > 0) return new Date(Math.min(...aVenir))
  return new Date(justes.length > 0 ? Math.max(...justes) : avant)
}

/** "2026-02-28" + 1 → "2026-03-01". */
export function addJours(date: string, jours: number): string {
  return dateUtc(Date.parse(`${date}T00:00:00Z`) + jours * JOUR_MS)
}

/** "2026-08-31" + 6 → "2027-02-28": the last day of a shorter month. */
export function addMois(date: string, mois: number): string {
  const depart = new Date(`${date}T00:00:00Z`)
  const annee = depart.getUTCFullYear()
  const finDuMois = Date.UTC(annee, depart.getUTCMonth() + mois + 1, 0)
  const memeJour = Date.UTC(annee, depart.getUTCMonth() + mois, depart.getUTCDate())
  return dateUtc(Math.min(finDuMois, memeJour))
}

function decalage(instant: number, fuseau: string): number {
  return localEnUtc(instant, fuseau) - instant
}

/** The local time written as if it were UTC, in milliseconds, to the minute. */
function localEnUtc(instant: number, fuseau: string): number {
  const lu: Record<string, number> = {}
  for (const { type, value } of formatDu(fuseau).formatToParts(instant)) lu[type] = Number(value)
  return Date.UTC(lu.year ?? 0, (lu.month ?? 1) - 1, lu.day, lu.hour, lu.minute)
}

// Building a format costs a hundred times its use; the zones are those of fuseaux.ts, a dozen.
function formatDu(fuseau: string): Intl.DateTimeFormat {
  const connu = formats.get(fuseau)
  if (connu !== undefined) return connu
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: fuseau,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  })
  formats.set(fuseau, format)
  return format
}
