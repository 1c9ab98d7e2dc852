import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseFilters } from '#app/domain/filters.ts'
import { openReadOnly } from '#db/connect.server.ts'
import { documentByNom } from '#db/documents.server.ts'
import { facettes } from '#db/facettes.server.ts'
import { lieuById, listLieux, selectionLieux } from '#db/lieux.server.ts'
import { listStructuresSansLieu } from '#db/structures.server.ts'
import { benchCommunes } from './communes.ts'
import { writePlaces } from './generate.ts'
import { ms, timed } from './measure.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** What a filtered page asks of the database at 20,000 places, and the size of the map's points. */
export function benchQueries(folder: string): void {
  for (const count of [4000, 20_000]) {
    const path = importPlaces(folder, count)
    const db = openReadOnly(path)
    const points = documentByNom(db, 'points')
    console.log(
      `\n${count.toLocaleString('en')} places: points ${kB(points?.brotli.length)} brotli, ${kB(points?.gzip.length)} gzip`,
    )
    if (count === 20_000) {
      const { filters } = parseFilters(new URLSearchParams('departement=59&departement=62&ruralite=rural'))
      const whole = parseFilters(new URLSearchParams()).filters
      const search = parseFilters(new URLSearchParams('q=mediatheque')).filters
      const { lieux } = listLieux(db, filters, { page: 1 })
      const queries: [string, () => unknown][] = [
        ['list, 2 departments, rural', () => listLieux(db, filters, { page: 1 })],
        ['list, everything', () => listLieux(db, whole, { page: 1 })],
        ['list, one word searched', () => listLieux(db, search, { page: 1 })],
        ['counts of every filter', () => facettes(db, filters)],
        ['selection for the map', () => selectionLieux(db, filters)],
        ['employers without a place', () => listStructuresSansLieu(db, filters, { page: 1 })],
        ['one place', () => lieuById(db, lieux[0]?.id ?? '')],
      ]
      for (const [name, work] of queries) {
        const { median, min, max } = timed(31, work)
        console.log(`  ${name.padEnd(28)} median ${ms(median)} (${ms(min)} to ${ms(max)})`)
      }
      benchCommunes(db)
    }
    db.$client.close()
  }
}

function importPlaces(folder: string, count: number): string {
  const csv = join(folder, `lieux-${count}-2026-01-01.csv`)
  writePlaces(csv, count)
  const out = join(folder, String(count), 'annuaire.sqlite')
  execFileSync(process.execPath, ['--import', 'tsx', 'scripts/import.ts', csv, '--out', out, '--json'], {
    cwd: ROOT,
    stdio: 'ignore',
  })
  return out
}

function kB(bytes: number | undefined): string {
  return bytes === undefined ? 'absent' : `${Math.round(bytes / 1000)} kB`
}
