import { renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { aujourdhui } from '#app/domain/texte/date.ts'
import { formatDate } from '#app/domain/texte/format.ts'
import { Unreadable } from '#app/lecture/unreadable.ts'
import { type BuildOptions, type BuildResult, buildDatabase } from './import/build/build.ts'
import { souvenirsOf, writeSouvenir } from './import/build/lignee/souvenir.ts'
import { archiveFile, archiveOf, refreshTraces, sweepProvenances } from './import/gather/archive.ts'
import { areReadAlike } from './import/gather/carried-files.ts'
import { NO_CACHE, readCache } from './import/gather/geocode/cache.ts'
import { geocode } from './import/gather/geocode/geocode.ts'
import { type Chosen, chooseInputs } from './import/gather/inputs.ts'
import { type ImportOptions, Misuse, readOptions, USAGE } from './import/gather/options.ts'
import { pruneArchive } from './import/gather/retention.ts'
import type { Input } from './import/input.ts'
import { startProgress } from './import/progress.ts'
import { forgetSources, noteFailure, type Reponse, writeEtatSources } from './import/publish/etat-sources.ts'
import { explainFailure } from './import/publish/explain-failure.ts'
import { refusals, rejections } from './import/publish/gate.ts'
import { takeLock } from './import/publish/lock.ts'
import { makeWorkFolder, publish, sweepLitter, temporaryPath } from './import/publish/publish.ts'
import { summarise, writeReport } from './import/publish/report.ts'
import { NOTHING, type Summary, summaryOf, summaryOfPublished, withAbsentes } from './import/publish/summary.ts'
import { isUpToDate } from './import/publish/up-to-date.ts'

/** Published and every source asked answered; nothing published; misuse; published although a source did not answer. */
type ExitCode = 0 | 1 | 2 | 3

/** Bytes of files that need no thrift of memory: it takes a quarter of the work. */
const SANS_EPARGNE = 2_000_000

/** The day of the embedded demonstration. A clock that has not come to it is wrong. */
const ECRIT_LE = '2026-06-30'

async function main(args: string[]): Promise<ExitCode> {
  const started = performance.now()
  let options: ImportOptions
  try {
    options = readOptions(args)
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${USAGE}`)
    return 2
  }
  const letGo: (() => void)[] = []
  // How the official sources answered; none when none was asked.
  let reponses: Reponse[] = []
  try {
    if (statSync(options.out, { throwIfNoEntry: false })?.isDirectory())
      throw new Unreadable(`${options.out} est un dossier : donnez avec --out le fichier de la base.`)
    letGo.push(takeLock(options.out))
    // Before our own folder is made: a dead import may have had the number of this process.
    sweepLitter(options.out, archiveOf(options.out))
    sweepProvenances(archiveOf(options.out))
    // A published database has no journal: one left beside it would bar its reading, and nothing be carried in.
    rmSync(`${options.out}-journal`, { force: true })
    const temporary = makeWorkFolder()
    letGo.unshift(() => rmSync(temporary, { recursive: true, force: true }))
    const imported = await importFiles(options, temporary, (told) => {
      reponses = told
    })
    const { demonstration, unchanged } = imported
    const summary = withAbsentes(imported.summary, reponses)
    if (reponses.length > 0) writeEtatSources(options.out, reponses, null)
    else forgetSources(options.out, new Set(summary.sources.map(({ kind }) => kind)))
    if (options.json) printJson(options, started, { published: true, unchanged, ...summary })
    else if (unchanged) console.log('Rien n’a changé depuis le dernier import : la base en ligne est gardée.')
    else if (demonstration) console.log('Données de démonstration : tout y est inventé.')
    return !options.allowStale && reponses.some(({ faute }) => faute !== null) ? 3 : 0
  } catch (error) {
    if (error instanceof Misuse) throw error
    const faute = explainFailure(error, options.out)
    console.error(faute)
    if (reponses.length > 0) noteFailure(options.out, reponses, error)
    if (options.json)
      printJson(options, started, { published: false, unchanged: false, ...withAbsentes(NOTHING, reponses) })
    return 1
  } finally {
    for (const one of letGo) one()
  }
}

/** `unchanged`: what is published comes from these very files, by this very code; nothing was built. */
type Imported = { summary: Summary; demonstration: boolean; unchanged: boolean }

/** files → read, recognise, normalise, validate, locate, match, write → one SQLite file put in the old one's place. */
async function importFiles(
  options: ImportOptions,
  temporary: string,
  onReponses: (reponses: Reponse[]) => void,
): Promise<Imported> {
  const archive = archiveOf(options.out)
  const say = (line: string) => console.error(line)
  const today = jourDeLImport(say)
  const chosen = await chooseInputs(options, archive, temporary, say, onReponses)
  if (options.geocode && !chosen.demonstration)
    await geocode(chosen.inputs, { url: options.geocode, archive, today, say })
  const geocodes = chosen.demonstration ? NO_CACHE : readCache(archive)
  const same = () => areReadAlike(chosen.inputs, archive) && isUpToDate(options.out, chosen.inputs, geocodes.empreinte)
  if (options.ifChanged && same()) return keepPublished(options, archive, chosen)
  if (bytesOf(chosen.inputs) > SANS_EPARGNE) spareMemory()
  const building = temporaryPath(options.out)
  try {
    const souvenirs = chosen.demonstration ? null : souvenirsOf(archive)
    const result = await build(building, chosen, { today, geocodes, souvenirs })
    const reasons = options.force ? [] : [...rejections(result.sources), ...refusals(options.out, building)]
    if (reasons.length > 0) {
      throw new Unreadable(
        `Publication refusée, la base en ligne reste en place : ${reasons.join(' ; ')}. Pour publier quand même : --force.`,
      )
    }
    const report = putReport(options, building)
    if (!options.json) console.log(`${summarise(result, building)}\nRapport : ${report}`)
    if (!chosen.archived) keep(archive, result)
    publish(building, options.out)
    if (!chosen.archived) tidy(archive, result, today, say)
    return { summary: summaryOf(result), demonstration: chosen.demonstration, unchanged: false }
  } finally {
    for (const suffix of ['', '-journal']) rmSync(`${building}${suffix}`, { force: true })
  }
}

function bytesOf(inputs: readonly Input[]): number {
  return inputs.reduce((sum, { path }) => sum + statSync(path).size, 0)
}

/** The heap is collected once it has grown by a fifth, and not by thrice as much: a third less memory. */
function spareMemory(): void {
  setFlagsFromString('--heap-growing-percent=20')
}

/** The files as they came, and what those of places have left for the next import. */
function keep(archive: string, { sources, souvenir }: BuildResult): void {
  for (const source of sources) archiveFile(archive, source)
  if (souvenir) writeSouvenir(souvenirsOf(archive), souvenir)
}

/** What is published stays in the archive whatever its age. It is published: an archive that cannot be tidied fails nothing. */
function tidy(archive: string, { sources }: BuildResult, today: string, say: (line: string) => void): void {
  try {
    pruneArchive(archive, today, new Set(sources.map(({ sha256 }) => sha256)))
  } catch (error) {
    say(`L’archive ${archive} n’a pas pu être allégée (${(error as Error).message}).`)
  }
}

/**
 * The day of this import, YYYY-MM-DD. A machine that starts in 1970 would take every published date for one of the
 * future, and lose them all: it is told so, and counted at the day that this code knows to be past.
 */
function jourDeLImport(say: (line: string) => void): string {
  const horloge = aujourdhui()
  if (horloge >= ECRIT_LE) return horloge
  say(
    `L’horloge de cette machine est au ${formatDate(horloge)} : l’import compte au ${formatDate(ECRIT_LE)}. Mettez-la à l’heure.`,
  )
  return ECRIT_LE
}

/** Where a person asked for it, else beside the database: there, whole or not at all. */
function putReport({ report, out }: ImportOptions, building: string): string {
  if (report) {
    writeReport(building, report)
    return report
  }
  const target = join(dirname(out), 'rapport-anomalies.csv')
  const draft = temporaryPath(out)
  try {
    writeReport(building, draft)
    renameSync(draft, target)
  } finally {
    rmSync(draft, { force: true })
  }
  return target
}

function keepPublished(options: ImportOptions, archive: string, { inputs, demonstration, archived }: Chosen): Imported {
  if (!archived) refreshTraces(archive, inputs)
  if (options.report) writeReport(options.out, options.report)
  return { summary: summaryOfPublished(options.out, inputs), demonstration, unchanged: true }
}

async function build(
  path: string,
  { inputs, demonstration, anciens }: Chosen,
  options: Pick<BuildOptions, 'today' | 'geocodes' | 'souvenirs'>,
): Promise<BuildResult> {
  const progress = startProgress(bytesOf(inputs))
  try {
    const listeners = { onBytes: progress.add, onStep: progress.step }
    const result = await buildDatabase(path, inputs, { ...options, demonstration, anciens, ...listeners })
    progress.step('publication')
    return result
  } finally {
    progress.stop()
  }
}

type Outcome = Summary & { published: boolean; unchanged: boolean }

function printJson(options: ImportOptions, started: number, { published, unchanged, ...summary }: Outcome): void {
  const duration_ms = Math.round(performance.now() - started)
  console.log(JSON.stringify({ published, unchanged, out: options.out, duration_ms, ...summary }))
}

process.exitCode = await main(process.argv.slice(2))
// A name that the system still looks for, without a network, would hold the process long after its work is done.
setTimeout(() => process.exit(), 2000).unref()
