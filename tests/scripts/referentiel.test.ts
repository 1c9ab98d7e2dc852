import { readFileSync } from 'node:fs'
import { geoArea, geoBounds } from 'd3-geo'
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { buildReferentiel } from '#scripts/referentiel/build.ts'
import { readPackages } from '#scripts/referentiel/packages.ts'

const folder = new URL('../../data/referentiel/', import.meta.url)
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8')
const table = (name: string) =>
  Papa.parse<Record<string, string>>(read(name), { header: true, skipEmptyLines: true }).data

const packages = readPackages()
const actual = packages.communes.filter((commune) => commune.type === 'commune-actuelle')
const communes = table('communes.csv')
const departements = table('departements.csv')
const outlines: FeatureCollection<Polygon | MultiPolygon, { code: string; nom: string }> = JSON.parse(
  read('departements.geojson'),
)
const byCode = new Map(communes.map((row) => [row.code ?? '', row]))
const commune = (code: string) => byCode.get(code)

test('building again gives the same bytes as the committed files', () => {
  const built = buildReferentiel(packages)
  for (const [name, text] of Object.entries(built)) expect(text === read(name), name).toBe(true)
  expect(Object.keys(built)).toHaveLength(10)
})

test('every current commune of the package is there once, in the order of codes', () => {
  expect(communes.map((row) => row.code)).toEqual(actual.map(({ code }) => code).toSorted())
  expect(new Set(communes.map((row) => row.code)).size).toBe(communes.length)
})

test('municipal arrondissements are not communes', () => {
  const arrondissements = packages.communes.filter(({ type }) => type === 'arrondissement-municipal')
  expect(arrondissements).toHaveLength(45)
  for (const { code } of arrondissements) expect(commune(code), code).toBeUndefined()
})

test('an old code leads to the commune that absorbed it, and to no other', () => {
  expect(commune('93066')?.anciens_codes?.split('|')).toContain('93059')
  const old = communes.flatMap((row) => row.anciens_codes?.split('|').filter(Boolean) ?? [])
  expect(new Set(old).size).toBe(old.length)
  expect(old.filter((code) => commune(code))).toEqual([])
  const merged = packages.communes.filter(({ type }) => type === 'commune-associee' || type === 'commune-deleguee')
  const known = new Set([...old, ...communes.map((row) => row.code)])
  expect(merged.filter(({ code }) => !known.has(code))).toEqual([])
})

test.each([
  ['2A004', '2A', '94'],
  ['2B033', '2B', '94'],
  ['97701', '977', '977'],
  ['97411', '974', '04'],
  ['98818', '988', '988'],
  ['01004', '01', '84'],
])('commune %s lies in department %s and region %s', (code, departement, region) => {
  expect(commune(code)).toMatchObject({ departement, region })
})

test('every inhabited commune has a listed department, region and EPCI', () => {
  const codes = (name: string) => new Set(table(name).map((row) => row.code))
  const known = { departement: codes('departements.csv'), region: codes('regions.csv'), epci: codes('epci.csv') }
  const inhabited = communes.filter((row) => row.population !== '')
  expect(inhabited.filter((row) => !known.departement.has(row.departement))).toEqual([])
  expect(inhabited.filter((row) => !known.region.has(row.region))).toEqual([])
  expect(inhabited.filter((row) => row.epci !== '' && !known.epci.has(row.epci))).toEqual([])
})

test('an EPCI lies in a department of one of its members', () => {
  const membres = new Map(packages.epci.map((epci) => [epci.code, epci.membres.map(({ code }) => code)]))
  const epci = table('epci.csv')
  expect(epci).toHaveLength(packages.epci.length)
  const astray = epci.filter(
    (row) => !membres.get(row.code ?? '')?.some((code) => code.startsWith(row.departement ?? '-')),
  )
  expect(astray).toEqual([])
})

test('at least 8,500 communes have a centre, Paris, Lyon, Marseille and Mamoudzou among them', () => {
  const centred = communes.filter((row) => row.precision === 'geonames')
  expect(centred.length).toBeGreaterThanOrEqual(8500)
  expect(centred.every((row) => row.latitude !== '' && row.longitude !== '')).toBe(true)
  expect(communes.filter((row) => row.precision === '' && row.latitude !== '')).toEqual([])
  const decimals = centred.flatMap((row) => [row.latitude, row.longitude].map((x) => x?.split('.')[1]?.length ?? 0))
  expect(Math.max(...decimals)).toBeLessThanOrEqual(5)
  for (const [code, latitude, longitude] of [
    ['75056', 48.86, 2.35],
    ['69123', 45.76, 4.84],
    ['13055', 43.3, 5.37],
    ['97611', -12.78, 45.23],
  ] as const) {
    expect(Math.abs(Number(commune(code)?.latitude) - latitude), code).toBeLessThan(0.05)
    expect(Math.abs(Number(commune(code)?.longitude) - longitude), code).toBeLessThan(0.05)
  }
})

test('the 96 metropolitan and 5 overseas departments have an outline of less than a hemisphere', () => {
  const codes = outlines.features.map((feature) => feature.properties.code)
  const expected = packages.departements.filter(({ zone }) => zone !== 'com').map(({ code }) => code)
  expect(expected).toHaveLength(101)
  expect(codes).toEqual(expect.arrayContaining(expected))
  expect(codes).toEqual(codes.toSorted())
  expect(new Set(codes).size).toBe(codes.length)
  for (const feature of outlines.features) {
    expect(feature.id).toBe(feature.properties.code)
    expect(geoArea(feature), feature.properties.nom).toBeLessThan(2 * Math.PI)
  }
  expect(Buffer.byteLength(read('departements.geojson'))).toBeLessThanOrEqual(150_000)
})

