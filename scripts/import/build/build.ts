import type { Kind } from '#app/domain/vocabulary.ts'
import type { Emplacement } from '#app/lecture/emplacement.ts'
import { type Journal, startJournal } from '#app/lecture/normalise/journal.ts'
import { openTable } from '#app/lecture/read-file.ts'
import type { Referentiel } from '#app/lecture/referentiel.ts'
import type { Poste } from '#app/lecture/structures.ts'
import type { Row } from '#app/lecture/table.ts'
import type { Db } from '#db/connect.server.ts'
import { type Cache, NO_CACHE } from '#scripts/import/gather/geocode/cache.ts'
import { millesimeOf } from '#scripts/import/gather/millesime.ts'
import { choixOf, type Input, type SourceResult } from '#scripts/import/input.ts'
import type { Etape } from '#scripts/import/progress.ts'
import { startAnomalies } from './anomalies-log.ts'
import { createWithTerritoire } from './create-with-territoire.ts'
import { deferIndexes } from './defer-indexes.ts'
import { type FichierAncien, followOlderFiles } from './lignee/older-files.ts'
import { cleOf, nomOf, readSouvenir, type Souvenir } from './lignee/souvenir.ts'
import type { Trace } from './lignee/trace.ts'
import { matchLieux } from './match-employeurs.ts'
import { readAllPoints } from './read-points.ts'
import { loadTerritoire, readRecord } from './read-record.ts'
import { type Counts, readRows, refuseEmpty } from './read-rows.ts'
import { type Copie, copyBytes, startCopies, startRows } from './write-copies.ts'
import { writeDistances } from './write-distances.ts'
import { startLieux } from './write-lieux.ts'
import { startLignes } from './write-lignes.ts'
import { hashContent, verify, writeMeta, writeSearch, writeSources } from './write-meta.ts'
import { documentsOf, putDocuments } from './write-points.ts'
import { writeHistory, writeStructures } from './write-structures.ts'

export type BuildResult = {
  sources: SourceResult[]
  lieux: number
  structures: number
  structuresSansPoste: number
  postes: number
  anomalies: { error: number; warning: number; info: number }
  matched: { siret: number; siren: number }
  empreinte: string
  /** What the files of places have left, for the next import; null when there is none, or several in force. */
  souvenir: Souvenir | null
}

/**
 * `souvenirs`: the folder of what the files of places read by former imports have left; null: all are read. `anciens`: the archived files of places, by millésime, of which those older than the current one give their ids.
 * `geocodes`: the answers of the archive, for the addresses of rows without a believed point.
 */
export type BuildOptions = {
  demonstration: boolean
  today: string
  anciens?: FichierAncien[]
  souvenirs?: string | null
  geocodes?: Cache
  onBytes?: (bytes: number) => void
  onStep?: (etape: Etape) => void
}

/**
 * Builds a whole database at `path` from files, and from nothing else: the same files give the same content.
 * Throws `Unreadable` when a file cannot be used or holds no usable row.
 */
export async function buildDatabase(path: string, inputs: Input[], options: BuildOptions): Promise<BuildResult> {
  options.onStep?.('territoire')
  const referentiel = await loadTerritoire(inputs, options.onBytes)
  // Without any answer, no address needs to be made ready to be asked.
  if (options.geocodes?.size) referentiel.territoire.geocodes = options.geocodes.find
  const db = createWithTerritoire(path, referentiel, inputs)
  try {
    return await fill(db, inputs, referentiel, options)
  } finally {
    db.$client.close()
  }
}

/** The same in a database that holds the territory and nothing else. */
export async function fill(
  db: Db,
  inputs: Input[],
  referentiel: Referentiel,
  options: BuildOptions,
): Promise<BuildResult> {
  const { $client } = db
  const step = options.onStep ?? (() => {})
  $client.exec('BEGIN')
  const makeIndexes = deferIndexes(db, ['lieu', 'anomalie', 'ligne_publiee'])
  step('lecture des lignes')
  const { sources, anomalies, anciens, enVigueur, ...counts } = await writeRows(db, inputs, referentiel, options)
  const souvenir = enVigueur && (await follow(db, anciens, enVigueur, referentiel, options, inputs))
  step('rapprochement')
  const matched = matchLieux(db)
  const couches = readAllPoints(db)
  // Compressed beside what comes next.
  const documents = documentsOf(couches)
  step('index')
  makeIndexes()
  step('distances')
  writeDistances(db, couches)
  writeSources(db, sources, options.demonstration)
  step('recherche')
  writeSearch(db)
  putDocuments(db, await documents)
  const { ruraliteEstimee, recensement } = referentiel
  const { demonstration, geocodes = NO_CACHE } = options
  const empreinte = hashContent({
    ...{ sources, demonstration, anomalies: anomalies.codes, geocodage: geocodes.empreinte },
    anciens: souvenir?.chaine.slice(0, -1) ?? anciens.map(nomOf),
  })
  writeMeta(db, { empreinte, ruraliteEstimee, recensement, demonstration, geocodes })
  step('vérification')
  $client.exec('COMMIT')
  $client.exec('ANALYZE')
  verify(db)
  return { sources, ...counts, anomalies: anomalies.counts, matched, empreinte, souvenir }
}

type EnVigueur = { traces: readonly Trace[]; millesime: string; sha256: string | null }

