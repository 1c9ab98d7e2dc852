import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import type { Db } from '#db/connect.server.ts'
import { all, realFile } from '../files.ts'

// The published files read a second way: nothing here counts as the application does.

export const POSTES_2021 = 'conum-structures-2021.csv'
export const POSTES_2023 = 'conum-structures-2023-04-05.csv'
const FRR = 'frr-communes-2025-07.csv'
const COMMUNES = 'geo-api-communes.json'

/** A row of a file of posts: a SIRET has 14 figures, no department means Saint-Martin. */
export type LigneBrute = {
  siret: string
  departement: string
  commune: string
  codePostal: string
  postes: number
  prive: boolean
}

export function postesBruts(name: string): LigneBrute[] {
  return rows(name).map((row) => {
    const departement = (row['Code département'] ?? '').padStart(2, '0')
    return {
      siret: (row.SIRET ?? '').padStart(14, '0'),
      departement: departement === '00' ? '978' : departement,
      commune: (row['Code commune INSEE'] ?? '').padStart(5, '0'),
      codePostal: (row['Code postal'] ?? '').padStart(5, '0'),
      postes: Number(row['Nombre de conseillers validés par le COSELEC']),
      prive: row.Type === 'privée',
    }
  })
}

/** The FRR class of a commune as published, "Non classée" included. */
export function frrBrut(): Map<string, string> {
  return new Map(rows(FRR).map((row) => [row.Code_insee ?? '', String(Object.values(row)[3])]))
}

function rows(name: string): Record<string, string>[] {
  const text = readFileSync(realFile(name), 'utf8')
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data
}

export type Point = { lat: number; lon: number }
export type CommuneBrute = { code: string; departement: string; population: number; centre: Point | null }

/**
 * The communes as published, without the two uninhabited territories. Some hundred have no centre there: `centres` are
 * those known otherwise, by code.
 */
export function communesBrutes(centres: ReadonlyMap<string, Point>): CommuneBrute[] {
  type Publie = { code: string; population?: number; centre?: { coordinates: [number, number] } }
  const published = JSON.parse(readFileSync(realFile(COMMUNES), 'utf8')) as Publie[]
  return published
    .filter(({ code }) => !/^98[49]/.test(code))
    .map(({ code, population = 0, centre }) => {
      const point = centre && { lon: centre.coordinates[0], lat: centre.coordinates[1] }
      return {
        code,
        departement: code.slice(0, /^9[78]/.test(code) ? 3 : 2),
        population,
        centre: point ?? centres.get(code) ?? null,
      }
    })
}

type Vecteur = readonly [number, number, number]
const vecteur = ({ lat, lon }: Point): Vecteur => {
  const [phi, lambda] = [(lat * Math.PI) / 180, (lon * Math.PI) / 180]
  return [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)]
}

/** Kilometres on the sphere of mean radius from the chord between the two points, to the metre. */
function kmEntre(a: Vecteur, b: Vecteur): number {
  const chord = Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])
  return Math.round(2 * 6371.0088 * Math.asin(chord / 2) * 1000) / 1000
}

/** The communes that have a place within 10 km, each measured against every place up to 11 km north or south. */
export function communesA10Km(communes: readonly CommuneBrute[], places: readonly Point[]): CommuneBrute[] {
  const bande = (lat: number) => Math.floor(lat * 10)
  const bandes = new Map<number, Vecteur[]>()
  for (const place of places) {
    const rang = bande(place.lat)
    bandes.set(rang, [...(bandes.get(rang) ?? []), vecteur(place)])
  }
  return communes.filter(({ centre }) => {
    if (centre === null) return false
    const [ici, rang] = [vecteur(centre), bande(centre.lat)]
    const near = [rang - 1, rang, rang + 1].flatMap((one) => bandes.get(one) ?? [])
    return near.some((place) => kmEntre(ici, place) <= 10)
  })
}

export function sumOf<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0)
}

/** The centres of the database, by plain SQL. */
export function centresOf(db: Db): Map<string, Point> {
  const known = all<Point & { code: string }>(db, 'select code, lat, lon from commune where lat is not null')
  return new Map(known.map(({ code, ...centre }) => [code, centre]))
}
