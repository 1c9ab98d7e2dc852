import { AUTRES_LABELS, CHAMP_NAMES, CHAMPS, type Champ, type Valeurs } from '#app/domain/lieu/champs.ts'
import type { AnomalieCode } from '#app/domain/rapport/anomalies.ts'
import { fold } from '#app/domain/texte/fold.ts'
import { detach } from '../detach.ts'
import { VALEURS_MAX } from './bornes.ts'
import type { Journal } from './journal.ts'
import { splitValeurs } from './listes.ts'
import { GLOSES, OLDER, SLUGS, THEME } from './mots-anciens.ts'
import { readText } from './text.ts'

type Word = { values: string[]; older: boolean }

const WORDS = new Map(
  CHAMP_NAMES.map((champ) => {
    const words = new Map<string, Word>()
    const older = OLDER[champ] ?? {}
    for (const [word, values] of Object.entries(older)) words.set(fold(word), { values, older: true })
    for (const value of CHAMPS[champ].values) words.set(fold(value), { values: [value], older: false })
    for (const [slug, word] of Object.entries(SLUGS[champ] ?? {})) words.set(fold(slug), words.get(fold(word)) as Word)
    if (champ === 'service') for (const [word, one] of [...words]) words.set(`${THEME} ${word}`, one)
    return [champ, words]
  }),
)

const GLOSES_LUES = new Map(CHAMP_NAMES.map((champ) => [champ, (GLOSES[champ] ?? []).map((glose) => fold(glose))]))

/** What stands before " : ". */
function headOf(part: string): string {
  return part.split(/\s:\s/, 1)[0] ?? ''
}

/** What a cell's text means: its values, those of another field that it holds, and what is to be said of them. */
type Reading = {
  values: string[]
  sorted: string[]
  deplaces: string[]
  notes: { code: AnomalieCode; raw: string; corrected: string | null }[]
}

// A file says the same few lists on each of its rows.
const readings = new Map(CHAMP_NAMES.map((champ) => [champ, new Map<string, Reading>()]))
/** Of one field. */
const MAX_READINGS = 4000

/**
 * The values of a field in the words of the standard. A value that matches nothing is kept as published
 * and flagged with the nearest one as the correction to make.
 */
export function readValeurs(cells: Record<string, string>, champ: Champ, journal: Journal): string[] {
  return readReading(cells, champ, journal).values
}

/**
 * Every list of a row, each in alphabetical order; what an older list of publics said of special care is there. Equal
 * cells give one list, shared: do not change it.
 */
export function readListes(cells: Record<string, string>, journal: Journal): Valeurs {
  const valeurs: Valeurs = {}
  const deplaces = readDeplaces(cells)
  for (const champ of CHAMP_NAMES) {
    const own = readValeursTriees(cells, champ, journal)
    const said = champ === NOUVEAU && deplaces.length > 0 ? [...new Set([...own, ...deplaces])].sort() : own
    if (said.length > 0) valeurs[champ] = said
  }
  const autres = readAutres(cells, journal)
  if (autres.length > 0) valeurs[AUTRES_LABELS] = autres
  return valeurs
}

/** A list of no closed words, as it is published. */
function readAutres(cells: Record<string, string>, journal: Journal): string[] {
  const parts = (readText(cells, AUTRES_LABELS, journal) ?? '').split('|').map((part) => part.trim())
  return [...new Set(parts.filter((part) => part !== ''))].sort().slice(0, VALEURS_MAX).map(detach)
}

/** Older lists of publics hold what the standard now calls special care. */
const ANCIEN: Champ = 'public'
const NOUVEAU: Champ = 'prise_en_charge'
const SILENCE: Journal = { note: () => {}, anomalies: [] }

/** What a cell of publics says of special care, in the words of the standard. */
export function readDeplaces(cells: Record<string, string>): string[] {
  return readReading(cells, ANCIEN, SILENCE).deplaces
}

/** The same in alphabetical order. Equal cells give one list, shared: do not change it. */
export function readValeursTriees(cells: Record<string, string>, champ: Champ, journal: Journal): string[] {
  return readReading(cells, champ, journal).sorted
}

const NOTHING: Reading = { values: [], sorted: [], deplaces: [], notes: [] }

