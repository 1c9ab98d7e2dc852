import type { Referentiel } from '#app/lecture/referentiel.ts'
import type { Db } from '#db/connect.server.ts'
import { commune, communeAncienne, communeCodePostal, departement, region } from '#db/schema.ts'
import { prepareInsert } from './prepare-insert.ts'
import { writeRechercheCommunes } from './write-recherche.ts'
import { writeArrondissements, writeToponymes } from './write-toponymes.ts'

/** Writes regions, departments with their population, communes, postcodes, old codes, and the search of communes. */
export function writeTerritoire(db: Db, referentiel: Referentiel): void {
  const { territoire, regions } = referentiel
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
  writeAnciensCodes(db, territoire)
  writeRechercheCommunes(db, territoire.communes)
  writeToponymes(db, territoire.communes, referentiel.anciennes)
  writeArrondissements(db, referentiel.arrondissements)
}

/** As `communeOf` of the import follows them: what is a commune of today is no old code. */
function writeAnciensCodes(db: Db, { communes, communeOf }: Referentiel['territoire']): void {
  const insert = prepareInsert(db, communeAncienne)
  for (const code of new Set(communes.flatMap(({ anciensCodes }) => anciensCodes))) {
    const today = communeOf(code)
    if (today && today.code !== code) insert({ code, communeCode: today.code })
  }
}
