import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { buildDemo, DEMO_DATE } from '#scripts/demo/build.ts'

const read = (path: string) => readFileSync(new URL(`../../data/${path}`, import.meta.url), 'utf8')
const table = (path: string) => Papa.parse<Record<string, string>>(read(path), { header: true, skipEmptyLines: true })

const { defects } = buildDemo()
const spoiled = new Set(defects.lieux.map(({ row }) => row))
const spoiledStructures = new Set(defects.structures.map(({ row }) => row))
const lieux = table(`demo/lieux-demonstration-${DEMO_DATE}.csv`).data
const structures = table(`demo/structures-demonstration-${DEMO_DATE}.csv`).data
const sound = lieux.filter((row) => !spoiled.has(row.id ?? ''))
const soundStructures = structures.filter((_, i) => !spoiledStructures.has(String(i)))
const communes = new Map(table('referentiel/communes.csv').data.map((row) => [row.code ?? '', row]))
const cells = (rows: Record<string, string>[], column: string) =>
  rows.flatMap((row) => row[column]?.split('|').filter(Boolean) ?? [])

function passesLuhn(digits: string): boolean {
  const doubled = [...digits].map((digit, i) => Number(digit) * ((digits.length - i) % 2 === 0 ? 2 : 1))
  return doubled.reduce((sum, value) => sum + Math.floor(value / 10) + (value % 10), 0) % 10 === 0
}

describe('everything is invented', () => {
  test('every phone that is a number lies in a range kept for fiction', () => {
    const phones = sound.map((row) => row.telephone ?? '').filter(Boolean)
    expect(phones.length).toBeGreaterThan(1500)
    expect(phones.filter((phone) => !/^\+33(19900|26191|35301|46571|53649)\d{4}$/.test(phone))).toEqual([])
  })

  test('no text of a defect is a phone number that could ring', () => {
    const odd = lieux.filter((row) => spoiled.has(row.id ?? '') && row.telephone)
    expect(
      odd.filter(
        ({ telephone = '' }) =>
          telephone.length > 5 &&
          /^\+?\d+$/.test(telephone) &&
          !/^\+33(19900|26191|35301|46571|53649)\d{4}$/.test(telephone),
      ),
    ).toEqual([])
  })

  test('no place overseas has a phone', () => {
    const overseas = lieux.filter((row) => row.code_insee?.startsWith('97'))
    expect(overseas.length).toBeGreaterThan(50)
    expect(overseas.filter((row) => row.telephone)).toEqual([])
  })

  test('every e-mail and every address on the web is under .example or example.org', () => {
    const mails = cells(lieux, 'courriels')
    const sites = ['site_web', 'fiche_acces_libre', 'prise_rdv'].flatMap((column) => cells(lieux, column))
    expect(Math.min(mails.length, sites.length)).toBeGreaterThan(500)
    expect(mails.filter((mail) => !/^[a-z-]+@[a-z0-9-]+\.example(\.org)?$/.test(mail))).toEqual([])
    expect(sites.filter((site) => !/\.example(\.org)?$/.test(new URL(site).hostname))).toEqual([])
  })

  test('every SIRET passes Luhn and starts with a prefix that nobody has', () => {
    const sirets = [...soundStructures.map((row) => row.SIRET ?? ''), ...lieux.map((row) => row.pivot ?? '')]
    const known = sirets.filter((siret) => siret !== '00000000000000')
    expect(known.filter((siret) => !/^999\d{11}$/.test(siret) || !passesLuhn(siret))).toEqual([])
    expect(known.filter((siret) => !passesLuhn(siret.slice(0, 9)))).toEqual([])
  })

  test('one SIRET has one name, one SIREN one employer', () => {
    const names = new Map<string, string>()
    for (const row of soundStructures) {
      const siren = row.SIRET?.slice(0, 9) ?? ''
      expect(names.get(siren) ?? row['Raison sociale']).toBe(row['Raison sociale'])
      names.set(siren, row['Raison sociale'] ?? '')
    }
  })
})

describe('territory', () => {
  test('every place stands in a known commune, under its name and one of its postcodes', () => {
    const astray = sound.filter((row) => {
      const commune = communes.get(row.code_insee ?? '')
      return commune?.nom !== row.commune || !commune?.codes_postaux?.split('|').includes(row.code_postal ?? '')
    })
    expect(astray).toEqual([])
  })

  test('every employer sits in a known commune of the department of its row', () => {
    const astray = soundStructures.filter((row) => {
      const commune = communes.get(row['Code commune INSEE'] ?? '')
      return commune?.nom !== row['Commune INSEE'] || commune?.departement !== row['Code département']
    })
    expect(astray).toEqual([])
  })

  test('a place is within 3 km of the centre of its commune, and has no position where the centre is unknown', () => {
    for (const row of sound) {
      const centre = communes.get(row.code_insee ?? '')
      expect(row.latitude === '', row.nom).toBe(centre?.latitude === '')
      if (!row.latitude) continue
      const north = (Number(row.latitude) - Number(centre?.latitude)) * 111.2
      const parallel = Math.cos((Number(row.latitude) * Math.PI) / 180)
      const east = (Number(row.longitude) - Number(centre?.longitude)) * 111.2 * parallel
      expect(Math.hypot(north, east), row.nom).toBeLessThan(3)
    }
  })
})
