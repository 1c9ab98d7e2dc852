import { type Cellule, groupBy, sumComptes, type Territoire } from '#app/domain/couverture/comptes.ts'
import type { CommuneSituee } from '#app/domain/couverture/distances.ts'
import type { Maille } from '#app/domain/couverture/indicateurs.ts'
import type { Ruralite } from '#app/domain/vocabulary.ts'
import { cellules, cellulesParEpci } from './comptes.server.ts'
import type { Db } from './connect.server.ts'
import { listDepartements } from './departements.server.ts'
import { remember } from './memoire.server.ts'
import { chiffresDesDepartements, departementsDesservis } from './territoires.server.ts'

/** What the pages and the API of coverage are made of. */
export type Couverture = {
  cellules: Cellule[]
  departements: Territoire[]
  /** Regions; a department that has none stands for itself. */
  regions: Territoire[]
  communes: CommuneSituee[]
  /** Posts validated by the commune that they are placed in, and by its EPCI. */
  postes: { communes: ReadonlyMap<string, number>; epci: ReadonlyMap<string, number> }
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
    postes: { communes: postesParCommune(db), epci: postesParEpci(db) },
  }
}

export function territoiresOf(couverture: Couverture, maille: Maille): Territoire[] {
  return maille === 'region' ? couverture.regions : couverture.departements
}

// 35,000 rows: read as arrays, they take half the time.
const SITUEES = `
  select c.code, c.nom, c.departement_code, c.epci_code, c.ruralite, c.densite, c.population, c.distance_km, l.nom, l.id
  from commune c left join lieu l on l.numero = c.lieu_proche
  where c.distance_km is not null order by c.distance_km, c.code`

type Row = [
  string,
  string,
  string,
  string | null,
  Ruralite,
  number | null,
  number,
  number,
  string | null,
  string | null,
]

/** The communes whose distance to a place is known, nearest first; infinite on a land that has none. */
function communesSituees(db: Db): CommuneSituee[] {
  const desservis = departementsDesservis(db)
  const rows = db.$client.prepare(SITUEES).raw().all() as Row[]
  const communes = rows.map(([code, nom, departement, epci, ruralite, niveau, population, distance, lieu, lieuId]) => {
    const km = desservis.has(departement) ? distance : Number.POSITIVE_INFINITY
    return { code, nom, departement, epci, ruralite, niveau, population, km, lieu, lieuId }
  })
  const isKnown = ({ km }: CommuneSituee) => Number.isFinite(km)
  return [...communes.filter(isKnown), ...communes.filter((commune) => !isKnown(commune))]
}

function postesParCommune(db: Db): ReadonlyMap<string, number> {
  const query = `select p.commune_code, sum(p.nombre) from poste p join source s on s.id = p.source_id
    where s.kind = 'structures' and s.courante = 1 and p.commune_code is not null group by 1`
  return new Map(db.$client.prepare(query).raw().all() as [string, number][])
}

function postesParEpci(db: Db): ReadonlyMap<string, number> {
  return new Map([...cellulesParEpci(db)].map(([epci, own]) => [epci, sumComptes(own).postes]))
}
