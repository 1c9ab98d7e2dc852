import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { estimateRuralite } from '#app/domain/vocabulary.ts'
import { type Classe, PLACE_SHARES, SEAT_SHARES } from '#scripts/demo/shares.ts'

export type CommuneDemo = {
  code: string
  nom: string
  departement: string
  region: string
  epci: string
  codesPostaux: string[]
  anciensCodes: string[]
  population: number
  centre: { latitude: number; longitude: number } | null
  ruralite: Classe
}

export type Departement = { code: string; nom: string; region: string; communes: CommuneDemo[] }

export type Territory = {
  communes: Map<string, CommuneDemo>
  departements: Map<string, Departement>
  regions: Map<string, string>
  epci: Map<string, { code: string; nom: string; communes: CommuneDemo[] }>
}

type CommuneRow = Record<string, string>

function readTable(name: string): CommuneRow[] {
  const text = readFileSync(new URL(`../../data/referentiel/${name}`, import.meta.url), 'utf8')
  return Papa.parse<CommuneRow>(text, { header: true, skipEmptyLines: true }).data
}

function toCommune(row: CommuneRow): CommuneDemo {
  const list = (cell: string | undefined) => cell?.split('|').filter(Boolean) ?? []
  const population = Number(row.population)
  return {
    code: row.code ?? '',
    nom: row.nom ?? '',
    departement: row.departement ?? '',
    region: row.region ?? '',
    epci: row.epci ?? '',
    codesPostaux: list(row.codes_postaux),
    anciensCodes: list(row.anciens_codes),
    population,
    centre: row.latitude ? { latitude: Number(row.latitude), longitude: Number(row.longitude) } : null,
    // The estimate always answers: every commune kept has a population.
    ruralite: estimateRuralite(population) as Classe,
  }
}

function groupBy<T>(items: T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}

/** The communes that can receive a place (inhabited, with a postcode) and what they belong to. */
export function readTerritory(): Territory {
  const communes = readTable('communes.csv')
    .map(toCommune)
    .filter(({ population, codesPostaux }) => population > 0 && codesPostaux.length > 0)
  const byDepartement = groupBy(communes, ({ departement }) => departement)
  const byEpci = groupBy(communes, ({ epci }) => epci)
  const departements = readTable('departements.csv').map(
    ({ code = '', nom = '', region = '' }): [string, Departement] => [
      code,
      { code, nom, region, communes: byDepartement.get(code) ?? [] },
    ],
  )
  return {
    communes: new Map(communes.map((commune) => [commune.code, commune])),
    departements: new Map(departements),
    regions: new Map(readTable('regions.csv').map(({ code = '', nom = '' }) => [code, nom])),
    epci: new Map(
      readTable('epci.csv').map(({ code = '', nom = '' }) => [code, { code, nom, communes: byEpci.get(code) ?? [] }]),
    ),
  }
}

// Share of each class if seats, or places, followed the population within each department: what the weights divide by.
const EXPECTED_SEATS: Record<Classe, number> = { rural: 0.355, intermediaire: 0.297, urbain: 0.348 }
const EXPECTED_PLACES: Record<Classe, number> = { rural: 0.39, intermediaire: 0.298, urbain: 0.312 }
// Among rural communes the larger ones have the places: a quarter of them are in communes above 2,000 inhabitants.
const RURAL_TILT = 0.35
const RURAL_MEAN = 1200

type Shares = Record<Classe, number>

function weigh(wanted: Shares, expected: Shares, { population, ruralite }: CommuneDemo): number {
  const tilt = ruralite === 'rural' ? (population / RURAL_MEAN) ** RURAL_TILT : 1
  return (population * tilt * wanted[ruralite]) / expected[ruralite]
}

/** How likely a commune is to hold the seat of an employer. */
export function seatWeight(commune: CommuneDemo): number {
  return weigh(SEAT_SHARES, EXPECTED_SEATS, commune)
}

/** How likely a commune is to hold a place. */
export function placeWeight(commune: CommuneDemo): number {
  return weigh(PLACE_SHARES, EXPECTED_PLACES, commune)
}
