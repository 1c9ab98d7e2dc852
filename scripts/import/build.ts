import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { ANOMALIE_PHRASE, ANOMALIE_SEVERITY, type Anomalie, type AnomalieCode } from '#app/domain/anomalies.ts'
import type { Kind } from '#app/domain/vocabulary.ts'
import { createDatabase, type Db } from '#db/connect.server.ts'
import { anomalie, anomalieCode, meta, SCHEMA_VERSION, source } from '#db/schema.ts'
import { prepareInsert } from './insert.ts'
import { readFranceServices, readLieu } from './lieux.ts'
import { matchLieux } from './match.ts'
import { millesimeInHeader, millesimeInName, yearInName } from './millesime.ts'
import { moteur } from './moteur.ts'
import { type Journal, startJournal } from './normalise/journal.ts'
import { writePoints } from './points.ts'
import { openTable, type Row, type Table } from './read-file.ts'
import { loadReferentiel, type Referentiel } from './referentiel.ts'
import type { Provenance } from './sources.ts'
import { type Poste, readStructure } from './structures.ts'
import { Unreadable } from './unreadable.ts'
import { startLieux } from './write-lieux.ts'
import { writeHistory, writeStructures } from './write-structures.ts'
import { writeTerritoire } from './write-territoire.ts'

/**
 * A file to import. `millesime` when it is known already (archive, `--millesime`); `table` when it has been
 * opened to recognise its kind: a workbook and a JSON file are then read already.
 */
export type Input = {
  path: string
  kind: Kind
  sha256: string
  provenance: Provenance
  millesime?: string
  /** The day it was archived, for a file that holds no date: not the day of each import of it. */
  archivedOn?: string
  table?: Table
}

/** What one file gave. `read = kept + rejected`, in rows; `dejaConnues` counts the rows merged into a place already there. */
export type SourceResult = Input & {
  id: number
  millesime: string
  courante: boolean
  read: number
  kept: number
  rejected: number
  corrected: number
}

export type BuildResult = {
  sources: SourceResult[]
  lieux: number
  structures: number
  postes: number
  anomalies: { error: number; warning: number; info: number }
  matched: { siret: number; siren: number }
  empreinte: string
}

export type BuildOptions = { demonstration: boolean; today: string; onBytes?: (bytes: number) => void }

/**
 * Builds a whole database at `path` from files, and from nothing else: the same files give the same content.
 * Throws `Unreadable` when a file cannot be used or holds no usable row.
 */
export async function buildDatabase(path: string, inputs: Input[], options: BuildOptions): Promise<BuildResult> {
  const reference = (kind: Kind) => {
    const input = inputs.findLast((one) => one.kind === kind)
    return input?.table ?? input?.path
  }
  const files = { communes: reference('communes'), densite: reference('densite'), frr: reference('frr') }
  const referentiel = await loadReferentiel(files, options.onBytes)
  const db = createDatabase(path)
  try {
    return await fill(db, inputs, referentiel, options)
  } finally {
    db.$client.close()
  }
}

