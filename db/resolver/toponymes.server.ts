import { cleOf } from '#app/domain/territoires/toponymes.ts'
import type { Db } from '../connect.server.ts'
import { prepared } from '../prepared.server.ts'
import { sortChoix } from './choose.ts'
import type { ChoixCommune } from './intention.ts'

type Row = Omit<ChoixCommune, 'type'>

const COLUMNS = `c.code, c.nom, iif(t.genre = 'commune', null, t.nom) as ancien,
  d.code as departementCode, d.nom as departementNom, c.population,
  coalesce((select group_concat(code_postal, ' ') from
    (select code_postal from commune_code_postal where commune_code = c.code order by 1)), '') as codesPostaux`
const FROM = `from toponyme t join commune c on c.code = t.commune_code
  join departement d on d.code = c.departement_code`

/** Names that begin by a text are many: the most populated ones are those that are meant. */
const MAX_BEGUN = 200

/** The communes whose name, present or former, is this one; towns within a commune only when nothing else is named so. */
export function nommees(db: Db, mots: string): ChoixCommune[] {
  const found = run(db, `select ${COLUMNS} ${FROM} where t.cle = ? and t.genre <> 'localite'`, cleOf(mots))
  return found.length > 0 ? found : run(db, `select ${COLUMNS} ${FROM} where t.cle = ?`, cleOf(mots))
}

/** Those of this name with an article before it: "rochelle", "hay les roses". */
export function nommeesAvecArticle(db: Db, mots: string): ChoixCommune[] {
  // By words: "l" before "or" is not Lor.
  const noms = JSON.stringify(['le', 'la', 'les', 'l'].map((article) => `${article} ${mots}`))
  return run(
    db,
    `select ${COLUMNS} ${FROM} where t.mots in (select value from json_each(?)) and t.genre <> 'localite'`,
    noms,
  )
}

/** The communes of today whose name begins by these words and goes on, the most populated first. */
export function commencees(db: Db, mots: string, minPopulation = 0): ChoixCommune[] {
  const query = `select ${COLUMNS} ${FROM} where t.mots >= ? and t.mots < ? and t.genre = 'commune'
    and t.population > ? order by t.population desc limit ${MAX_BEGUN}`
  return run(db, query, `${mots} `, `${mots}!`, minPopulation)
}

/** The communes of today whose name begins by these letters ("montpel"), the most populated first. */
export function commenceesParLettres(db: Db, mots: string, limit: number): ChoixCommune[] {
  const query = `select ${COLUMNS} ${FROM} where t.mots >= ? and t.mots < ? and t.genre = 'commune'
    order by t.population desc limit ?`
  return run(db, query, mots, `${mots}{`, limit)
}

/** The communes of a postcode, the most populated first. */
export function deCodePostal(db: Db, codePostal: string): ChoixCommune[] {
  const query = `select ${COLUMNS} ${FROM} join commune_code_postal p on p.commune_code = c.code
    where p.code_postal = ? and t.genre = 'commune'`
  return run(db, query, codePostal)
}

/** The most populated commune of a department. */
export function premiereDe(db: Db, departement: string): ChoixCommune[] {
  const query = `select ${COLUMNS} ${FROM} where t.genre = 'commune' and t.commune_code =
    (select code from commune where departement_code = ? order by population desc, code limit 1)`
  return run(db, query, departement)
}

export function deCode(db: Db, code: string): ChoixCommune[] {
  return run(db, `select ${COLUMNS} ${FROM} where t.genre = 'commune' and t.commune_code = ?`, code)
}

export function deSon(db: Db, son: string): ChoixCommune[] {
  return run(db, `select ${COLUMNS} ${FROM} where t.son = ? and t.genre <> 'localite'`, son)
}

export function deNumeros(db: Db, ids: readonly number[]): ChoixCommune[] {
  return run(db, `select ${COLUMNS} ${FROM} where t.id in (select value from json_each(?))`, JSON.stringify(ids))
}

function run(db: Db, query: string, ...params: (string | number)[]): ChoixCommune[] {
  const rows = prepared<(string | number)[], Row>(db, query).all(...params)
  return sortChoix(rows.map((row): ChoixCommune => ({ type: 'commune', ...row })))
}
