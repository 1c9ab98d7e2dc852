import type { ChiffresDits } from '#app/domain/phrase-territoire.ts'
import { RURALITES, type Ruralite } from '#app/domain/vocabulary.ts'
import type { Db } from './connect.server.ts'
import { type DepartementResume, listDepartements, postesPour10000 } from './departements.server.ts'
import { remember } from './memoire.server.ts'

/** Of one class of rurality: inhabitants, places (by the place), posts (by the employer's seat). */
export type Classe = { population: number; lieux: number; postes: number }
/** The figures of a territory; rates per 10,000 inhabitants with two decimals, shares from 0 to 1. */
export type Chiffres = ChiffresDits & {
  structures: number
  part_5km: number | null
  part_20km: number | null
  /** The four classes sum to the territory's places and posts. */
  ruralites: Record<Ruralite, Classe>
}
export type ChiffresDepartement = Chiffres & Pick<DepartementResume, 'code' | 'nom' | 'region'>

const RAYONS = [5, 10, 20] as const
/** Inhabitants whose commune's centre is known, then those within each radius of a place. */
type Proches = { connus: number; a5: number; a10: number; a20: number }
type Counted = Pick<DepartementResume, 'population' | 'postes' | 'structures' | 'lieux'>
type Cell = { code: string; ruralite: Ruralite; nombre: number }

/** Every department and territory, by code, with all its figures. */
export function chiffresDesDepartements(db: Db): ChiffresDepartement[] {
  return remember(db, sumDepartements)
}

function sumDepartements(db: Db): ChiffresDepartement[] {
  const proches = remember(db, prochesByDepartement)
  const ruralites = ruralitesByDepartement(db)
  return listDepartements(db).map((row) => ({
    code: row.code,
    nom: row.nom,
    region: row.region,
    ...chiffresOf(row, proches.get(row.code) ?? AUCUN, ruralites.get(row.code) ?? noClasses()),
  }))
}

/** The same figures over departments and territories together: those of a region, those of France. */
export function chiffresEnsemble(db: Db, wanted: (row: ChiffresDepartement) => boolean = () => true): Chiffres {
  const rows = chiffresDesDepartements(db).filter(wanted)
  const proches = remember(db, prochesByDepartement)
  const sum = (of: (row: ChiffresDepartement) => number) => rows.reduce((n, row) => n + of(row), 0)
  const near = (of: keyof Proches) => sum(({ code }) => proches.get(code)?.[of] ?? 0)
  const ruralites = noClasses()
  for (const classe of RURALITES)
    for (const key of ['population', 'lieux', 'postes'] as const)
      ruralites[classe][key] = sum((row) => row.ruralites[classe][key])
  const population = sum((row) => row.population ?? 0)
  const counted = {
    population: population > 0 ? population : null,
    postes: sum(({ postes }) => postes),
    structures: sum(({ structures }) => structures),
    lieux: sum(({ lieux }) => lieux),
  }
  return chiffresOf(counted, { connus: near('connus'), a5: near('a5'), a10: near('a10'), a20: near('a20') }, ruralites)
}

const AUCUN: Proches = { connus: 0, a5: 0, a10: 0, a20: 0 }

function chiffresOf(counted: Counted, proches: Proches, ruralites: Record<Ruralite, Classe>): Chiffres {
  const { population, postes, structures, lieux } = counted
  const part = (near: number) => (proches.connus > 0 ? near / proches.connus : null)
  const habitants = RURALITES.reduce((sum, classe) => sum + ruralites[classe].population, 0)
  return {
    population,
    lieux,
    lieux_pour_10000: postesPour10000(lieux, population),
    part_5km: part(proches.a5),
    part_10km: part(proches.a10),
    part_20km: part(proches.a20),
    part_calculee: habitants > 0 ? proches.connus / habitants : 0,
    postes,
    postes_pour_10000: postesPour10000(postes, population),
    structures,
    ruralites,
  }
}

function prochesByDepartement(db: Db): Map<string, Proches> {
  const within = RAYONS.map((km) => `sum(case when distance_km <= ${km} then population else 0 end) as a${km}`)
  const query = `select departement_code as code, ${within.join(', ')},
    sum(case when distance_km is not null then population else 0 end) as connus
    from commune group by departement_code order by departement_code`
  const rows = db.$client.prepare<[], Proches & { code: string }>(query).all()
  return new Map(rows.map(({ code, ...proches }) => [code, proches]))
}

/** A post's rurality is that of where it is placed, most often its employer's seat; a place's is its own. */
const CLASSES: Record<keyof Classe, string> = {
  population: 'select departement_code as code, ruralite, sum(population) as nombre from commune group by 1, 2',
  lieux: `select departement_code as code, ruralite, count(*) as nombre from lieu
    where reseau = 'conseiller-numerique' group by 1, 2`,
  postes: `select p.departement_code as code, p.ruralite, sum(p.nombre) as nombre from source s
    join poste p on p.source_id = s.id where s.kind = 'structures' and s.courante = 1 group by 1, 2`,
}

function ruralitesByDepartement(db: Db): Map<string, Record<Ruralite, Classe>> {
  const byCode = new Map<string, Record<Ruralite, Classe>>()
  for (const key of ['population', 'lieux', 'postes'] as const) {
    for (const { code, ruralite, nombre } of db.$client.prepare<[], Cell>(CLASSES[key]).all()) {
      const classes = byCode.get(code) ?? noClasses()
      byCode.set(code, classes)
      classes[ruralite][key] = nombre
    }
  }
  return byCode
}

function noClasses(): Record<Ruralite, Classe> {
  const none = () => ({ population: 0, lieux: 0, postes: 0 })
  return { rural: none(), intermediaire: none(), urbain: none(), inconnue: none() }
}
