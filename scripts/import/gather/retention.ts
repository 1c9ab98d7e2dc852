import { rmSync } from 'node:fs'
import { listArchive } from './archive.ts'

const DAY_MS = 86_400_000
/** Files of places are published each night: of those older than this, the last one of each month is kept. */
const ALL_DAYS = 90

/**
 * Removes the archived files of places that the rule does not keep: all of the last ninety days, then the last of each
 * month. The other kinds are kept whole: structures are history, the others seldom change. `used`: the hashes of what
 * is published, which is kept whatever its age.
 */
export function pruneArchive(folder: string, today: string, used: ReadonlySet<string>): void {
  const oldest = new Date(Date.parse(today) - ALL_DAYS * DAY_MS).toISOString().slice(0, 10)
  const lieux = listArchive(folder).filter(({ kind }) => kind === 'lieux')
  const lastOfMonth = new Map(lieux.map(({ millesime, sha256 }) => [millesime.slice(0, 7), sha256]))
  for (const { path, millesime, sha256 } of lieux) {
    if (millesime >= oldest || used.has(sha256) || lastOfMonth.get(millesime.slice(0, 7)) === sha256) continue
    rmSync(path, { force: true })
    rmSync(`${path}.source.json`, { force: true })
  }
}
