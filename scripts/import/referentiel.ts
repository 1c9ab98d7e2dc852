import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Papa from 'papaparse'
import { present } from '#app/domain/absent.ts'
import { departementOfCommune } from '#app/domain/codes.ts'
import type { Kind } from '#app/domain/vocabulary.ts'
import { buildContours } from './contours.ts'
import { foldHeader } from './kinds.ts'
import { openTable, type Table } from './read-file.ts'
import {
  buildTerritoire,
  type Commune,
  classRuralite,
  type Departement,
  type Grille,
  type Territoire,
} from './territoire.ts'
import { Unreadable } from './unreadable.ts'

const FOLDER = fileURLToPath(new URL('../../data/referentiel', import.meta.url))

/** Above this number of rows a communes file is the whole country: communes that it lacks exist no more. */
const NATIONAL_COMMUNES = 30_000

/** Files of the reference kinds that complete data/referentiel, as paths; each may be absent. */
export type ReferenceFiles = { communes?: string; densite?: string; frr?: string }

export type Region = { code: string; nom: string }

/** The territory with its regions; `ruraliteEstimee` says that no grid was given. `read` gives the rows and the header of each file read. */
export type Referentiel = {
  territoire: Territoire
  regions: Region[]
  ruraliteEstimee: boolean
  read: Map<string, { rows: number; header: string[] }>
}

/**
 * Reads data/referentiel, then the files given: exact centres, surfaces and populations (communes),
 * density levels (densite), FRR classes (frr). Throws `Unreadable` when a file does not fit its kind.
 */
export async function loadReferentiel(files: ReferenceFiles, onBytes?: (bytes: number) => void): Promise<Referentiel> {
  const read: Referentiel['read'] = new Map()
  const reading = { read, onBytes }
  const departements = readTable('departements.csv').map(toDepartement)
  const codes = new Set(departements.map((one) => one.code))
  // 984 and 989 (southern lands, Clipperton) are no departments, and nobody lives there.
  const embedded = readTable('communes.csv')
    .map(toCommune)
    .filter((one) => codes.has(one.departement))
  const given = files.communes
    ? (await readCommunes(files.communes, reading)).filter((one) => codes.has(one.departement ?? ''))
    : []
  const grille = files.densite ? await readGrille(files.densite, reading) : null
  const frr = files.frr ? await readFrr(files.frr, reading) : null
  const communes = mergeCommunes(embedded, given).map((commune) => ({
    ...commune,
    ...classRuralite(commune, grille),
    frr: frr?.get(commune.code) ?? null,
  }))
  const regions = readTable('regions.csv').map(({ code, nom }) => ({ code: code ?? '', nom: nom ?? '' }))
  const contours = buildContours(JSON.parse(readFileSync(join(FOLDER, 'departements.geojson'), 'utf8')))
  return {
    territoire: buildTerritoire(communes, departements, contours),
    regions,
    ruraliteEstimee: grille === null,
    read,
  }
}

function readTable(name: string): Record<string, string>[] {
  const text = readFileSync(join(FOLDER, name), 'utf8')
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data
}

function toDepartement(row: Record<string, string>): Departement {
  return {
    code: row.code ?? '',
    nom: row.nom ?? '',
    region: row.region || null,
    surfaceKm2: Number(row.surface_km2) || null,
  }
}

function toCommune(row: Record<string, string>): Commune {
  return {
    code: row.code ?? '',
    nom: row.nom ?? '',
    departement: row.departement ?? '',
    region: row.region || null,
    epci: row.epci || null,
    codesPostaux: row.codes_postaux ? row.codes_postaux.split('|') : [],
    population: Number(row.population) || 0,
    anciensCodes: row.anciens_codes ? row.anciens_codes.split('|') : [],
    centre: row.latitude ? { lat: Number(row.latitude), lon: Number(row.longitude) } : null,
    surfaceKm2: null,
    densite: null,
    ruralite: 'inconnue',
    ruraliteEstimee: false,
    frr: null,
  }
}

