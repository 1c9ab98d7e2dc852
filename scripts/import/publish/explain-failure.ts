import { tmpdir } from 'node:os'
import { dirname } from 'node:path'
import { Unreadable } from '#app/lecture/unreadable.ts'

/** A quota and a limit on the size of a file are a full disk to whom they stop. */
const PLEIN = ['ENOSPC', 'EDQUOT', 'EFBIG', 'SQLITE_FULL']
/** Of SQLite, which does not say why: a limit, a disk that was taken away or is worn out. */
const REFUS = ['EIO', 'SQLITE_IOERR_WRITE', 'SQLITE_IOERR_FSYNC', 'SQLITE_IOERR_TRUNCATE']

const MOTIF: Record<string, string> = {
  EACCES: 'l’accès est refusé',
  EPERM: 'l’accès est refusé',
  EROFS: 'ce disque est en lecture seule',
  ENOENT: 'ce dossier n’existe pas',
  ENOTDIR: 'un fichier est à la place d’un dossier',
  EEXIST: 'un fichier est à la place d’un dossier',
  EISDIR: 'un dossier est à la place du fichier',
  SQLITE_CANTOPEN: 'la base ne peut pas y être ouverte',
  SQLITE_READONLY: 'l’accès est refusé',
}

type Failure = NodeJS.ErrnoException & { dest?: string; cause?: Failure }

/** What the system or SQLite said, under the errors that wrap it. */
function causeOf(error: Failure): Failure {
  return error.code || !error.cause ? error : causeOf(error.cause)
}

/** One sentence for what a person can mend; a fault of ours keeps its trace, for the person who will mend it. */
export function explainFailure(error: unknown, out: string): string {
  if (error instanceof Unreadable) return error.message
  const { code = '', path, dest } = causeOf(error as Failure)
  if (PLEIN.includes(code) || REFUS.includes(code))
    return `Le disque ${PLEIN.includes(code) ? 'est plein' : 'est plein, limité ou abîmé'} : la base en ligne reste en place. Libérez de la place dans ${dirname(out)} ou dans ${tmpdir()}, puis relancez l’import.`
  const motif = MOTIF[code]
  if (motif)
    return `Écriture impossible, ${dest ?? path ?? out} : ${motif}. La base en ligne reste en place. Donnez le droit d’y écrire, ou un autre emplacement avec --out, --report ou la variable TMPDIR.`
  return `Erreur inattendue, la base en ligne reste en place.\n${(error as Error).stack}`
}
