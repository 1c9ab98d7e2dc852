import { eq } from 'drizzle-orm'
import { type Identity, identify, type Known, startPlaces } from '#app/lecture/identity.ts'
import type { Lieu } from '#app/lecture/lieux.ts'
import type { Db } from '#db/connect.server.ts'
import { lieuPublication, lieu as lieuTable } from '#db/schema.ts'
import { prepareInsert } from './insert.ts'
import { type Lignee, traceOf, writeAnciens } from './lignee.ts'

/**
 * Writes places as they are read and joins the rows of one place: the fresher row's values win, the other
 * fills what it lacks. `finish` gives each place its id, which does not depend on the order of the rows.
 */
export function startLieux(db: Db) {
  const insertLieu = prepareInsert(db, lieuTable)
  const insertPublication = prepareInsert(db, lieuPublication)
  const addValeur = db.$client.prepare(
    'INSERT OR IGNORE INTO lieu_valeur (lieu_numero, champ, valeur) VALUES (?, ?, ?)',
  )
  const places = startPlaces()
  const counted = new Set<number>()
  let written = 0

  /** True when the row joined a place that was already there. */
  function add(lieu: Lieu, sourceId: number): boolean {
    const identity = identify(lieu)
    const [known, ...others] = places.find(identity)
    for (const other of others) absorb(known as Known, other)
    const numero = known ? merge(known, toRow(lieu, ''), { identity, idPublie: lieu.idPublie }) : insert(lieu, identity)
    for (const [champ, valeur] of lieu.valeurs) addValeur.run(numero, champ, valeur)
    insertPublication({ lieuNumero: numero, sourceId, line: lieu.line, idPublie: lieu.idPublie })
    return known !== undefined
  }

  function insert(lieu: Lieu, identity: Identity): number {
    // A name of its own until `finish` knows every row of the place.
    written += 1
    const numero = insertLieu(toRow(lieu, `#${written}`))
    places.add(numero, lieu.dateMaj, identity, lieu.idPublie)
    if (lieu.reseau === 'conseiller-numerique') counted.add(numero)
    return numero
  }

  function merge(known: Known, row: LieuRow, said?: { identity: Identity; idPublie: string | null }): number {
    const current = rowOf(known.numero)
    const fresher = (row.dateMaj ?? '') > (known.dateMaj ?? '')
    const joined = fresher ? fillIn(row, current) : fillIn(current, row)
    db.update(lieuTable)
      .set({ ...joined, id: current.id, numero: known.numero })
      .where(eq(lieuTable.numero, known.numero))
      .run()
    if (fresher) known.dateMaj = row.dateMaj ?? null
    if (said) places.join(known, said.identity, said.idPublie)
    return known.numero
  }

  /** A row that is both of two places says that they are one. */
  function absorb(known: Known, other: Known): void {
    const row = rowOf(other.numero)
    db.delete(lieuTable).where(eq(lieuTable.numero, other.numero)).run()
    merge(known, row)
    for (const table of ['lieu_publication', 'lieu_valeur']) {
      db.$client
        .prepare(`UPDATE OR IGNORE ${table} SET lieu_numero = ? WHERE lieu_numero = ?`)
        .run(known.numero, other.numero)
      db.$client.prepare(`DELETE FROM ${table} WHERE lieu_numero = ?`).run(other.numero)
    }
    if (counted.delete(other.numero)) counted.add(known.numero)
    places.replace(other, known)
  }

  function rowOf(numero: number) {
    const row = db.select().from(lieuTable).where(eq(lieuTable.numero, numero)).get()
    if (row === undefined) throw new Error(`lieu ${numero} is not in the database`)
    return row
  }

  /** Gives each place its id: the one that it had in an older file, when `lignee` knows it. Returns the places counted. */
  function finish(lignee: Lignee | null, millesime: string): number {
    const setId = db.$client.prepare('UPDATE lieu SET id = ?, vu_depuis = ? WHERE numero = ?')
    const known = [...places.ids()]
    const traces = lignee === null ? [] : known.map(([one, id]) => traceOf(one, id, rowOf(one.numero)))
    const ids = lignee?.suivre(traces, millesime)
    for (const [{ numero }, own] of known) {
      const id = ids?.get(own) ?? own
      setId.run(id, lignee?.depuisOf(id) ?? null, numero)
    }
    if (lignee) writeAnciens(db, lignee.finir())
    return counted.size
  }

  return { add, finish }
}

type LieuRow = Omit<typeof lieuTable.$inferInsert, 'numero'>

function toRow(lieu: Lieu, id: string): LieuRow {
  const { commune, departement, ruralite, point, precision } = lieu.place
  const { place, valeurs, line, coopId, idPublie, ...same } = lieu
  return {
    ...same,
    id,
    departementCode: departement,
    communeCode: commune?.code ?? null,
    ruralite,
    densite: commune?.densite ?? null,
    frr: commune?.frr ?? null,
    lat: point?.lat ?? null,
    lon: point?.lon ?? null,
    precision,
  }
}

/** The place columns go together: a point is never that of one row and its precision that of another. */
const PLACE_COLUMNS = [
  'departementCode',
  'communeCode',
  'communeNom',
  'ruralite',
  'densite',
  'frr',
  'lat',
  'lon',
  'precision',
  'fuseau',
]

function fillIn<T extends Record<string, unknown>>(best: T, other: Record<string, unknown>): T {
  const filled = Object.entries(best).map(([key, value]) => {
    const empty = value == null || (Array.isArray(value) && value.length === 0)
    return [key, empty && !PLACE_COLUMNS.includes(key) ? (other[key] ?? value) : value]
  })
  return Object.fromEntries(filled) as T
}
