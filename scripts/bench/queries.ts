import { parseFilters } from '#app/domain/filters.ts'
import { type Db, openReadOnly } from '#db/connect.server.ts'
import { facettes } from '#db/facettes.server.ts'
import { lieuById, listLieux, selectionLieux } from '#db/lieux.server.ts'
import { listStructuresSansLieu } from '#db/structures.server.ts'
import { benchChiffres } from './chiffres.ts'
import { benchCommunes } from './communes.ts'
import { importPlaces } from './databases.ts'
import { ms, timed } from './measure.ts'

/** What a filtered page asks of the database: `count` generated places, or one database. */
export function benchQueries(folder: string, count: number, database: string | null): void {
  const path = database ?? importPlaces(folder, count)
  const db = openReadOnly(path)
  const lieux = db.$client.prepare('select count(*) from lieu').pluck().get() as number
  console.log(`\nQueries at ${lieux.toLocaleString('en')} places, medians of 31 (least to most)`)
  for (const [name, work] of queriesOf(db)) {
    const { median, min, max } = timed(31, work)
    console.log(`  ${name.padEnd(28)} ${ms(median)} (${ms(min)} to ${ms(max)})`)
  }
  benchCommunes(db)
  db.$client.close()
  benchChiffres(path)
}

function queriesOf(db: Db): [name: string, work: () => unknown][] {
  const { filters } = parseFilters(new URLSearchParams('departement=59&departement=62&ruralite=rural'))
  const whole = parseFilters(new URLSearchParams()).filters
  const search = parseFilters(new URLSearchParams('q=mediatheque')).filters
  const { lieux } = listLieux(db, filters, { page: 1 })
  return [
    ['list, 2 departments, rural', () => listLieux(db, filters, { page: 1 })],
    ['list, everything', () => listLieux(db, whole, { page: 1 })],
    ['list, one word searched', () => listLieux(db, search, { page: 1 })],
    ['counts of every filter', () => facettes(db, filters)],
    ['selection for the map', () => selectionLieux(db, filters)],
    ['employers without a place', () => listStructuresSansLieu(db, filters, { page: 1 })],
    ['one place', () => lieuById(db, lieux[0]?.id ?? '')],
  ]
}
