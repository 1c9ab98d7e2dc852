import type { SeuilKm } from '#app/domain/chiffres/table.ts'
import { type Cellule, groupBy, joinCellules, noComptes } from '#app/domain/couverture/comptes.ts'
import type { Semaine } from '#app/domain/horaires/semaine.ts'
import { terreOf, terresDesservies } from '#app/domain/territoires/terre.ts'
import type { Ruralite } from '#app/domain/vocabulary.ts'
import type { Db } from './connect.server.ts'
import { remember } from './memoire.server.ts'
import { readSemaine } from './semaine.ts'

type Cle = { departement: string; epci: string | null; ruralite: Ruralite; niveau: number | null }
/** A cell of one EPCI within its department; `epci` null: of a commune that has none, or that is not known. */
type CelluleFine = Cellule & { epci: string | null }
type Comptee = Cle & Partial<Cellule>

/**
 * Places, posts validated, employers, inhabitants and how far they are from a place, of each department by rurality and
 * INSEE level: the one place where they are counted, and what every figure of a territory is made of. A post is of its
 * row's own department, and of the class of the commune where it is placed.
 */
export function cellules(db: Db): Cellule[] {
  return remember(db, cellulesDesDepartements)
}

/** The same by EPCI, by SIREN: what is in a commune that is not known is in none. */
export function cellulesParEpci(db: Db): ReadonlyMap<string, readonly Cellule[]> {
  return remember(db, cellulesDesEpci)
}

function cellulesDesDepartements(db: Db): Cellule[] {
  return joinCellules(
    remember(db, countCellules),
    ({ departement, ruralite, niveau }) => `${departement} ${ruralite} ${niveau}`,
  )
}

function cellulesDesEpci(db: Db): ReadonlyMap<string, readonly Cellule[]> {
  const connues = remember(db, countCellules).filter(({ epci }) => epci !== null)
  return groupBy(connues, ({ epci }) => String(epci))
}

function countCellules(db: Db): CelluleFine[] {
  const lieux = countLieux(db)
  const desservies = terresDesservies(lieux.map(asTerre))
  const avecFs = terresDesservies([...lieux.map(asTerre), ...countFranceServices(db)])
  const habitants = countHabitants(db).map((row) => onItsLand(row, desservies, avecFs))
  return merge([...lieux, ...countHeures(db), ...countPostes(db), ...countStructures(db), ...habitants])
}

function asTerre({ departement, lieux = 0 }: Comptee): { code: string; lieux: number } {
  return { code: departement, lieux }
}

/** Where the files hold nothing on a whole land, how far people are is not known: they are not far. */
function onItsLand(row: Comptee, desservies: ReadonlySet<string>, avecFs: ReadonlySet<string>): Comptee {
  const terre = terreOf(row.departement)
  const { situes = 0, situesOuFs, proches, prochesOuFs, ...connus } = row
  return {
    ...connus,
    ...(desservies.has(terre) ? { situes, proches } : { horsTerre: situes }),
    ...(avecFs.has(terre) && { situesOuFs, prochesOuFs }),
  }
}

// The queries are written as SQLite is asked them: to lay their 6,000 rows in fields takes drizzle as long as to count them.

function rowsOf<T>({ $client }: Db, query: string): T[] {
  return $client.prepare<[], T>(query).all()
}

function countFranceServices(db: Db): { code: string; lieux: number }[] {
  return rowsOf(
    db,
    `select departement_code as code, count(*) as lieux from lieu where reseau = 'france-services' group by 1`,
  )
}

function countLieux(db: Db): Comptee[] {
  return rowsOf(
    db,
    `select l.departement_code as departement, c.epci_code as epci, l.ruralite, l.densite as niveau, count(*) as lieux
    from lieu l left join commune c on c.code = l.commune_code
    where l.reseau = 'conseiller-numerique' group by 1, 2, 3, 4`,
  )
}

