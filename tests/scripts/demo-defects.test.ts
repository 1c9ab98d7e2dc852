import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { CHAMPS } from '#app/domain/lieu/champs.ts'
import { buildDemo, DEMO_DATE } from '#scripts/demo/build.ts'

const read = (path: string) => readFileSync(new URL(`../../data/${path}`, import.meta.url), 'utf8')
const table = (path: string) => Papa.parse<Record<string, string>>(read(path), { header: true, skipEmptyLines: true })

const { defects, structures } = buildDemo()
const lieux = table(`demo/lieux-demonstration-${DEMO_DATE}.csv`).data
const communes = new Map(table('referentiel/communes.csv').data.map((row) => [row.code ?? '', row]))
const cells = (rows: Record<string, string>[], column: string) =>
  rows.flatMap((row) => row[column]?.split('|').filter(Boolean) ?? [])
const share = (part: unknown[], whole: unknown[]) => part.length / whole.length

describe('defects', () => {
  test.each([
    ['commune en capitales', (row) => row.commune === row.commune?.toUpperCase()],
    ['code postal sans zéro', (row) => /^\d{4}$/.test(row.code_postal ?? '')],
    ['coordonnées lointaines', (row) => Number(row.latitude) > 52],
    [
      'coordonnées inversées',
      (row) => Math.abs(Number(row.longitude)) > Math.abs(Number(row.latitude)) || Number(row.longitude) < 0,
    ],
    ['téléphone illisible', (row) => !/^\+33\d{9}$/.test(row.telephone ?? '')],
    ['ancien code commune', (row) => !communes.has(row.code_insee ?? '')],
    [
      'service inconnu',
      (row) => cells([row], 'services').some((word) => !(CHAMPS.service.values as readonly string[]).includes(word)),
    ],
    ['horaires illisibles', (row) => /^(\d|le )/.test(row.horaires ?? '')],
    [
      'lieu en double',
      (row) => lieux.filter((one) => one.adresse === row.adresse && one.code_insee === row.code_insee).length > 1,
    ],
  ] satisfies [string, (row: Record<string, string>) => boolean][])('there are places with: %s', (name, shows) => {
    const ids = new Set(defects.lieux.filter((defect) => defect.name === name).map(({ row }) => row))
    const rows = lieux.filter((row) => ids.has(row.id ?? ''))
    expect(rows.length).toBeGreaterThanOrEqual(5)
    expect(rows.length).toBe(ids.size)
    expect(rows.filter((row) => !shows(row))).toEqual([])
  })

  test('about 2 % of the rows are wrong on purpose', () => {
    expect(Math.abs(share(defects.lieux, lieux) - 0.02)).toBeLessThan(0.005)
    expect(Math.abs(share(defects.structures, structures) - 0.02)).toBeLessThan(0.006)
  })
})
