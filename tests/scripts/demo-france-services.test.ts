import { existsSync, readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { DEMO_DATE } from '#scripts/demo/build.ts'

const read = (path: string) => readFileSync(new URL(`../../data/${path}`, import.meta.url), 'utf8')
const table = (text: string) => Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true })

const { data: rows, meta } = table(read(`demo/lieux-france-services-demonstration-${DEMO_DATE}.csv`))
const communes = new Map(table(read('referentiel/communes.csv')).data.map((row) => [row.code, row]))
const real = new URL('../../../shared/data/france-services-2024-08-01.csv', import.meta.url)

test('there are 300, each in a known commune of its own, near its centre', () => {
  expect(rows).toHaveLength(300)
  expect(new Set(rows.map((row) => row.insee_com)).size).toBe(300)
  expect(new Set(rows.map((row) => row.id_fs)).size).toBe(300)
  for (const row of rows) {
    const commune = communes.get(row.insee_com ?? '')
    expect([row.lib_com, row.insee_dep]).toEqual([commune?.nom, commune?.departement])
    expect(Math.abs(Number(row.latitude) - Number(commune?.latitude))).toBeLessThan(0.03)
  }
})

test('names, phones and e-mails are invented, and no phone is overseas', () => {
  const invented = /\(exemple\)$|^(Bus )?France services (du|de|des|d’)/
  expect(rows.filter((row) => !invented.test(row.lib_fs ?? ''))).toEqual([])
  const real = rows.filter((row) => row.lib_fs?.includes(row.lib_com ?? '') && !row.lib_fs.endsWith('(exemple)'))
  expect(real).toEqual([])
  const phones = rows.map((row) => row.telephone?.replaceAll(' ', '') ?? '').filter(Boolean)
  expect(phones.length).toBeGreaterThan(250)
  expect(phones.filter((phone) => !/^0(19900|26191|35301|46571|53649)\d{4}$/.test(phone))).toEqual([])
  expect(rows.filter((row) => row.insee_com?.startsWith('97') && row.telephone)).toEqual([])
  expect(rows.filter((row) => !/^[a-z-]+@[a-z0-9-]+\.example(\.org)?$/.test(row.mail ?? ''))).toEqual([])
})

test.skipIf(!existsSync(real))('the columns and the closed values are those of the official list', () => {
  const official = table(readFileSync(real, 'utf8'))
  expect(meta.fields).toEqual(official.meta.fields)
  for (const column of ['format_fs', 'type_fs', 'prise_rdv']) {
    const known = new Set(official.data.map((row) => row[column]))
    expect([...new Set(rows.map((row) => row[column]))].filter((value) => !known.has(value))).toEqual([])
  }
})
