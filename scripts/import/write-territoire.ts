import type { Db } from '#db/connect.server.ts'
import { commune, communeCodePostal, departement, region } from '#db/schema.ts'
import { prepareInsert } from './insert.ts'
import type { Referentiel } from './referentiel.ts'

/** Writes regions, departments with their population, communes and postcodes. */
export function writeTerritoire(db: Db, { territoire, regions }: Referentiel): void {
  const insertRegion = prepareInsert(db, region)
  for (const one of regions) insertRegion(one)
  const known = new Set(regions.map((one) => one.code))
  const population = new Map<string, number>()
  for (const one of territoire.communes) {
    population.set(one.departement, (population.get(one.departement) ?? 0) + one.population)
  }
  const insertDepartement = prepareInsert(db, departement)
  for (const { code, nom, region: of } of territoire.departements) {
    insertDepartement({ code, nom, regionCode: of && known.has(of) ? of : null, population: population.get(code) ?? 0 })
  }
  const insertCommune = prepareInsert(db, commune)
  const insertCodePostal = prepareInsert(db, communeCodePostal)
  for (const one of territoire.communes) {
    insertCommune({
      code: one.code,
      nom: one.nom,
      departementCode: one.departement,
      epciCode: one.epci,
      population: one.population,
      surfaceKm2: one.surfaceKm2,
      lat: one.centre?.lat ?? null,
      lon: one.centre?.lon ?? null,
      densite: one.densite,
      ruralite: one.ruralite,
      ruraliteEstimee: one.ruraliteEstimee,
      frr: one.frr,
    })
    for (const codePostal of new Set(one.codesPostaux)) insertCodePostal({ codePostal, communeCode: one.code })
  }
}