const HEURES = `
  select l.departement_code as departement, c.epci_code as epci, l.ruralite, l.densite as niveau, l.semaine
  from lieu l left join commune c on c.code = l.commune_code
  where l.reseau = 'conseiller-numerique' and l.semaine is not null`

/** Hours of an ordinary week, of the places that publish some. */
function countHeures(db: Db): Comptee[] {
  const known = new Map<string, number>()
  const rows = rowsOf<Cle & { semaine: string }>(db, HEURES)
  const cellules = rows.flatMap(({ semaine, ...cle }) => {
    const minutes = known.get(semaine) ?? minutesOf(readSemaine(semaine))
    known.set(semaine, minutes)
    return minutes === 0 ? [] : [{ ...noComptes(), ...cle, minutes, lieuxHoraires: 1 }]
  })
  return joinCellules(cellules, keyOf).map(({ departement, epci, ruralite, niveau, minutes, lieuxHoraires }) => {
    return { departement, epci, ruralite, niveau, minutes, lieuxHoraires }
  })
}

function minutesOf({ plages }: Semaine): number {
  return plages.reduce((sum, { debut, fin }) => sum + fin - debut, 0)
}

function countPostes(db: Db): Comptee[] {
  return rowsOf(
    db,
    `select p.departement_code as departement, c.epci_code as epci, p.ruralite, p.densite as niveau,
      sum(p.nombre) as postes, sum(p.investissement) as investissement,
      total(p.nombre) filter (where e.lieux > 0) as postesSitues
    from poste p join source s on s.id = p.source_id left join commune c on c.code = p.commune_code
      left join structure e on e.id = p.structure_id
    where s.kind = 'structures' and s.courante = 1 group by 1, 2, 3, 4`,
  )
}

function countStructures(db: Db): Comptee[] {
  return rowsOf(
    db,
    `select s.departement_code as departement, c.epci_code as epci, s.ruralite, s.densite as niveau, count(*) as structures
    from structure s left join commune c on c.code = s.commune_code
    where s.postes > 0 group by 1, 2, 3, 4`,
  )
}

const within = (km: SeuilKm) => `total(population) filter (where distance_km <= ${km})`
const either = (km: SeuilKm) =>
  `total(population) filter (where distance_france_services_km is not null
    and min(distance_km, distance_france_services_km) <= ${km})`

const HABITANTS = `
  select departement_code as departement, epci_code as epci, ruralite, densite as niveau, sum(population) as population,
    total(population) filter (where distance_km is not null) as situes,
    total(population) filter (where distance_km is not null and distance_france_services_km is not null) as situesOuFs,
    ${within(5)} as a5, ${within(10)} as a10, ${within(20)} as a20,
    ${either(5)} as fs5, ${either(10)} as fs10, ${either(20)} as fs20
  from commune group by 1, 2, 3, 4`

type Habitants = Cle &
  Record<'population' | 'situes' | 'situesOuFs' | 'a5' | 'a10' | 'a20' | 'fs5' | 'fs10' | 'fs20', number>

function countHabitants(db: Db): Comptee[] {
  return rowsOf<Habitants>(db, HABITANTS).map(({ a5, a10, a20, fs5, fs10, fs20, ...row }) => ({
    ...row,
    proches: { 5: a5, 10: a10, 20: a20 },
    prochesOuFs: { 5: fs5, 10: fs10, 20: fs20 },
  }))
}

function keyOf({ departement, epci, ruralite, niveau }: Cle): string {
  return `${departement} ${epci} ${ruralite} ${niveau}`
}

/** One cell per department, EPCI, class and level; what a query does not count stays as it was. */
function merge(rows: Comptee[]): CelluleFine[] {
  const found = new Map<string, CelluleFine>()
  for (const row of rows) found.set(keyOf(row), { ...(found.get(keyOf(row)) ?? noComptes()), ...row })
  return [...found.values()]
}
