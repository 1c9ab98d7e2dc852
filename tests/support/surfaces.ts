import { readFileSync } from 'node:fs'

/** A figure of each department with many values, none for three territories: its area in km², as the reference gives it. */
export function surfaces(): Record<string, number | null> {
  return Object.fromEntries(rows().map(([code, , , surface]) => [code, surface === '' ? null : Number(surface)]))
}

/** The same added up by region. */
export function surfacesByRegion(): Record<string, number | null> {
  const sums: Record<string, number | null> = {}
  for (const [, , region = '', surface = ''] of rows()) {
    sums[region] = surface === '' ? null : (sums[region] ?? 0) + Number(surface)
  }
  return sums
}

function rows(): string[][] {
  const text = readFileSync(new URL('../../data/referentiel/departements.csv', import.meta.url), 'utf8')
  return text
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(','))
}
