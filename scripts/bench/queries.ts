import { encodeSelection } from '#app/domain/carte/row-set.ts'
import { parseFilters } from '#app/domain/filters.ts'
import { type Db, openReadOnly } from '#db/connect.server.ts'
import { facettes } from '#db/facettes.server.ts'
import { lieuById, lieuxByNumeros } from '#db/lieux.server.ts'
import { select } from '#db/selection.server.ts'
import { structuresByIds } from '#db/structures.server.ts'
import { benchChiffres } from './chiffres.ts'
import { benchCommunes, benchResolver } from './communes.ts'
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
  benchResolver(db)
  db.$client.close()
  benchChiffres(path)
}

function queriesOf(db: Db): [name: string, work: () => unknown][] {
  const asking = (search: string) => select(db, parseFilters(new URLSearchParams(search)).filters, new Date())
  const list = (search: string) => lieuxByNumeros(db, asking(search).lieux().slice(0, 50))
  const filtered = 'departement=59&departement=62&ruralite=rural'
  const [first] = list(filtered)
  return [
    ['list, 2 departments, rural', () => list(filtered)],
    ['list, everything', () => list('')],
    ['list, one word searched', () => list('q=mediatheque')],
    ['counts of every filter', () => facettes(db, asking(filtered))],
    ['selection for the map', () => encodeSelection(asking(filtered).lieux())],
    ['employers without a place', () => structuresByIds(db, asking(filtered).structures().slice(0, 50))],
    ['one place', () => lieuById(db, first?.id ?? '')],
  ]
}
