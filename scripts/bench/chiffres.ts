import { type Db, openReadOnly } from '#db/connect.server.ts'
import { couvertureOf } from '#db/couverture.server.ts'
import { listMillesimes, postesOfSource, validationsByMonth } from '#db/evolution.server.ts'
import { accordEstimation, comptesByRuralite, correctionsOf, manquesOf, rapprochementOf } from '#db/methode.server.ts'
import { scenario } from '#db/scenarios.server.ts'
import { communeByCode, communesEloignees, communesSansLieu } from '#db/territoires/communes.server.ts'
import { employeursDeCommune, employeursDuDepartement, siegesDeCommune } from '#db/territoires/employeurs.server.ts'
import { lieuxDeCommune, pointsDuDepartement } from '#db/territoires/lieux.server.ts'
import { chiffresDesDepartements, chiffresEnsemble } from '#db/territoires.server.ts'
import { ms, timed } from './measure.ts'

type Work = [name: string, work: (db: Db) => unknown]

/** The queries of each page of figures: the first visit after a start, then those that follow. */
export function benchChiffres(path: string): void {
  console.log('\nQueries of the pages of figures, first (nothing kept yet), then medians of 31 (least to most)')
  for (const [name, work] of worksOf(path)) {
    const db = openReadOnly(path)
    const start = performance.now()
    work(db)
    const first = performance.now() - start
    const { median, min, max } = timed(31, () => work(db))
    console.log(`  ${name.padEnd(28)} ${ms(first).padStart(8)}, then ${ms(median)} (${ms(min)} to ${ms(max)})`)
    db.$client.close()
  }
}

function worksOf(path: string): Work[] {
  const db = openReadOnly(path)
  const departement = db.$client.prepare('select departement_code from lieu group by 1 order by count(*) desc').pluck()
  const code = (departement.get() as string | undefined) ?? '59'
  const commune = db.$client.prepare('select code from commune order by population desc').pluck().get() as string
  const { postes } = chiffresEnsemble(db)
  db.$client.close()
  let graine = 0
  const tirage = (one: Db) =>
    scenario(one, { fin: 'tirage', postes: Math.min(1200, postes), part: null, graine: ++graine })
  return [
    ['/couverture', couvertureOf],
    ['/departements', (one) => [chiffresDesDepartements(one), chiffresEnsemble(one)]],
    [`/departements/${code}`, (one) => departementOf(one, code)],
    [`/communes/${commune}`, (one) => communeOf(one, commune)],
    ['/evolution', evolutionOf],
    ...(postes === 0 ? [] : ([['/scenarios, 1,200 posts drawn', tirage]] satisfies Work[])),
    ['/methode', methodeOf],
  ]
}

function departementOf(db: Db, code: string): unknown {
  const ensemble = chiffresEnsemble(db, (row) => row.code === code)
  const listes = [communesSansLieu(db, code), communesEloignees(db, code, 20), employeursDuDepartement(db, code)]
  return [ensemble, ...listes, pointsDuDepartement(db, code)]
}

function communeOf(db: Db, code: string): unknown {
  const commune = communeByCode(db, code)
  const employeurs = commune && employeursDeCommune(db, commune.departementCode, code)
  return [commune, employeurs, siegesDeCommune(db, code), lieuxDeCommune(db, code)]
}

function evolutionOf(db: Db): unknown {
  return listMillesimes(db).map(({ id }) => [postesOfSource(db, id), validationsByMonth(db, id)])
}

function methodeOf(db: Db): unknown {
  return [comptesByRuralite, correctionsOf, accordEstimation, rapprochementOf, manquesOf].map((query) => query(db))
}
