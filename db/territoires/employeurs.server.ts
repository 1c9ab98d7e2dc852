import { sql } from 'drizzle-orm'
import type { EmployeurLu } from '#app/domain/collectivites/rapport.ts'
import type { TerritoireDeCollectivite } from '../collectivites/territoire.server.ts'
import type { Db } from '../connect.server.ts'
import { remember, rememberChoice } from '../memoire.server.ts'
import { prepared } from '../prepared.server.ts'

/** An employer as a territory lists it. `postes`: those validated there, not those that it has elsewhere. */
export type Employeur = {
  cle: string
  nom: string
  type: string | null
  postes: number
  communeCode: string | null
  communeNom: string | null
  /** Commune of its seat, when it is elsewhere than its posts. */
  siegeCode: string | null
  siegeNom: string | null
  /** Its known places, anywhere. */
  lieux: number
}

// From the posts, by their index: what a territory has is what its rows say, wherever the employer is counted.
const EMPLOYEURS = (where: string) => `select t.cle, t.nom, t.type, sum(p.nombre) as postes,
    p.commune_code as communeCode, c.nom as communeNom, t.commune_siege_code as siegeCode, s.nom as siegeNom, t.lieux
  from source f join poste p on p.source_id = f.id join structure t on t.id = p.structure_id
    left join commune c on c.code = p.commune_code left join commune s on s.code = t.commune_siege_code
  where f.kind = 'structures' and f.courante = 1 and p.nombre > 0 and p.departement_code = ? ${where}
  group by t.id order by postes desc, t.nom, t.cle limit ?`

/** The employers that have posts in a department, those with the most first; their posts sum to the department's. */
export function employeursDuDepartement(db: Db, departementCode: string, limit = -1): Employeur[] {
  return prepared<[string, number], Employeur>(db, EMPLOYEURS('')).all(departementCode, limit)
}

/** The employers that have posts placed in a commune, those with the most first. A page asks for them several times. */
export function employeursDeCommune(db: Db, departementCode: string, communeCode: string): Employeur[] {
  return rememberChoice(db, [departementCode, communeCode], readEmployeursDeCommune)
}

function readEmployeursDeCommune(db: Db, [departementCode, communeCode]: [string, string]): Employeur[] {
  const query = EMPLOYEURS('and p.commune_code = ?')
  return prepared<[string, string, number], Employeur>(db, query).all(departementCode, communeCode, -1)
}

/** An employer whose posts are placed elsewhere than its seat. */
export type Siege = {
  cle: string
  nom: string
  postes: number
  departementCode: string
  communeNom: string | null
  siegeCode: string
}

/** The employers whose seat is in a commune and whose posts are placed elsewhere. */
export function siegesDeCommune(db: Db, communeCode: string): Siege[] {
  return remember(db, siegesByCommune).get(communeCode) ?? []
}

// They are few: all are read at once, rather than every employer at each commune.
function siegesByCommune(db: Db): Map<string, Siege[]> {
  const query = `select t.cle, t.nom, t.postes, t.departement_code as departementCode, c.nom as communeNom,
    t.commune_siege_code as siegeCode from structure t left join commune c on c.code = t.commune_code
    where t.postes > 0 and t.commune_siege_code is not null and t.commune_code is not t.commune_siege_code order by t.nom, t.cle`
  const byCommune = new Map<string, Siege[]>()
  for (const siege of db.$client.prepare<[], Siege>(query).all()) {
    byCommune.set(siege.siegeCode, [...(byCommune.get(siege.siegeCode) ?? []), siege])
  }
  return byCommune
}

/** An employer with where its posts are, for a table of all of them. */
type EmployeurEntier = {
  siret: string | null
  nom: string
  type: string | null
  commune_code: string | null
  commune: string | null
  departement: string
  postes: number
  lieux: number
}

/** Every employer of the list in force, those with the most posts first. */
export function tousLesEmployeurs(db: Db): EmployeurEntier[] {
  const query = `select t.siret, t.nom, t.type, t.commune_code, c.nom as commune, t.departement_code as departement,
    t.postes, t.lieux from structure t left join commune c on c.code = t.commune_code order by t.postes desc, t.nom, t.cle`
  return prepared<[], EmployeurEntier>(db, query).all()
}

/**
 * As the report of a territory, or of an employer, lists them: those without a known place first. One that is in the
 * list with 0 posts is in its own report only.
 */
export function employeursDuTerritoire(db: Db, { type, postes }: TerritoireDeCollectivite): EmployeurLu[] {
  const rows = db.values<[number, string, string | null, string, number, string | null, number]>(sql`
    select t.id, t.cle, t.siret, t.nom, sum(p.nombre) as postes, c.nom, t.lieux
    from source f join poste p on p.source_id = f.id join structure t on t.id = p.structure_id
      left join commune c on c.code = p.commune_code
    where f.kind = 'structures' and f.courante = 1 and ${postes} and (p.nombre > 0 or ${type === 'structure' ? 1 : 0})
    group by t.id order by t.lieux > 0, postes desc, t.nom, t.cle`)
  return rows.map(([id, cle, siret, nom, nombre, communeNom, lieux]) => {
    return { id, cle, siret, nom, postes: nombre, communeNom, lieux }
  })
}
