import type { GenreToponyme } from '#app/domain/territoires/toponymes.ts'
import type { Ruralite } from '#app/domain/vocabulary.ts'
import type { Db } from './connect.server.ts'

/** A commune as the rules of place need it. `centre`: WGS 84 degrees, null when unknown. */
export type CommuneConnue = {
  code: string
  nom: string
  departement: string
  region: string | null
  epci: string | null
  population: number
  surfaceKm2: number | null
  centre: { lat: number; lon: number } | null
  densite: number | null
  ruralite: Ruralite
  ruraliteEstimee: boolean
  frr: string | null
  codesPostaux: string[]
  anciensCodes: string[]
}

type CommuneRow = [
  ...[code: string, nom: string, departement: string, region: string | null, epci: string | null, population: number],
  ...[surface: number | null, lat: number | null, lon: number | null, densite: number | null, ruralite: Ruralite],
  ...[estimee: number, frr: string | null],
]

// 35,000 rows: read as arrays, they take half the time.
const COMMUNES = `
  select c.code, c.nom, c.departement_code, d.region_code, c.epci_code, c.population, c.surface_km2, c.lat, c.lon,
    c.densite, c.ruralite, c.ruralite_estimee, c.frr
  from commune c join departement d on d.code = c.departement_code order by c.code`

/** Every commune of the database, with its postcodes and the codes that it took over. */
export function communesConnues(db: Db): CommuneConnue[] {
  const postaux = groupPairs(db, 'select commune_code, code_postal from commune_code_postal order by 1, 2')
  const anciens = groupPairs(db, 'select commune_code, code from commune_ancienne order by 1, 2')
  const rows = db.$client.prepare(COMMUNES).raw().all() as CommuneRow[]
  return rows.map(
    ([code, nom, departement, region, epci, population, surfaceKm2, lat, lon, densite, ruralite, estimee, frr]) => {
      const centre = lat === null || lon === null ? null : { lat, lon }
      const codes = { codesPostaux: postaux.get(code) ?? [], anciensCodes: anciens.get(code) ?? [] }
      const classe = { densite, ruralite, ruraliteEstimee: estimee === 1, frr }
      return { code, nom, departement, region, epci, population, surfaceKm2, centre, ...classe, ...codes }
    },
  )
}

function groupPairs(db: Db, sql: string): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const [commune, code] of db.$client.prepare(sql).raw().all() as [string, string][]) {
    const group = groups.get(commune)
    if (group) group.push(code)
    else groups.set(commune, [code])
  }
  return groups
}

type AncienneConnue = { nom: string; commune: string; genre: Exclude<GenreToponyme, 'commune'> }

/** The names that lead to a commune without being its own, in the order of their writing. */
export function anciennesConnues(db: Db): AncienneConnue[] {
  const query = "select nom, commune_code as commune, genre from toponyme where genre <> 'commune' order by id"
  return db.$client.prepare<[], AncienneConnue>(query).all()
}
