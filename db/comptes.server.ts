import { eq, gt, sql } from 'drizzle-orm'
import { type Cellule, noComptes } from '#app/domain/couverture/comptes.ts'
import type { Ruralite } from '#app/domain/vocabulary.ts'
import type { Db } from './connect.server.ts'
import { remember } from './memoire.server.ts'
import { commune, lieu, poste, source, structure } from './schema.ts'
import { ofCurrentFile } from './sources.server.ts'

type Cle = { departement: string; ruralite: Ruralite; niveau: number | null }
type Comptee = Cle & Partial<Cellule>

/**
 * Places, posts validated, employers, inhabitants and how far they are from a place, of each department by rurality and
 * INSEE level: the one place where they are counted, and what every figure of a territory is made of. A post is of its
 * row's own department, and of the class of the commune where it is placed.
 */
export function cellules(db: Db): Cellule[] {
  return remember(db, countCellules)
}

function countCellules(db: Db): Cellule[] {
  return merge([...countLieux(db), ...countPostes(db), ...countStructures(db), ...countHabitants(db)])
}

function countLieux(db: Db): Comptee[] {
  const { departementCode: departement, ruralite, densite: niveau } = lieu
  return db
    .select({ departement, ruralite, niveau, lieux: sql<number>`count(*)` })
    .from(lieu)
    .where(eq(lieu.reseau, 'conseiller-numerique'))
    .groupBy(departement, ruralite, niveau)
    .all()
}

function countPostes(db: Db): Comptee[] {
  const { departementCode: departement, ruralite } = poste
  const { densite: niveau } = commune
  const postes = sql<number>`sum(${poste.nombre})`
  const investissement = sql<number | null>`sum(${poste.investissement})`
  return db
    .select({ departement, ruralite, niveau, postes, investissement })
    .from(poste)
    .innerJoin(source, eq(source.id, poste.sourceId))
    .leftJoin(commune, eq(commune.code, poste.communeCode))
    .where(ofCurrentFile)
    .groupBy(departement, ruralite, niveau)
    .all()
}

function countStructures(db: Db): Comptee[] {
  const { departementCode: departement, ruralite, densite: niveau } = structure
  return db
    .select({ departement, ruralite, niveau, structures: sql<number>`count(*)` })
    .from(structure)
    .where(gt(structure.postes, 0))
    .groupBy(departement, ruralite, niveau)
    .all()
}

function countHabitants(db: Db): Comptee[] {
  const { departementCode: departement, ruralite, densite: niveau, population, distanceKm } = commune
  const within = (km: number) => sql<number>`total(${population}) filter (where ${distanceKm} <= ${km})`
  return db
    .select({
      ...{ departement, ruralite, niveau },
      population: sql<number>`sum(${population})`,
      situes: sql<number>`total(${population}) filter (where ${distanceKm} is not null)`,
      ...{ a5: within(5), a10: within(10), a20: within(20) },
    })
    .from(commune)
    .groupBy(departement, ruralite, niveau)
    .all()
    .map(({ a5, a10, a20, ...row }) => ({ ...row, proches: { 5: a5, 10: a10, 20: a20 } }))
}

/** One cell per department, class and level; what a query does not count stays as it was. */
function merge(rows: Comptee[]): Cellule[] {
  const found = new Map<string, Cellule>()
  for (const { departement, ruralite, niveau, ...comptes } of rows) {
    const key = `${departement} ${ruralite} ${niveau}`
    const before = found.get(key) ?? { ...noComptes(), departement, ruralite, niveau }
    found.set(key, { ...before, ...comptes })
  }
  return [...found.values()]
}
