import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What differs alike, wherever it does: `example` is the first of them. */
type Group = { lines: number; answers: Set<string>; example: string }
type Groups = Map<string, Group>

/** Prints how the answers of two folders differ, the most frequent kind of difference first; gives how many answers do. */
export function compare(before: string, after: string): number {
  const [left, right] = [namesIn(before), namesIn(after)]
  const groups: Groups = new Map()
  const names = [...new Set([...left, ...right])].sort()
  for (const name of names) {
    if (!left.has(name))
      add(groups, name, `only in the second: ${kindOf(name)}`, `${questionOf(after, name)}\n  only in the second`)
    else if (!right.has(name))
      add(groups, name, `only in the first: ${kindOf(name)}`, `${questionOf(before, name)}\n  only in the first`)
    else
      for (const { key, example } of differences(name, read(before, name), read(after, name)))
        add(groups, name, key, example)
  }
  const differing = new Set([...groups.values()].flatMap(({ answers }) => [...answers]))
  for (const { lines, answers, example } of [...groups.values()].sort((a, b) => b.answers.size - a.answers.size))
    console.log(`${answers.size} answers, ${lines} differences like this one (${kindsOf(answers)}):\n${example}\n`)
  console.log(`${differing.size} answers of ${names.length} differ, in ${groups.size} ways.`)
  return differing.size
}

function add(groups: Groups, name: string, key: string, example: string): void {
  const group = groups.get(key) ?? { lines: 0, answers: new Set(), example }
  group.lines += 1
  group.answers.add(name)
  groups.set(key, group)
}

type Difference = { key: string; example: string }

/** Each difference of two answers; those of one `key` are alike. */
function differences(name: string, before: string, after: string): Difference[] {
  if (before === after) return []
  const [asked = ''] = before.split('\n', 1)
  const say = (key: string, text: string): Difference => ({ key, example: `  ${asked}\n  ${text}` })
  const [left, right] = [piecesOf(before), piecesOf(after)]
  const [gone, come] = [without(left, right), without(right, left)]
  // The words of a row are its own, and a number alone says nothing: these are alike within a kind of page only.
  const row = name.includes('.csv') ? `${kindOf(name)} row` : null
  const alone = (sign: string) => (piece: string) => say(sign + (row ?? likeness(piece)), `${sign} ${cut(piece)}`)
  const both = (piece: string, other: string) => {
    const [from, end] = partings(piece, other)
    const parts = [piece, other].map((one) => likeness(one.slice(from, one.length - end)))
    const where = parts.every((part) => part === '0') ? kindOf(name) : ''
    const key = [where, row ?? headOf(piece) ?? likeness(piece), ...parts].join('|')
    return say(key, `- ${cut(piece, from)}\n  + ${cut(other, from)}`)
  }
  // As many went as came: each was rewritten. Otherwise which became which is not known.
  if (gone.length !== come.length) return [...gone.map(alone('-')), ...come.map(alone('+'))]
  if (gone.length > 0) return gone.map((piece, rang) => both(piece, come[rang] ?? ''))
  const rang = left.findIndex((piece, at) => piece !== right[at])
  if (rang === -1) return [say('line breaks', 'the same with other line breaks')]
  return [say('order', `the same in another order, from\n  ${cut(left[rang] ?? '')}\n  ${cut(right[rang] ?? '')}`)]
}

/** The tag or the name that a piece begins with, whatever its numbers. */
function headOf(piece: string): string | null {
  const [head] = /^(<[^>]*>|"[^"]*":|[\w-]+: )/.exec(piece) ?? []
  return head === undefined ? null : likeness(head)
}

/** How much is the same at the beginning and at the end of both, in whole words. */
function partings(before: string, after: string): [from: number, end: number] {
  const shorter = Math.min(before.length, after.length)
  let from = 0
  while (from < shorter && before[from] === after[from]) from += 1
  while (from > 0 && /[\wÀ-ÿ]/.test(before[from - 1] ?? '')) from -= 1
  let end = 0
  while (end < shorter - from && before.at(-1 - end) === after.at(-1 - end)) end += 1
  while (end > 0 && /[\wÀ-ÿ]/.test(before.at(-end) ?? '')) end -= 1
  return [from, end]
}

/** What is left of a text when numbers, codes and ids are all one. */
function likeness(text: string): string {
  return text.replace(/[\w-]*\d[\w-]*/g, '0').replace(/0([\s.,\u00a0\u202f]+0)+/g, '0')
}

/** Pieces that a person can read of a page, a JSON, a sheet or a table on one line each. */
function piecesOf(text: string): string[] {
  return text.split(/\n|(?<=>)(?=<)|(?<=[}\]],?)(?=[{[])|(?<=,)(?=")|(?<=})/)
}

/** What is in `some` more often than in `others`. */
function without(some: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>()
  for (const one of others) left.set(one, (left.get(one) ?? 0) + 1)
  return some.filter((one) => {
    const many = left.get(one) ?? 0
    left.set(one, many - 1)
    return many <= 0
  })
}

/** A drawing or a line of a table may be very long: what stands around `from` is enough to find it. */
function cut(piece: string, from = 0): string {
  const start = piece.length <= 300 ? 0 : Math.max(0, from - 100)
  const shown = piece.slice(start, start + 300)
  return `${start > 0 ? '…' : ''}${shown}${start + 300 < piece.length ? '…' : ''}`
}

function namesIn(folder: string): Set<string> {
  if (!existsSync(folder)) throw new Error(`${folder}: no such folder of answers.`)
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return new Set(names.filter((name) => name.endsWith('.txt')))
}

function read(folder: string, name: string): string {
  return readFileSync(join(folder, name), 'utf8')
}

function questionOf(folder: string, name: string): string {
  return `  ${read(folder, name).split('\n', 1)[0]}`
}

function kindOf(name: string): string {
  return name.split(/[\\/]/, 1)[0] ?? ''
}

function kindsOf(answers: ReadonlySet<string>): string {
  return [...new Set([...answers].map(kindOf))].join(', ')
}
