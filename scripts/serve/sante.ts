import type { IncomingMessage, ServerResponse } from 'node:http'
import { basename } from 'node:path'
import { DatabaseUnusable, fauteOf, openDatabase } from '#db/open.server.ts'
import { listSources, metaOf } from '#db/sources.server.ts'
import { SCHEMA_VERSION } from '#db/tables.ts'
import { answer } from './answer.ts'

const DAY_MS = 86_400_000

/**
 * `/sante`: 200 with the data's hash, date and age, `degrade` and the sentence that says why when the file at hand cannot
 * be read and the one opened before is; 503 with that sentence when none is.
 */
export function answerSante(req: IncomingMessage, res: ServerResponse, databasePath: string): void {
  const { status, body } = sante(databasePath)
  res.setHeader('Cache-Control', 'no-store')
  answer(req, res, status, 'application/json; charset=utf-8', JSON.stringify(body))
}

function sante(databasePath: string): { status: number; body: Record<string, unknown> } {
  try {
    const db = openDatabase(databasePath)
    const { empreinte, construiteLe, demonstration } = metaOf(db)
    const date = latestDate(listSources(db))
    const faute = fauteOf(databasePath)
    const body = {
      status: faute === null ? 'ok' : 'degrade',
      ...(faute !== null && { message: withoutFolder(faute, databasePath) }),
      empreinte,
      date,
      age_jours: ageInDays(date),
      construite_le: construiteLe,
      demonstration,
    }
    return { status: 200, body: { ...body, schema: SCHEMA_VERSION } }
  } catch (error) {
    const known = error instanceof DatabaseUnusable
    const message = known ? withoutFolder(error.message, databasePath) : 'La base de données ne répond pas.'
    if (!known) console.error(error)
    return { status: 503, body: { status: 'indisponible', message, schema: SCHEMA_VERSION } }
  }
}

/** The date of the newest file of places or employers (YYYY-MM-DD): the reference files have dates of their own. */
function latestDate(sources: { kind: string; courante: boolean; date: string }[]): string | null {
  const dates = sources.filter((s) => s.courante && (s.kind === 'lieux' || s.kind === 'structures')).map((s) => s.date)
  return dates.sort().at(-1) ?? null
}

function ageInDays(date: string | null): number | null {
  const time = date === null ? Number.NaN : Date.parse(date)
  return Number.isNaN(time) ? null : Math.max(0, Math.floor((Date.now() - time) / DAY_MS))
}

/** The sentence is for whoever runs the site; where its files stand is not for everyone. */
function withoutFolder(message: string, databasePath: string): string {
  return message.replace(databasePath, basename(databasePath))
}
