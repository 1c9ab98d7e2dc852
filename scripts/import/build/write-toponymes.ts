import { cleOf, motsOf, sonOf } from '#app/domain/territoires/toponymes.ts'
import type { Ancienne, Arrondissement } from '#app/lecture/toponymes.ts'
import type { Db } from '#db/connect.server.ts'
import { arrondissement, toponyme } from '#db/schema.ts'
import { prepareInsert } from './prepare-insert.ts'

type Commune = { code: string; nom: string; population: number }

/** The names of communes, then those that lead to one of them; a name whose commune is not there is left out. */
export function writeToponymes(db: Db, communes: readonly Commune[], anciennes: readonly Ancienne[] = []): void {
  const insert = prepareInsert(db, toponyme)
  const populations = new Map(communes.map(({ code, population }) => [code, population]))
  const actuelles = communes.map(({ code, nom }) => ({ nom, commune: code, genre: 'commune' as const }))
  for (const { nom, commune, genre } of [...actuelles, ...anciennes]) {
    const population = populations.get(commune)
    if (population === undefined) continue
    const mots = motsOf(nom)
    insert({ nom, genre, communeCode: commune, population, mots, cle: cleOf(mots), son: sonOf(nom) })
  }
}

/** Those whose commune is there: a small territory may be without the three cities. */
export function writeArrondissements(db: Db, arrondissements: readonly Arrondissement[]): void {
  const insert = prepareInsert(db, arrondissement)
  const communes = new Set(db.$client.prepare<[], string>('SELECT code FROM commune').pluck().all())
  for (const { commune, codesPostaux, centre, ...one } of arrondissements) {
    if (!communes.has(commune)) continue
    insert({ ...one, communeCode: commune, codesPostaux: codesPostaux.join(' '), lat: centre.lat, lon: centre.lon })
  }
}