async function fill(db: Db, inputs: Input[], referentiel: Referentiel, options: BuildOptions): Promise<BuildResult> {
  const { $client } = db
  $client.exec('BEGIN')
  writeTerritoire(db, referentiel)
  const anomalies = startAnomalies(db)
  const lieux = startLieux(db)
  const sources: SourceResult[] = []
  const histories: { source: SourceResult; postes: Poste[] }[] = []
  for (const [i, input] of inputs.entries()) {
    const counts = { id: i + 1, read: 0, kept: 0, rejected: 0, corrected: 0, latest: '' }
    const postes: Poste[] = []
    const reference = referentiel.read.get(input.kind)
    const header = reference?.header ?? (await readTable(input, counts, postes))
    if (reference) {
      const { rows, rejected } = reference
      Object.assign(counts, { read: rows, kept: rows - rejected, rejected })
      anomalies.add(counts.id, reference.anomalies)
    }
    refuseEmpty(input, counts)
    const { latest, ...figures } = counts
    const millesime = input.millesime ?? millesimeOf(input.path, header, latest, input.archivedOn ?? options.today)
    const result = { ...input, ...figures, millesime, courante: true }
    sources.push(result)
    if (input.kind === 'structures') histories.push({ source: result, postes })
  }

  async function readTable(input: Input, counts: Counts, postes: Poste[]): Promise<string[]> {
    const table = input.table ?? (await openTable(input.path, input.kind))
    await readRows(table, counts, anomalies, options, (row, journal) => {
      const record = readRecord(table.kind, row, referentiel, journal, options.today)
      if (record === null) return null
      if ('nombre' in record) postes.push(record)
      else if (lieux.add(record, counts.id)) journal.note('nom', 'ligne.doublon', record.nom)
      return ('nombre' in record ? record.dateValidation : record.dateMaj) ?? ''
    })
    return table.header
  }

  const { structures, postes } = writeAllStructures(db, histories)
  const count = lieux.finish()
  const matched = matchLieux(db)
  writeSources(db, sources, options.demonstration)
  writeSearch(db)
  writePoints(db)
  const empreinte = hashContent(db)
  writeMeta(db, { empreinte, referentiel, options })
  $client.exec('COMMIT')
  $client.exec('ANALYZE')
  verify(db)
  return { sources, lieux: count, structures, postes, anomalies: anomalies.counts, matched, empreinte }
}

function readRecord(kind: Kind, row: Row, { territoire }: Referentiel, journal: Journal, today: string) {
  if (kind === 'structures') return readStructure(row, territoire, journal, today)
  if (kind === 'lieux') return readLieu(row, territoire, journal, today)
  return readFranceServices(row, territoire, journal)
}

type Counts = { id: number; read: number; kept: number; rejected: number; corrected: number; latest: string }

/** Reads every row of a table: each is kept or rejected, and what is said of it is written. */
async function readRows(
  table: Table,
  counts: Counts,
  anomalies: ReturnType<typeof startAnomalies>,
  options: BuildOptions,
  keep: (row: Row, journal: Journal) => string | null,
): Promise<void> {
  const ids = new Set<string>()
  for await (const rows of table.rows(options.onBytes)) {
    for (const row of rows) {
      const journal = startJournal(row.line)
      counts.read += 1
      if (row.defect) journal.note('', row.defect, row.raw ?? null)
      const date = row.defect === 'ligne.guillemet' ? null : keep(row, journal)
      if (date === null) counts.rejected += 1
      else counts.kept += 1
      if (date !== null && date > counts.latest) counts.latest = date
      noteDuplicateId(row.cells.id ?? row.cells.id_fs, ids, journal)
      if (journal.anomalies.some((one) => one.corrected !== null)) counts.corrected += 1
      anomalies.add(counts.id, journal.anomalies)
    }
  }
}

function noteDuplicateId(id: string | undefined, ids: Set<string>, journal: Journal): void {
  if (!id?.trim()) return
  if (ids.has(id)) journal.note('id', 'id.doublon', id)
  ids.add(id)
}

function refuseEmpty({ path }: Input, { read, kept }: Counts): void {
  if (read === 0) throw new Unreadable(`${basename(path)} : l’en-tête est seul, aucune ligne à importer.`)
  if (kept === 0)
    throw new Unreadable(
      `${basename(path)} : aucune des ${read} lignes ne peut être utilisée. Vérifiez le séparateur et l’encodage du fichier.`,
    )
}

function millesimeOf(path: string, header: string[], latest: string, lastResort: string): string {
  const name = basename(path)
  return millesimeInName(name) ?? millesimeInHeader(header) ?? (latest || yearInName(name) || lastResort)
}

/**
 * The newest structures file is the current one; the others are history and never added. Of two of one day, the
 * first: the file just given comes before those carried in, so a corrected file takes the place of the former.
 */
