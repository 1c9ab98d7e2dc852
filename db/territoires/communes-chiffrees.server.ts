import { memeTerre } from '#app/domain/territoires/terre.ts'
import type { Ruralite } from '#app/domain/vocabulary.ts'
import type { Db } from '../connect.server.ts'
import { remember } from '../memoire.server.ts'
import { departementsDesservis } from '../territoires.server.ts'

/** A commune with all that its files count. `km`, `kmOuFs`: to a place, to a place or a France services; null: unknown. */
export type CommuneChiffree = {
  code: string
  nom: string
  departement: string
  epci: string | null
  population: number
  ruralite: Ruralite
  densite: number | null
  frr: string | null
  lieux: number
  postes: number
  km: number | null
  kmFranceServices: number | null
}

// Counted by commune first: 35,000 sub-queries would take seconds.
const CHIFFREES = `
  with lieux as (
    select commune_code as code, count(*) as n from lieu where reseau = 'conseiller-numerique' group by 1
  ), postes as (
    select p.commune_code as code, sum(p.nombre) as n from poste p join source s on s.id = p.source_id
    where s.kind = 'structures' and s.courante = 1 group by 1
  )
  select c.code, c.nom, c.departement_code as departement, c.epci_code as epci, c.population, c.ruralite, c.densite,
    c.frr, ifnull(lieux.n, 0) as lieux, ifnull(postes.n, 0) as postes, c.distance_km as km,
    c.distance_france_services_km as kmFranceServices, l.departement_code as proche
  from commune c left join lieux on lieux.code = c.code left join postes on postes.code = c.code
    left join lieu l on l.numero = c.lieu_proche
  order by c.population desc, c.code`

/** Every commune, the most populated first. */
export function communesChiffrees(db: Db): CommuneChiffree[] {
  return remember(db, readCommunes)
}

/** Those of an EPCI, by its SIREN, in the same order; [] when none is known. */
export function communesDeEpci(db: Db, epci: string): CommuneChiffree[] {
  return remember(db, communesByEpci).get(epci) ?? []
}

function communesByEpci(db: Db): Map<string, CommuneChiffree[]> {
  const byEpci = new Map<string, CommuneChiffree[]>()
  for (const commune of communesChiffrees(db)) {
    if (commune.epci === null) continue
    const siennes = byEpci.get(commune.epci) ?? []
    siennes.push(commune)
    byEpci.set(commune.epci, siennes)
  }
  return byEpci
}

function readCommunes(db: Db): CommuneChiffree[] {
  const desservis = departementsDesservis(db)
  const rows = db.$client.prepare<[], CommuneChiffree & { proche: string | null }>(CHIFFREES).all()
  return rows.map(({ proche, km, ...row }) => {
    // Beyond a sea a place is no neighbour.
    const connu = proche !== null && desservis.has(row.departement) && memeTerre(proche, row.departement)
    return { ...row, km: connu ? km : null }
  })
}
