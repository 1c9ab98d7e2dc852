import type { Reseau } from '#app/domain/vocabulary.ts'
import type { LieuConnu } from '#app/lecture/join-lieux.ts'
import type { Db } from '#db/connect.server.ts'
import { clesDe, LIENS } from './links.ts'

/** What a place that is no more is said by. */
export type LieuSuivi = {
  reseau: Reseau
  nom: string
  communeCode: string | null
  communeNom: string | null
  codePostal: string | null
  departementCode: string
  lat: number | null
  lon: number | null
}

/** The fiches of a file, by the number that each place has among those. */
export type LieuxSuivis = { at: (numero: number) => LieuSuivi; forget: () => void }

/** Keeps the fiches of a file in a temporary table until they are forgotten; `add` gives the number of each. */
export function keepSuivis({ $client }: Db, name: string): LieuxSuivis & { add: (fiche: LieuSuivi) => number } {
  const table = `temp.fiche_${name}`
  $client.exec(`CREATE TABLE ${table} (numero INTEGER PRIMARY KEY, fiche TEXT)`)
  const insert = $client.prepare(`INSERT INTO ${table} (fiche) VALUES (?)`)
  const select = $client.prepare<[number], string>(`SELECT fiche FROM ${table} WHERE numero = ?`).pluck()
  return {
    add: (fiche) => Number(insert.run(JSON.stringify(fiche)).lastInsertRowid),
    at: (numero) => JSON.parse(select.get(numero) as string) as LieuSuivi,
    forget: () => $client.exec(`DROP TABLE ${table}`),
  }
}

/** The fiches of the places that are written, by their number. */
export function writtenLieux({ $client }: Db): LieuxSuivis {
  const select = $client.prepare<[number], LieuSuivi>(
    `SELECT reseau, nom, commune_code AS communeCode, commune_nom AS communeNom, code_postal AS codePostal,
       departement_code AS departementCode, lat, lon FROM lieu WHERE numero = ?`,
  )
  return { at: (numero) => select.get(numero) as LieuSuivi, forget() {} }
}

/** The places of one file, each by its rank: 0, 1, 2… */
export type LieuxGardes = {
  /** `id` is the one that it would have had alone. */
  add: (known: LieuConnu, id: string) => void
  ids: () => string[]
  /** The keys of each place, by one of the links. */
  cles: (lien: number) => Iterable<number[]>
  numero: (rang: number) => number
  fiche: (rang: number) => LieuSuivi
  forget: () => void
}

const COLUMNS = LIENS.map((_, lien) => `cles_${lien}`)

/** Keeps what is known of the places of a file, in a temporary table: of two large files, more than memory should hold. */
export function startKeeping({ $client }: Db, name: string, fiches: LieuxSuivis): LieuxGardes {
  const table = `temp.trace_${name}`
  $client.pragma('temp.cache_size = -2000')
  $client.exec(`CREATE TABLE ${table} (rang INTEGER PRIMARY KEY, numero INTEGER, id TEXT, ${COLUMNS.join(', ')})`)
  const insert = $client.prepare(`INSERT INTO ${table} VALUES (?, ?, ?, ${COLUMNS.map(() => '?').join(', ')})`)
  const select = $client.prepare<[number], number>(`SELECT numero FROM ${table} WHERE rang = ?`).pluck()
  let size = 0

  function add(known: LieuConnu, id: string): void {
    const { reseau, communeCode, communeNom, codePostal, departementCode } = fiches.at(known.numero)
    const commune = communeCode ?? communeNom ?? codePostal ?? departementCode
    const cles = clesDe({ ...known, reseau, commune })
    // Most are alone, for which a number is read and written twice as fast as a list.
    const values = cles.map((some) => (some.length === 1 ? some[0] : JSON.stringify(some)))
    insert.run(size, known.numero, id, ...values)
    size += 1
  }

  function ids(): string[] {
    return $client.prepare<[], string>(`SELECT id FROM ${table} ORDER BY rang`).pluck().all()
  }

  function* cles(lien: number): Generator<number[]> {
    const select = $client.prepare<[], number | string>(`SELECT ${COLUMNS[lien]} FROM ${table} ORDER BY rang`).pluck()
    for (const some of select.iterate()) yield typeof some === 'number' ? [some] : (JSON.parse(some) as number[])
  }

  const numero = (rang: number) => select.get(rang) as number

  function forget(): void {
    $client.exec(`DROP TABLE ${table}`)
    fiches.forget()
  }

  return { add, ids, cles, numero, fiche: (rang) => fiches.at(numero(rang)), forget }
}
