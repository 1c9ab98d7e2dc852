import type { IncomingMessage, ServerResponse } from 'node:http'
import { basename } from 'node:path'
import { formatDate } from '#app/domain/texte/format.ts'
import type { Kind } from '#app/domain/vocabulary.ts'
import { type EtatSource, type EtatSources, readEtatSources } from '#db/etat-sources.ts'
import { DatabaseUnusable, fauteOf, openDatabase } from '#db/open.server.ts'
import { listSources, metaOf } from '#db/sources.server.ts'
import { SCHEMA_VERSION } from '#db/tables.ts'
import { answer } from './answer.ts'
import { SOURCES_MAX_JOURS } from './config.ts'

const DAY_MS = 86_400_000

/**
 * `/sante`: 200 with the data's hash, the date of its oldest source, that of each and when it was last asked with success;
 * `degrade` and the sentences that say why when the file at hand cannot be read and the one opened before is, when the last
 * import of the official sources failed, or when one of them has not answered for `maxJours` days. Old data alone is no
 * fault. 503 with a sentence when there is no database to read.
 */
export function answerSante(
  req: IncomingMessage,
  res: ServerResponse,
  databasePath: string,
  maxJours = SOURCES_MAX_JOURS,
): void {
  const { status, body } = sante(databasePath, maxJours)
  res.setHeader('Cache-Control', 'no-store')
  answer(req, res, status, 'application/json; charset=utf-8', JSON.stringify(body))
}

function sante(databasePath: string, maxJours: number): { status: number; body: Record<string, unknown> } {
  try {
    const db = openDatabase(databasePath)
    const { empreinte, construiteLe, demonstration } = metaOf(db)
    const files = listSources(db).filter(({ courante }) => courante)
    const etat = readEtatSources(databasePath)
    const faute = fauteOf(databasePath)
    const raisons = [...(faute === null ? [] : [faute]), ...(etat === null ? [] : raisonsOf(etat, maxJours))]
    const date = oldestDate(files)
    const body = {
      status: raisons.length === 0 ? 'ok' : 'degrade',
      raisons: raisons.map((raison) => withoutFolder(raison, databasePath)),
      empreinte,
      date,
      age_jours: ageInDays(date),
      sources: sourcesOf(files, etat?.sources ?? []),
      dernier_import: etat?.le ?? null,
      construite_le: construiteLe,
      demonstration,
    }
    return { status: 200, body: { ...body, schema: SCHEMA_VERSION } }
  } catch (error) {
    const known = error instanceof DatabaseUnusable
    const message = known ? withoutFolder(error.message, databasePath) : 'La base de données ne répond pas.'
    if (!known) console.error(error)
    return { status: 503, body: { status: 'indisponible', raisons: [message], schema: SCHEMA_VERSION } }
  }
}

type Fichier = { kind: Kind; date: string; demonstration: boolean }

/** Each current file, then the official sources that have never given one. `demandee_le`: its last answer, null for a file given by hand. */
function sourcesOf(files: readonly Fichier[], etats: readonly EtatSource[]) {
  const shown = files.map(({ kind, date, demonstration }) => {
    // An invented file is nobody's answer.
    const etat = demonstration ? undefined : etats.find((one) => one.kind === kind)
    return { kind, date, age_jours: ageInDays(date), demandee_le: etat?.reussieLe ?? null }
  })
  const known = new Set(files.filter(({ demonstration }) => !demonstration).map(({ kind }) => kind))
  const absentes = etats.filter(({ kind }) => !known.has(kind))
  return [...shown, ...absentes.map(({ kind }) => ({ kind, date: null, age_jours: null, demandee_le: null }))]
}

/** Why the data may be less fresh than the sources, in French sentences. */
function raisonsOf({ le, faute, sources }: EtatSources, maxJours: number): string[] {
  const quand = `Le dernier import des sources officielles, le ${formatDate(le.slice(0, 10))}`
  const failed = sources.filter((one) => one.faute !== null).map(({ titre, faute }) => `« ${titre} » (${faute})`)
  const old = sources.filter(({ reussieLe }) => reussieLe !== null && (ageInDays(reussieLe) ?? 0) > maxJours)
  return [
    ...(faute === null ? [] : [`${quand}, n’a rien publié : ${faute}`]),
    ...(failed.length === 0 ? [] : [`${quand}, s’est fait sans réponse de : ${failed.join(', ')}.`]),
    ...old.map(({ titre }) => `La source « ${titre} » n’a pas répondu depuis plus de ${maxJours} jours.`),
  ]
}

/** The age of the site is that of its oldest file in force (docs/regles.md §18), YYYY-MM-DD. */
function oldestDate(files: readonly Fichier[]): string | null {
  return files.map(({ date }) => date).sort()[0] ?? null
}

function ageInDays(date: string | null): number | null {
  const time = date === null ? Number.NaN : Date.parse(date)
  return Number.isNaN(time) ? null : Math.max(0, Math.floor((Date.now() - time) / DAY_MS))
}

/** The sentence is for whoever runs the site; where its files stand is not for everyone. */
function withoutFolder(message: string, databasePath: string): string {
  return message.replace(databasePath, basename(databasePath))
}
