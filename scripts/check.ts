/**
 * `npm run check -- FILE`: checks a file before it is published, as the site does. Needs neither network nor database.
 * Exit code: 0 no error, 1 at least one (or a file that cannot be read), 2 misuse.
 */

import { createWriteStream, existsSync, realpathSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { KINDS_VERIFIES, type KindVerifie, rapportJson } from '#app/domain/rapport/verification.ts'
import { aujourdhui } from '#app/domain/texte/date.ts'
import { readColonnes } from '#app/lecture/column-names.ts'
import { type Fichier, fichierSurDisque } from '#app/lecture/fichier.ts'
import { loadReferentiel } from '#app/lecture/referentiel.ts'
import { Unreadable } from '#app/lecture/unreadable.ts'
import { type CheckOptions, checkFile } from '#app/verification/check-file.server.ts'
import { correctFile } from '#app/verification/correct-file.server.ts'
import { sayRapport } from './check/rapport.ts'

const USAGE = `npm run check -- FICHIER.csv
  --json          un résumé JSON en dernière ligne
  --fix CHEMIN    écrit le fichier corrigé
  --kind TYPE     impose le type : ${KINDS_VERIFIES.join(', ')}
  --columns …     dit ce que sont des colonnes : ville=commune,cp=code_postal`

class Misuse extends Error {}

type CheckRequest = { path: string; json: boolean; fix: string | null; kind: KindVerifie | undefined } & Pick<
  CheckOptions,
  'colonnes'
>

async function main(args: string[]): Promise<0 | 1 | 2> {
  try {
    const { path, json, fix, kind, colonnes } = readArgs(args)
    const fichier = await fichierSurDisque(path)
    const { territoire } = await loadReferentiel({})
    const options: CheckOptions = { territoire, today: aujourdhui(), kind, colonnes, onBatch: progress }
    const rapport = await checkFile(fichier, options)
    if (fix !== null) await writeFixed(fix, fichier, options)
    process.stderr.write(clearLine)
    console.log(json ? rapportJson(rapport) : sayRapport(path, rapport))
    if (!json && fix !== null) console.log(`Fichier corrigé : ${fix}`)
    return rapport.anomaliesPar.error > 0 ? 1 : 0
  } catch (error) {
    if (error instanceof Misuse) {
      console.error(`${error.message}\n\n${USAGE}`)
      return 2
    }
    if (!(error instanceof Unreadable) && !isSystem(error)) throw error
    console.error(error.message)
    return 1
  }
}

function readArgs(args: string[]): CheckRequest {
  const options = {
    json: { type: 'boolean' },
    fix: { type: 'string' },
    kind: { type: 'string' },
    columns: { type: 'string' },
  } as const
  const parsed = (() => {
    try {
      return parseArgs({ args, options, allowPositionals: true })
    } catch (error) {
      throw new Misuse((error as Error).message)
    }
  })()
  const { values, positionals } = parsed
  const [path, ...others] = positionals
  if (path === undefined || others.length > 0) throw new Misuse('Donnez un fichier, et un seul.')
  if (!existsSync(path)) throw new Misuse(`${path} : ce fichier n’existe pas. Vérifiez le chemin.`)
  if (values.fix !== undefined && existsSync(values.fix) && realpathSync(values.fix) === realpathSync(path))
    throw new Misuse('--fix écraserait le fichier vérifié : donnez un autre chemin.')
  const kind = KINDS_VERIFIES.find((one) => one === values.kind)
  if (values.kind !== undefined && kind === undefined) throw new Misuse(`--kind ne connaît pas « ${values.kind} ».`)
  const colonnes = readColonnes((values.columns ?? '').split(',').filter((one) => one.trim() !== ''))
  if (colonnes === null)
    throw new Misuse(`--columns ne comprend pas « ${values.columns} » : écrivez ville=commune,cp=code_postal.`)
  return { path, json: values.json ?? false, fix: values.fix ?? null, kind, colonnes }
}

/** Whole or not at all: what stood at that path stays until the new file is complete. */
async function writeFixed(path: string, fichier: Fichier, options: CheckOptions): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`
  try {
    await pipeline(Readable.from(correctFile(fichier, options)), createWriteStream(temporary))
    await rename(temporary, path)
  } finally {
    await rm(temporary, { force: true })
  }
}

const clearLine = process.stderr.isTTY ? '\r\u001b[K' : ''

function progress(read: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${read.toLocaleString('fr-FR')} lignes lues`)
}

/** A disk that is full, a folder that cannot be written: said, without a stack. */
function isSystem(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && 'syscall' in error
}

process.exitCode = await main(process.argv.slice(2))
