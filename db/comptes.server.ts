import { and, eq, gt, sql } from 'drizzle-orm'
import { type Cellule, groupBy, joinCellules, noComptes } from '#app/domain/couverture/comptes.ts'
import { terreOf, terresDesservies } from '#app/domain/territoires/terre.ts'
import type { Ruralite } from '#app/domain/vocabulary.ts'
import type { Db } from './connect.server.ts'
import { remember } from './memoire.server.ts'
import { commune, lieu, poste, source, structure } from './schema.ts'
import { ofCurrentFile } from './sources.server.ts'

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

function countFranceServices(db: Db): { code: string; lieux: number }[] {
  return db
    .select({ code: lieu.departementCode, lieux: sql<number>`count(*)` })
    .from(lieu)
    .where(eq(lieu.reseau, 'france-services'))
    .groupBy(lieu.departementCode)
    .all()
}

const DU_RESEAU = eq(lieu.reseau, 'conseiller-numerique')
const CLE_LIEU = {
  departement: lieu.departementCode,
  epci: commune.epciCode,
  ruralite: lieu.ruralite,
  niveau: lieu.densite,
}

function countLieux(db: Db): Comptee[] {
  return db
    .select({ ...CLE_LIEU, lieux: sql<number>`count(*)` })
    .from(lieu)
    .leftJoin(commune, eq(commune.code, lieu.communeCode))
    .where(DU_RESEAU)
    .groupBy(lieu.departementCode, commune.epciCode, lieu.ruralite, lieu.densite)
    .all()
}

/** Hours of an ordinary week, of the places that publish some. */
function countHeures(db: Db): Comptee[] {
  const rows = db
    .select({ ...CLE_LIEU, semaine: lieu.semaine })
    .from(lieu)
    .leftJoin(commune, eq(commune.code, lieu.communeCode))
    .where(and(DU_RESEAU, sql`${lieu.semaine} is not null`))
    .all()
  const cellules = rows.flatMap(({ semaine, ...cle }) => {
    const minutes = semaine?.plages.reduce((sum, { debut, fin }) => sum + fin - debut, 0) ?? 0
    return minutes === 0 ? [] : [{ ...noComptes(), ...cle, minutes, lieuxHoraires: 1 }]
  })
  return joinCellules(cellules, keyOf).map(({ departement, epci, ruralite, niveau, minutes, lieuxHoraires }) => {
    return { departement, epci, ruralite, niveau, minutes, lieuxHoraires }
  })
}

function countPostes(db: Db): Comptee[] {
  const { departementCode: departement, ruralite, densite: niveau, nombre } = poste
  const investissement = sql<number | null>`sum(${poste.investissement})`
  return db
    .select({
      ...{ departement, epci: commune.epciCode, ruralite, niveau },
      ...{ postes: sql<number>`sum(${nombre})`, investissement },
      postesSitues: sql<number>`total(${nombre}) filter (where ${structure.lieux} > 0)`,
    })
    .from(poste)
    .innerJoin(source, eq(source.id, poste.sourceId))
    .leftJoin(commune, eq(commune.code, poste.communeCode))
    .leftJoin(structure, eq(structure.id, poste.structureId))
    .where(ofCurrentFile)
    .groupBy(departement, commune.epciCode, ruralite, niveau)
    .all()
}

function countStructures(db: Db): Comptee[] {
  const { departementCode: departement, ruralite, densite: niveau } = structure
  return db
    .select({ departement, epci: commune.epciCode, ruralite, niveau, structures: sql<number>`count(*)` })
    .from(structure)
    .leftJoin(commune, eq(commune.code, structure.communeCode))
    .where(gt(structure.postes, 0))
    .groupBy(departement, commune.epciCode, ruralite, niveau)
    .all()
}

function countHabitants(db: Db): Comptee[] {
  const { departementCode: departement, epciCode: epci, ruralite, densite: niveau, population } = commune
  const { distanceKm: km, distanceFranceServicesKm: kmFs } = commune
  const within = (seuil: number) => sql<number>`total(${population}) filter (where ${km} <= ${seuil})`
  const either = (seuil: number) =>
    sql<number>`total(${population}) filter (where ${kmFs} is not null and min(${km}, ${kmFs}) <= ${seuil})`
  return db
    .select({
      ...{ departement, epci, ruralite, niveau },
      population: sql<number>`sum(${population})`,
      situes: sql<number>`total(${population}) filter (where ${km} is not null)`,
      situesOuFs: sql<number>`total(${population}) filter (where ${km} is not null and ${kmFs} is not null)`,
      ...{ a5: within(5), a10: within(10), a20: within(20), fs5: either(5), fs10: either(10), fs20: either(20) },
    })
    .from(commune)
    .groupBy(departement, epci, ruralite, niveau)
    .all()
    .map(({ a5, a10, a20, fs5, fs10, fs20, ...row }) => ({
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
