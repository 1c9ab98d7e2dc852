import { departementOfCommune } from '#app/domain/territoires/codes.ts'
import { present } from '#app/domain/texte/absent.ts'
import { buildContours } from './contours.ts'
import { readGrille } from './grille.ts'
import { readCodeInsee } from './normalise/codes.ts'
import type { Journal } from './normalise/journal.ts'
import { readEmbeddedFile, readEmbeddedTable } from './read-embedded.ts'
import { type Reading, type ReferenceRead, readReference } from './read-reference.ts'
import type { Row, Table } from './table.ts'
import { buildTerritoire, type Commune, classRuralite, type Departement, type Territoire } from './territoire.ts'
import { type Ancienne, type Arrondissement, readAnciennes, readArrondissements } from './toponymes.ts'

/** Above this number of rows a communes file is the whole country: communes that it lacks exist no more. */
const NATIONAL_COMMUNES = 30_000

/** Files of the reference kinds that complete data/referentiel, by path or already opened; each may be absent. */
export type ReferenceFiles = { communes?: string | Table; densite?: string | Table; frr?: string | Table }

export type Region = { code: string; nom: string }

/** The territory with its regions; `ruraliteEstimee` says that no grid was given. `read` says what each file gave. */
export type Referentiel = {
  territoire: Territoire
  regions: Region[]
  anciennes: Ancienne[]
  arrondissements: Arrondissement[]
  ruraliteEstimee: boolean
  /** The year of the census that the populations come from; null when a file gives others, which says none. */
  recensement: string | null
  read: Map<string, ReferenceRead>
}

/**
 * Reads data/referentiel, then the files given: exact centres, surfaces and populations (communes),
 * density levels (densite), FRR classes (frr). A territory that has been read already may be given. Throws `Unreadable` when a file does not fit its kind.
 */
export async function loadReferentiel(
  files: ReferenceFiles,
  onBytes?: (bytes: number) => void,
  { departements, communes: embedded, contours, ...rest } = readEmbedded(),
): Promise<Referentiel> {
  const read: Referentiel['read'] = new Map()
  const reading = { read, onBytes }
  const codes = new Set(departements.map((one) => one.code))
  const given = files.communes ? await readCommunes(files.communes, codes, reading) : []
  const grille = files.densite ? await readGrille(files.densite, reading) : null
  const frr = files.frr ? await readFrr(files.frr, reading) : null
  const communes = mergeCommunes(embedded, given).map((commune) => ({
    ...commune,
    ...classRuralite(commune, grille),
    frr: frr?.get(commune.code) ?? null,
  }))
  return {
    territoire: buildTerritoire(communes, departements, contours, rest.anciennes),
    ...rest,
    ruraliteEstimee: grille === null,
    recensement: samePopulations(embedded, given) ? RECENSEMENT : null,
    read,
  }
}

/** data/referentiel as it is: France, without exact centres nor grid. */
export function readEmbedded() {
  const departements = readEmbeddedTable('departements.csv').map(toDepartement)
  const codes = new Set(departements.map((one) => one.code))
  return {
    departements,
    // 984 and 989 (southern lands, Clipperton) are no departments, and nobody lives there.
    communes: readEmbeddedTable('communes.csv')
      .map(toCommune)
      .filter((one) => codes.has(one.departement)),
    regions: readEmbeddedTable('regions.csv').map(({ code, nom }): Region => ({ code: code ?? '', nom: nom ?? '' })),
    anciennes: readAnciennes(),
    arrondissements: readArrondissements(),
    contours: buildContours(JSON.parse(readEmbeddedFile('departements.geojson'))),
  }
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

/** That of the populations of data/referentiel (data/README.md, source 1). */
const RECENSEMENT = '2023'
/** A commune that was merged since has the population of its members. */
const MEMES_POPULATIONS = 0.99

/** Whether a file gives the populations of the embedded table, whose census is known: no file of communes says its own. */
function samePopulations(embedded: readonly Commune[], given: readonly Partial<Commune>[]): boolean {
  if (given.length === 0) return true
  const known = new Map(embedded.map(({ code, population }) => [code, population]))
  const same = given.filter(({ code = '', population }) => known.get(code) === population)
  return same.length >= given.length * MEMES_POPULATIONS
}

/** What the file says wins; old codes, which it lacks, stay those of the embedded table. */
function mergeCommunes(embedded: Commune[], given: Partial<Commune>[]): Commune[] {
  if (given.length === 0) return embedded
  const base = new Map(embedded.map((commune) => [commune.code, commune]))
  const blank = toCommune({})
  const merged = given.map((commune) => ({ ...blank, ...base.get(commune.code ?? ''), ...commune }))
  if (given.length >= NATIONAL_COMMUNES) return merged
  const seen = new Set(given.map((commune) => commune.code))
  return [...merged, ...embedded.filter((commune) => !seen.has(commune.code))].sort((a, b) =>
    a.code < b.code ? -1 : 1,
  )
}

async function readCommunes(
  file: string | Table,
  departements: Set<string>,
  reading: Reading,
): Promise<Partial<Commune>[]> {
  const communes = new Map<string, Partial<Commune>>()
  await readReference(file, 'communes', reading, (cells, journal) => {
    const commune = readCommune(cells, departements, journal)
    if (commune?.code === undefined) return false
    const isNew = !communes.has(commune.code)
    if (isNew) communes.set(commune.code, commune)
    else journal.note('code', 'id.doublon', commune.code)
    return isNew
  })
  return [...communes.values()]
}

function readCommune(cells: Row['cells'], departements: Set<string>, journal: Journal): Partial<Commune> | null {
  const nom = present(cells.nom)
  const code = readCodeInsee(cells, journal, 'code')
  const departement = departementOfCommune(code ?? '')
  if (nom === null) journal.note('nom', 'nom.absent', cells.nom ?? null)
  else if (code !== null && !departements.has(departement)) journal.note('code', 'departement.absent', code)
  if (nom === null || code === null || !departements.has(departement)) return null
  return {
    code,
    nom,
    departement,
    population: Number(cells.population) || 0,
    ...(cells.region && { region: cells.region }),
    ...(cells.epci && { epci: cells.epci }),
    ...(cells.codes_postaux && { codesPostaux: cells.codes_postaux.match(/\d{5}/g) ?? [] }),
    ...(cells.surface && { surfaceKm2: Number(cells.surface) / 100 }),
    ...readCentre(cells.centre),
  }
}

function readCentre(text: string | undefined): Pick<Commune, 'centre'> | null {
  const [lon, lat] = text?.match(/-?\d+(\.\d+)?/g)?.map(Number) ?? []
  return lon !== undefined && lat !== undefined ? { centre: { lat, lon } } : null
}

async function readFrr(file: string | Table, reading: Reading): Promise<Map<string, string>> {
  const classes = new Map<string, string>()
  await readReference(file, 'frr', reading, (cells, journal) => {
    const code = readCodeInsee(cells, journal, 'code')
    const classe = classeFrr(present(cells.classe))
    if (code && classe) classes.set(code, classe)
    return code !== null
  })
  return classes
}

/**
 * The class as the DGCL words it; the Observatoire des territoires gives a number, of which it publishes no wording, and
 * -9999 for none.
 */
function classeFrr(text: string | null): string | null {
  if (text === null || /^non class|^-9999(?:[.,]0+)?$|^0$/i.test(text)) return null
  return /^\d+$/.test(text) ? `FRR (classe ${text})` : text
}
