import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { estimateRuralite } from '#app/domain/vocabulary.ts'
import { buildDemo, DEMO_COUNTS, DEMO_DATE, demoFiles } from '#scripts/demo/build.ts'
import { DEPARTEMENT_SHARES, PLACE_SHARES, PRESENT, SEAT_SHARES } from '#scripts/demo/shares.ts'

const POSTES = 'Nombre de conseillers validés par le COSELEC'
const VALIDATION = 'Date de validation en comité de sélection'

const read = (path: string) => readFileSync(new URL(`../../data/${path}`, import.meta.url), 'utf8')
const table = (path: string) => Papa.parse<Record<string, string>>(read(path), { header: true, skipEmptyLines: true })

const { defects } = buildDemo()
const spoiled = new Set(defects.lieux.map(({ row }) => row))
const spoiledStructures = new Set(defects.structures.map(({ row }) => row))
const lieux = table(`demo/lieux-demonstration-${DEMO_DATE}.csv`).data
const structures = table(`demo/structures-demonstration-${DEMO_DATE}.csv`).data
const sound = lieux.filter((row) => !spoiled.has(row.id ?? ''))
const soundStructures = structures.filter((_, i) => !spoiledStructures.has(String(i)))
const conseillers = lieux.filter((row) => row.dispositif_programmes_nationaux?.includes('Conseillers numériques'))
const communes = new Map(table('referentiel/communes.csv').data.map((row) => [row.code ?? '', row]))
const share = (part: unknown[], whole: unknown[]) => part.length / whole.length

test('building again gives the same bytes as the committed files', () => {
  const files = demoFiles(buildDemo())
  for (const [name, text] of Object.entries(files)) expect(text === read(`demo/${name}`), name).toBe(true)
})

describe('counts', () => {
  test('there are 2,700 places of conseillers, 6 of them twice, and 60 of other networks', () => {
    expect(conseillers).toHaveLength(2706)
    expect(lieux).toHaveLength(2766)
    const addresses = conseillers.map((row) => `${row.nom?.toLowerCase()}/${row.adresse}/${row.code_insee}`)
    expect(new Set(addresses).size).toBe(DEMO_COUNTS.lieux)
    expect(new Set(lieux.map((row) => row.id)).size).toBe(lieux.length)
  })

  test('there are 2,850 rows of employers and about 4,000 posts', () => {
    expect(structures).toHaveLength(2850)
    const postes = structures.reduce((sum, row) => sum + Number(row[POSTES]), 0)
    expect(Math.abs(postes - 4000)).toBeLessThan(20)
    expect(structures.every((row) => /^[1-9]\d?$/.test(row[POSTES] ?? ''))).toBe(true)
  })

  test('every department has about the share of places that was measured', () => {
    for (const { code, lieux: perMille } of DEPARTEMENT_SHARES) {
      const count = conseillers.filter((row) => communes.get(row.code_insee ?? '')?.departement === code).length
      // One duplicate or old commune code more or less, and what rounding leaves.
      expect(Math.abs(count - (2700 * perMille) / 1000), code).toBeLessThan(4)
    }
  })

  test('Corsica and the five overseas departments have places and posts', () => {
    for (const code of ['2A', '2B', '971', '972', '973', '974', '976']) {
      expect(
        conseillers.some((row) => communes.get(row.code_insee ?? '')?.departement === code),
        code,
      ).toBe(true)
      expect(
        structures.some((row) => row['Code département'] === code),
        code,
      ).toBe(true)
    }
  })
})

describe('proportions', () => {
  const classOf = (code: string | undefined) => estimateRuralite(Number(communes.get(code ?? '')?.population))

  test.each(['rural', 'intermediaire', 'urbain'] as const)(
    'the class %s has its share of places and of seats',
    (name) => {
      const places = sound.filter((row) => classOf(row.code_insee) === name)
      const seats = soundStructures.filter((row) => classOf(row['Code commune INSEE']) === name)
      expect(Math.abs(share(places, sound) - PLACE_SHARES[name])).toBeLessThan(0.035)
      expect(Math.abs(share(seats, soundStructures) - SEAT_SHARES[name])).toBeLessThan(0.035)
    },
  )

  test.each([
    ['horaires', PRESENT.horaires],
    ['telephone', PRESENT.telephone],
    ['courriels', PRESENT.courriels],
    ['site_web', PRESENT.siteWeb],
  ])('%s is present as often as in the real file', (column, expected) => {
    expect(
      Math.abs(
        share(
          conseillers.filter((row) => row[column]),
          conseillers,
        ) - expected,
      ),
    ).toBeLessThan(0.025)
  })

  test('about 70 % of employers have a place with their SIRET, some only with their SIREN, some none', () => {
    const sirets = [...new Set(soundStructures.map((row) => row.SIRET ?? ''))]
    const pivots = new Set(conseillers.map((row) => row.pivot))
    const sirens = new Set(conseillers.map((row) => row.pivot?.slice(0, 9)))
    const same = sirets.filter((siret) => pivots.has(siret))
    const near = sirets.filter((siret) => !pivots.has(siret) && sirens.has(siret.slice(0, 9)))
    expect(Math.abs(share(same, sirets) - 0.7)).toBeLessThan(0.03)
    expect(share(near, sirets)).toBeGreaterThan(0.04)
    expect(same.length + near.length).toBeLessThan(sirets.length * 0.85)
  })

  test('most updates are under six months old, the oldest thirty', () => {
    const months = (row: Record<string, string>) =>
      (Date.parse(DEMO_DATE) - Date.parse(row.date_maj ?? '')) / (86_400_000 * 30.4375)
    expect(
      share(
        lieux.filter((row) => months(row) < 6),
        lieux,
      ),
    ).toBeGreaterThan(0.6)
    expect(lieux.some((row) => months(row) > 24)).toBe(true)
    expect(lieux.every((row) => months(row) > 0 && months(row) <= 30)).toBe(true)
  })

  test('every validation date is a Wednesday before the date of the file', () => {
    for (const row of structures) {
      const [day, month, year] = (row[VALIDATION] ?? '').split('/')
      const date = new Date(`${year}-${month}-${day}T00:00:00Z`)
      expect(date.getUTCDay()).toBe(3)
      expect(date.getTime()).toBeLessThan(Date.parse(DEMO_DATE))
    }
  })
})