function readReading(cells: Record<string, string>, champ: Champ, journal: Journal): Reading {
  const { column } = CHAMPS[champ]
  const text = readText(cells, column, journal)
  if (text === null) return NOTHING
  const raw = cells[column] as string
  // A list of one value a line: its line ends, which a text loses as its tabulations, are signs of a list.
  const lines = /[\n\t]/.test(raw) ? readText({ [column]: raw.replace(/[\n\t]/g, ';') }, column, SILENCE) : text
  const reading = readings.get(champ)?.get(lines ?? text) ?? interpret(detach(text), detach(lines ?? text), champ)
  for (const { code, raw, corrected } of reading.notes) {
    // Without the column where it goes, a corrected file has to leave it where it is.
    const nowhere = code === 'vocabulaire.deplace' && cells[CHAMPS[NOUVEAU].column] === undefined
    journal.note(column, code, raw, nowhere ? null : corrected)
  }
  return reading
}

function interpret(text: string, lines: string, champ: Champ): Reading {
  const notes: Reading['notes'] = []
  const split = splitList(lines, champ)
  const parts = split.length === 1 && wordOf(split[0] as string, champ) === undefined ? [text] : split
  if (parts.length > VALEURS_MAX) notes.push({ code: 'texte.trop_long', raw: text, corrected: null })
  const deplaces: string[] = []
  const values = parts.slice(0, VALEURS_MAX).flatMap((part) => {
    const word = wordOf(part, champ)
    const moved = !word && champ === ANCIEN ? wordOf(part, NOUVEAU) : undefined
    if (moved) {
      notes.push({ code: 'vocabulaire.deplace', raw: part, corrected: moved.values.join('|') })
      deplaces.push(...moved.values)
      return []
    }
    if (!word) {
      notes.push({ code: 'vocabulaire.inconnu', raw: part, corrected: proposed(part, champ) })
      return [part.slice(0, 200)]
    }
    if (word.older) notes.push({ code: 'vocabulaire.ancien', raw: part, corrected: word.values.join('|') })
    return word.values
  })
  const said = [...new Set(values)]
  const reading = { values: said, sorted: said.toSorted(), deplaces: [...new Set(deplaces)], notes }
  const known = readings.get(champ)
  if (known && known.size < MAX_READINGS && text.length < 500) known.set(lines, reading)
  return reading
}

function wordOf(part: string, champ: Champ): Word | undefined {
  const words = WORDS.get(champ)
  const folded = fold(part)
  return (
    words?.get(folded) ?? (part.includes(' : ') && isGlose(folded, champ) ? words?.get(fold(headOf(part))) : undefined)
  )
}

/** True for what the older standard wrote of a word, whole or cut after one of its words. */
function isGlose(folded: string, champ: Champ): boolean {
  return (GLOSES_LUES.get(champ) ?? []).some((glose) => `${glose} `.startsWith(`${folded} `))
}

/** The values of a list. Older publics hold those of special care; a cost is split when all of it is known. */
function splitList(text: string, champ: Champ): string[] {
  const isKnown = (part: string) =>
    wordOf(part, champ) !== undefined || (champ === ANCIEN && wordOf(part, NOUVEAU) !== undefined)
  const parts = splitValeurs(text, isKnown, champ === 'frais')
  const said = champ === 'service' ? parts.filter((part) => fold(part) !== THEME) : parts
  return said.length > 0 ? said : parts
}

/** What an unknown value may have meant: what is known at its beginning or its end, else the nearest value. */
function proposed(part: string, champ: Champ): string | null {
  const folded = fold(part)
  // Free, and then something else: free for some.
  if (champ === 'frais' && folded.split(' ').includes('gratuit')) return 'Gratuit sous condition'
  const word = wordOf(headOf(part), champ) ?? atEitherEnd(folded.split(' ').slice(0, 20), champ)
  return word?.values.join('|') || nearestValue(part, champ)
}

/** The longest known value with which a text begins, else with which it ends. */
function atEitherEnd(words: readonly string[], champ: Champ): Word | undefined {
  const known = WORDS.get(champ)
  for (let length = words.length - 1; length > 0; length -= 1) {
    const word = known?.get(words.slice(0, length).join(' ')) ?? known?.get(words.slice(-length).join(' '))
    if (word) return word
  }
  return undefined
}

/** The value of the closed list that shares most words with the text, null when none does. */
export function nearestValue(text: string, champ: Champ): string | null {
  const words = new Set(fold(text).split(' '))
  let best: { value: string; score: number } | null = null
  for (const { value, own } of MOTS.get(champ) ?? []) {
    const score = own.filter((word) => word.length > 3 && words.has(word)).length / own.length
    if (score > (best?.score ?? 0)) best = { value, score }
  }
  return best?.value ?? null
}

/** The words of each value of a closed list, folded once. */
const MOTS = new Map(
  CHAMP_NAMES.map((champ) => [champ, CHAMPS[champ].values.map((value) => ({ value, own: fold(value).split(' ') }))]),
)
