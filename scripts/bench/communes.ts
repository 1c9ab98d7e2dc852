import { foldCommune } from '#app/domain/texte/fold.ts'
import { searchCommunes } from '#db/communes.server.ts'
import { createDatabase, type Db } from '#db/connect.server.ts'
import { resolve } from '#db/resolver/resolve.server.ts'
import { FAUTES, misspell, tirage } from '#scripts/typed/familles.ts'
import { communesTapees } from '#scripts/typed/measure.ts'

type CommuneTimed = {
  code: string
  nom: string
  postaux: string
  departement: string
  nomDepartement: string
  population: number
}

/** The search of communes against `LIKE '%q%'`, on the same texts of three characters and more, in the same run. */
export function benchCommunes(db: Db): void {
  const texts = textsOf(db)
  const like = likeOn(db)
  const search = medianOf(texts, (q) => searchCommunes(db, q))
  const baseline = medianOf(texts, like)
  const us = (value: number) => `${Math.round(value * 1000)} µs`
  const ratio = (baseline / search).toFixed(1)
  console.log(
    `  ${'communes by name or postcode'.padEnd(28)} median ${us(search)} on ${texts.length} texts, LIKE ${us(baseline)}: ${ratio} × faster`,
  )
}

/** The resolver on one commune in a hundred: its name, its name with its department, and one fault of each kind. */
export function benchResolver(db: Db): void {
  const draw = tirage(1)
  const communes = communesTapees(db).filter((_, rank) => rank % 101 === 0)
  const right = communes.flatMap(({ nom, departementNom }) => [nom, `${nom} ${departementNom}`])
  const wrong = communes.flatMap(({ nom }) => Object.keys(FAUTES).flatMap((faute) => misspell(nom, faute, draw) ?? []))
  for (const [name, texts] of Object.entries({ 'resolver, spelt right': right, 'resolver, one fault': wrong })) {
    const median = medianOf(texts, (q) => resolve(db, q))
    console.log(`  ${name.padEnd(28)} median ${Math.round(median * 1000)} µs on ${texts.length} texts`)
  }
}

/** What is typed on the way to one commune in a hundred, and to one postcode in sixty. */
function textsOf({ $client }: Db): string[] {
  const noms = $client.prepare<[], string>('select nom from commune order by code').pluck().all()
  const codes = $client.prepare<[], string>('select distinct code_postal from commune_code_postal order by 1').pluck()
  const typed = [
    ...noms
      .filter((_, rank) => rank % 101 === 0)
      .flatMap((nom) => [nom.slice(0, 3), nom.slice(0, 4), nom.slice(0, 6), nom]),
    ...codes.all().flatMap((code, rank) => (rank % 61 === 0 ? [code.slice(0, 3), code] : [])),
  ]
  return typed.filter((q) => foldCommune(q).length >= 3)
}

/** The same columns in one table in memory, folded name and postcodes together, prepared once. */
function likeOn(db: Db): (q: string) => CommuneTimed[] {
  const memory = createDatabase()
  memory.$client.exec(
    'create table plain (code, nom, postaux, departement, nom_departement, population integer, folded text)',
  )
  const insert = memory.$client.prepare('insert into plain values (?, ?, ?, ?, ?, ?, ?)')
  const rows = db.$client.prepare<[], CommuneTimed>(
    `select code, nom, codes_postaux as postaux, departement_code as departement, departement_nom as nomDepartement,
       population from recherche_commune`,
  )
  for (const row of rows.all()) insert.run(...Object.values(row), `${foldCommune(row.nom)} ${row.postaux}`)
  const query = memory.$client.prepare<[string], CommuneTimed>(
    `select code, nom, postaux, departement, nom_departement, population from plain
     where folded like ? order by population desc limit 10`,
  )
  return (q) => query.all(`%${foldCommune(q)}%`)
}

function medianOf(texts: string[], work: (q: string) => unknown): number {
  for (const q of texts) work(q)
  const times = texts.map((q) => {
    const start = performance.now()
    work(q)
    return performance.now() - start
  })
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] as number
}
