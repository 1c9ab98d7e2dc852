import { type Cellule, groupBy, type Territoire } from '#app/domain/couverture/comptes.ts'
import type { CommuneSituee } from '#app/domain/couverture/distances.ts'
import type { Maille } from '#app/domain/couverture/indicateurs.ts'
import type { Ruralite } from '#app/domain/vocabulary.ts'
import { cellules } from './comptes.server.ts'
import type { Db } from './connect.server.ts'
import { listDepartements } from './departements.server.ts'
import { remember } from './memoire.server.ts'
import { chiffresDesDepartements } from './territoires.server.ts'

/** What the pages and the API of coverage are made of. */
export type Couverture = {
  cellules: Cellule[]
  departements: Territoire[]
  /** Regions; a department that has none stands for itself. */
  regions: Territoire[]
  communes: CommuneSituee[]
}

export function couvertureOf(db: Db): Couverture {
  return remember(db, readCouverture)
}

function readCouverture(db: Db): Couverture {
  const all = cellules(db)
  const noms = listDepartements(db)
  const regionOf = new Map(noms.map(({ code, regionCode }) => [code, regionCode ?? code]))
  const ofRegion = groupBy(all, ({ departement }) => regionOf.get(departement) ?? departement)
  const regions = new Map(noms.map(({ code, nom, regionCode, region }) => [regionCode ?? code, region ?? nom]))
  return {
    cellules: all,
    departements: chiffresDesDepartements(db),
    regions: [...regions]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([code, nom]) => ({ code, nom, region: nom, cellules: ofRegion.get(code) ?? [] })),
    communes: communesSituees(db),
  }
}

export function territoiresOf(couverture: Couverture, maille: Maille): Territoire[] {
  return maille === 'region' ? couverture.regions : couverture.departements
}

// 35,000 rows: read as arrays, they take half the time.
const SITUEES = `
  select c.code, c.nom, c.departement_code, c.ruralite, c.densite, c.population, c.distance_km, l.nom, l.id
  from commune c left join lieu l on l.numero = c.lieu_proche
  where c.distance_km is not null order by c.distance_km, c.code`

type Row = [string, string, string, Ruralite, number | null, number, number, string | null, string | null]

/** The communes whose distance to a place is known, nearest first. */
function communesSituees(db: Db): CommuneSituee[] {
  const rows = db.$client.prepare(SITUEES).raw().all() as Row[]
  return rows.map(([code, nom, departement, ruralite, niveau, population, km, lieu, lieuId]) => {
    return { code, nom, departement, ruralite, niveau, population, km, lieu, lieuId }
  })
}