/** Gives places the ids of their lineage; what is left for the next import, but where several files are in force. */
async function follow(
  db: Db,
  anciens: readonly FichierAncien[],
  enVigueur: EnVigueur,
  { territoire }: Referentiel,
  { today, geocodes = NO_CACHE, souvenirs = null, onStep: step = () => {} }: BuildOptions,
  inputs: readonly Input[],
): Promise<Souvenir | null> {
  const communes = inputs.filter(({ kind }) => kind === 'communes').map(({ sha256 }) => sha256)
  const cle = cleOf(communes, geocodes.empreinte)
  const souvenir = await readSouvenir(souvenirs, cle, anciens)
  const etat = await followOlderFiles(db, anciens, enVigueur, { territoire, today, step, souvenir: souvenir?.etat })
  const { millesime, sha256 } = enVigueur
  if (sha256 === null) return null
  return { cle, chaine: [...(souvenir?.chaine ?? anciens.map(nomOf)), nomOf({ millesime, sha256 })], etat }
}

/** Writes every row of the files. What is remembered of them, to join them, is forgotten when it returns. */
async function writeRows(db: Db, inputs: Input[], referentiel: Referentiel, options: BuildOptions) {
  const anomalies = startAnomalies(db)
  const lieux = startLieux(db)
  const lignes = startLignes(db)
  const copies = startCopies(db)
  const sources: SourceResult[] = []
  const histories: { source: SourceResult; postes: Poste[] }[] = []
  for (const [i, input] of inputs.entries()) {
    const counts = { id: i + 1, read: 0, kept: 0, rejected: 0, corrected: 0, latest: '' }
    const postes: Poste[] = []
    const reference = referentiel.read.get(input.kind)
    const { header, copie } = reference
      ? { header: reference.header, copie: await copyBytes(input) }
      : await readTable(input, counts, postes)
    if (reference) {
      const { rows, rejected } = reference
      Object.assign(counts, { read: rows, kept: rows - rejected, rejected })
      anomalies.add(counts.id, reference.anomalies)
    }
    refuseEmpty(input.path, counts)
    const { latest, ...figures } = counts
    const millesime = input.millesime ?? millesimeOf(input.path, header, latest, input.archivedOn ?? options.today)
    const result = { ...input, ...figures, millesime, courante: true }
    sources.push(result)
    copies.finish(result, copie, reference ? undefined : '.csv')
    if (input.kind === 'structures') histories.push({ source: result, postes })
  }

  async function readTable(input: Input, counts: Counts, postes: Poste[]): Promise<{ header: string[]; copie: Copie }> {
    const table = input.table ?? (await openTable(input.path, choixOf(input)))
    const copie = startRows(table)
    const placeOf = (row: Row) => placeOfRejected(table.kind, row, referentiel, options.today)
    const onRow = (row: Row, { anomalies }: Journal, rejected: boolean) => {
      copie.add(row)
      if (table.kind !== 'france-services') lignes.add(counts.id, row, anomalies, rejected, placeOf)
    }
    const read = (row: Row, journal: Journal) => {
      return readRecord(table.kind, row, referentiel.territoire, journal, options.today)
    }
    const keep = (record: NonNullable<ReturnType<typeof read>>, journal: Journal) => {
      if ('nombre' in record) postes.push(record)
      else if (lieux.add(record, counts.id)) journal.note('nom', 'ligne.doublon', record.nom)
      return ('nombre' in record ? record.dateValidation : record.dateMaj) ?? ''
    }
    await readRows(table, counts, { anomalies, onBytes: options.onBytes, read, keep, onRow })
    return { header: table.header, copie: copie.end() }
  }

  const counts = writeAllStructures(db, histories)
  const millesime = sources.findLast(({ kind }) => kind === 'lieux')?.millesime ?? ''
  const anciens = (options.anciens ?? []).filter((one) => one.millesime < millesime)
  const counted = lieux.finish()
  const [seul, ...others] = sources.filter(({ kind }) => kind === 'lieux')
  if (anciens.length > 0) options.onStep?.('identités')
  // The demonstration is followed by nothing.
  const followed = seul !== undefined && (anciens.length > 0 || !options.demonstration)
  const sha256 = others.length === 0 ? (seul?.sha256 ?? null) : null
  const enVigueur: EnVigueur | null = followed ? { traces: lieux.traces(), millesime, sha256 } : null
  return { sources, ...counts, anomalies, anciens, enVigueur, lieux: counted }
}

/** Where a rejected row would have been, had it a name and a number of posts; null when nothing places it. */
function placeOfRejected(kind: Kind, row: Row, referentiel: Referentiel, today: string): Emplacement | null {
  const whole = { ...row, cells: { ...row.cells, nom: 'Sans nom', postes: '1' } }
  return readRecord(kind, whole, referentiel.territoire, startJournal(row.line), today)?.place ?? null
}

/**
 * The newest structures file is the current one; the others are history and never added. Of two of one day, the
 * first: the file just given comes before those carried in, so a corrected file takes the place of the former.
 */
function writeAllStructures(
  db: Db,
  files: { source: SourceResult; postes: Poste[] }[],
): Pick<BuildResult, 'structures' | 'structuresSansPoste' | 'postes'> {
  const [current] = files.toSorted((a, b) => b.source.millesime.localeCompare(a.source.millesime))
  for (const { source: one, postes } of files) {
    one.courante = one === current?.source
    if (!one.courante) writeHistory(db, one.id, postes)
  }
  if (!current) return { structures: 0, structuresSansPoste: 0, postes: 0 }
  return {
    ...writeStructures(db, current.source.id, current.postes),
    postes: current.postes.reduce((sum, poste) => sum + poste.nombre, 0),
  }
}