/** What the file says wins; old codes, which it lacks, stay those of the embedded table. */
function mergeCommunes(embedded: Commune[], given: Partial<Commune>[]): Commune[] {
  const base = new Map(embedded.map((commune) => [commune.code, commune]))
  const blank = toCommune({})
  const merged = given.map((commune) => ({ ...blank, ...base.get(commune.code ?? ''), ...commune }))
  if (given.length >= NATIONAL_COMMUNES) return merged
  const seen = new Set(given.map((commune) => commune.code))
  return [...merged, ...embedded.filter((commune) => !seen.has(commune.code))].sort((a, b) =>
    a.code < b.code ? -1 : 1,
  )
}

type Reading = { read: Referentiel['read']; onBytes?: (bytes: number) => void }

/** The table, its rows counted in `read` as they go by. */
async function openCounted(path: string, kind: Kind, { read, onBytes }: Reading): Promise<Table> {
  const table = await openTable(path, kind)
  const counted = { rows: 0, header: table.header }
  read.set(kind, counted)
  const rows = async function* () {
    for await (const batch of table.rows(onBytes)) {
      counted.rows += batch.length
      yield batch
    }
  }
  return { ...table, rows }
}

async function readCommunes(path: string, reading: Reading): Promise<Partial<Commune>[]> {
  const table = await openCounted(path, 'communes', reading)
  const communes: Partial<Commune>[] = []
  for await (const rows of table.rows()) {
    for (const { cells } of rows) {
      const { code = '', nom = '' } = cells
      if (!/^(\d{2}|2[AB])\d{3}$/.test(code) || !nom) continue
      communes.push({
        code,
        nom,
        departement: departementOfCommune(code),
        population: Number(cells.population) || 0,
        ...(cells.region && { region: cells.region }),
        ...(cells.epci && { epci: cells.epci }),
        ...(cells.codes_postaux && { codesPostaux: cells.codes_postaux.match(/\d{5}/g) ?? [] }),
        ...(cells.surface && { surfaceKm2: Number(cells.surface) / 100 }),
        ...readCentre(cells.centre),
      })
    }
  }
  return communes
}

function readCentre(text: string | undefined): Pick<Commune, 'centre'> | null {
  const [lon, lat] = text?.match(/-?\d+(\.\d+)?/g)?.map(Number) ?? []
  return lon !== undefined && lat !== undefined ? { centre: { lat, lon } } : null
}

async function readGrille(path: string, reading: Reading): Promise<Grille> {
  const table = await openCounted(path, 'densite', reading)
  const grille: Grille = new Map()
  for await (const rows of table.rows()) {
    for (const { cells } of rows) {
      const densite = Number(cells.densite)
      const code = cells.code?.padStart(5, '0') ?? ''
      if (Number.isInteger(densite) && densite >= 1 && densite <= 7) {
        grille.set(code, { densite, population: Number(cells.population) || 0 })
      }
    }
  }
  if (grille.size === 0) throw new Unreadable(`${path} : aucune commune avec un niveau de densité de 1 à 7.`)
  const max = [...grille.values()].reduce((most, one) => Math.max(most, one.densite), 0)
  if (max <= 3 && !table.header.some((name) => foldHeader(name) === 'dens7')) {
    throw new Unreadable(
      `${path} : cette grille n’a que trois niveaux. Il faut celle à sept niveaux (colonne DENS7, ou DENS de 2024).`,
    )
  }
  return grille
}

async function readFrr(path: string, reading: Reading): Promise<Map<string, string>> {
  const table = await openCounted(path, 'frr', reading)
  const classes = new Map<string, string>()
  for await (const rows of table.rows()) {
    for (const { cells } of rows) {
      const classe = present(cells.classe)
      if (classe && !/^non class/i.test(classe)) classes.set(cells.code?.padStart(5, '0') ?? '', classe)
    }
  }
  return classes
}