test('two neighbours share the points of their border', () => {
  const points = (code: string) => {
    const feature = outlines.features.find(({ id }) => id === code)
    return new Set(feature?.geometry.coordinates.flat(feature.geometry.type === 'Polygon' ? 1 : 2).map(String))
  }
  for (const [a, b] of [
    ['75', '92'],
    ['35', '44'],
    ['2A', '2B'],
    ['01', '73'],
  ] as const) {
    const other = points(b)
    expect([...points(a)].filter((point) => other.has(point)).length, `${a}-${b}`).toBeGreaterThan(2)
  }
})

test('the departments add up to the surface of France, within the coarseness of the outlines', () => {
  const sum = (rows: Record<string, string>[]) => rows.reduce((total, row) => total + Number(row.surface_km2), 0)
  const metropolitan = departements.filter((row) => (row.code ?? '').length === 2)
  expect(metropolitan).toHaveLength(96)
  // INSEE, geographical surface of metropolitan France: 543,940 km² (IGN), 551,500 km² by the land register.
  expect(Math.abs(sum(metropolitan) / 547_700 - 1)).toBeLessThan(0.01)
  expect(
    departements.filter((row) => ['986', '987', '988'].includes(row.code ?? '')).every((r) => r.surface_km2 === ''),
  ).toBe(true)
})

test('every centre lies within 10 km of the box of its department outline', () => {
  const boxes = new Map(outlines.features.map((feature) => [feature.properties.code, geoBounds(feature)]))
  const astray = communes.filter((row) => {
    const box = row.latitude ? boxes.get(row.departement ?? '') : undefined
    if (!box) return false
    const [lat, lon] = [Number(row.latitude), Number(row.longitude)]
    const [[west, south], [east, north]] = box
    const tenKm = 10 / 111.2
    const wide = tenKm / Math.cos((lat * Math.PI) / 180)
    return lat < south - tenKm || lat > north + tenKm || lon < west - wide || lon > east + wide
  })
  expect(astray.map((row) => row.code)).toEqual([])
})

test('every former commune of the package leads to a commune of today, unless that one bears its name', () => {
  const rows = table('anciennes.csv')
  const known = new Set(rows.map(({ nom, commune }) => `${commune} ${nom}`))
  const today = new Map(communes.flatMap((row) => (row.anciens_codes ?? '').split('|').map((old) => [old, row.code])))
  const former = packages.communes.filter(({ type }) => type === 'commune-deleguee' || type === 'commune-associee')
  const lost = former.filter(({ nom, chefLieu = '' }) => {
    const code = byCode.has(chefLieu) ? chefLieu : (today.get(chefLieu) ?? '')
    const plain = (text?: string) =>
      text
        ?.normalize('NFD')
        .replace(/[^a-z]/gi, '')
        .toLowerCase()
    return !known.has(`${code} ${nom}`) && plain(commune(code)?.nom) !== plain(nom)
  })
  expect(lost.map(({ nom }) => nom)).toEqual([])
  expect(rows.filter((row) => !byCode.has(row.commune ?? ''))).toEqual([])
  expect(rows.find(({ nom }) => nom === 'Châlons-sur-Marne')?.commune).toBe('51108')
})

test('every code that a commune took over is known by the name that went with it', () => {
  const plain = (text = '') =>
    text
      .normalize('NFD')
      .replace(/[^a-z]/gi, '')
      .toLowerCase()
  const leads = new Set(table('anciennes.csv').map(({ nom, commune: code }) => `${code} ${plain(nom)}`))
  for (const { code, nom } of communes) leads.add(`${code} ${plain(nom)}`)
  const names = new Map(packages.historique.filter(({ type }) => type === 'COM').map((one) => [one.code, one.nom]))
  const old = communes.flatMap((row) => {
    const codes = row.anciens_codes?.split('|').filter(Boolean) ?? []
    // Three codes are younger than the list.
    return codes.flatMap((code) => (names.has(code) ? [{ nom: names.get(code), today: row.code }] : []))
  })
  expect(old.length).toBeGreaterThan(4000)
  // "St" is written in full in some lists, and "œ" in two letters.
  const lost = old.filter(({ nom, today }) => !leads.has(`${today} ${plain(nom)}`) && !/\bst|œ/i.test(nom ?? ''))
  expect(lost).toEqual([])
  expect(leads.has('60057 voisinlieu')).toBe(true)
})

test('the 45 arrondissements have postcodes of their own, and a centre within 9 km of that of their city', () => {
  const rows = table('arrondissements.csv')
  expect(rows).toHaveLength(45)
  const postaux = rows.flatMap(({ codes_postaux }) => codes_postaux?.split('|') ?? [])
  expect(postaux).toHaveLength(46)
  expect(new Set(postaux).size).toBe(46)
  for (const { nom, commune: code, latitude, longitude } of rows) {
    const [lat, lon] = [Number(commune(code ?? '')?.latitude), Number(commune(code ?? '')?.longitude)]
    const north = (Number(latitude) - lat) * 111.2
    const east = (Number(longitude) - lon) * 111.2 * Math.cos((lat * Math.PI) / 180)
    expect(Math.hypot(north, east), nom).toBeLessThan(9)
  }
})