function writeAllStructures(
  db: Db,
  files: { source: SourceResult; postes: Poste[] }[],
): { structures: number; postes: number } {
  const [current] = files.toSorted((a, b) => b.source.millesime.localeCompare(a.source.millesime))
  for (const { source: one, postes } of files) {
    one.courante = one === current?.source
    if (!one.courante) writeHistory(db, one.id, postes)
  }
  if (!current) return { structures: 0, postes: 0 }
  return {
    structures: writeStructures(db, current.source.id, current.postes),
    postes: current.postes.reduce((sum, poste) => sum + poste.nombre, 0),
  }
}

function startAnomalies(db: Db) {
  const insert = prepareInsert(db, anomalie)
  const insertCode = prepareInsert(db, anomalieCode)
  const seen = new Set<AnomalieCode>()
  const counts = { error: 0, warning: 0, info: 0 }
  function add(sourceId: number, list: Anomalie[]): void {
    for (const one of list) {
      const severity = ANOMALIE_SEVERITY[one.code]
      counts[severity] += 1
      if (!seen.has(one.code)) {
        seen.add(one.code)
        insertCode({ code: one.code, severity, phrase: ANOMALIE_PHRASE[one.code] })
      }
      insert({ sourceId, ...one })
    }
  }
  return { add, counts }
}

function writeSources(db: Db, sources: SourceResult[], demonstration: boolean): void {
  const insert = prepareInsert(db, source)
  for (const { id, kind, sha256, millesime, courante, read, kept, rejected, corrected, provenance } of sources) {
    const counts = { lues: read, gardees: kept, rejetees: rejected, corrigees: corrected }
    insert({ id, kind, ...provenance, millesime, sha256, demonstration, courante, ...counts })
  }
}

function writeSearch(db: Db): void {
  db.$client.exec(`
    INSERT INTO recherche (nom, commune, adresse, objet, numero)
      SELECT nom, commune_nom, adresse, 'lieu', numero FROM lieu ORDER BY numero;
    INSERT INTO recherche (nom, commune, adresse, objet, numero)
      SELECT s.nom, c.nom, s.adresse, 'structure', s.id FROM structure s LEFT JOIN commune c ON c.code = s.commune_code ORDER BY s.id;
    INSERT INTO recherche (recherche) VALUES ('optimize');`)
}

/** The content's own hash: what caches depend on. It does not depend on the day of the import. */
function hashContent({ $client }: Db): string {
  const hash = createHash('sha256').update(`schema ${SCHEMA_VERSION}`)
  for (const table of [
    'source',
    'departement',
    'commune',
    'structure',
    'poste',
    'lieu',
    'lieu_valeur',
    'lieu_publication',
  ]) {
    for (const row of $client.prepare(`SELECT * FROM ${table} ORDER BY rowid`).raw().iterate()) {
      hash.update(JSON.stringify(row))
    }
  }
  return hash.digest('hex').slice(0, 16)
}

function writeMeta(
  db: Db,
  { empreinte, referentiel, options }: { empreinte: string; referentiel: Referentiel; options: BuildOptions },
): void {
  const insert = prepareInsert(db, meta)
  const values = {
    schema_version: String(SCHEMA_VERSION),
    empreinte,
    construite_le: new Date().toISOString(),
    demonstration: options.demonstration ? 'oui' : 'non',
    ruralite: referentiel.ruraliteEstimee ? 'estimee' : 'insee',
    moteur: moteur(),
  }
  for (const [cle, valeur] of Object.entries(values)) insert({ cle, valeur })
}

/** A database that SQLite itself doubts is never published. */
function verify({ $client }: Db): void {
  const integrity = $client.pragma('integrity_check', { simple: true })
  if (integrity !== 'ok') throw new Error(`integrity_check: ${integrity}`)
  const orphans = $client.pragma('foreign_key_check') as unknown[]
  if (orphans.length > 0) throw new Error(`foreign_key_check: ${JSON.stringify(orphans.slice(0, 3))}`)
}
