import { eq } from 'drizzle-orm'
import type { Db } from '#db/connect.server.ts'
import { lieuPublication, lieu as lieuTable } from '#db/schema.ts'
import { type Identity, identify, shortId } from './identity.ts'
import { prepareInsert } from './insert.ts'
import type { Lieu } from './lieux.ts'

type Known = { numero: number; adresse: string; dateMaj: string | null }

/**
 * Writes places as they are read and joins the rows of one place: the fresher row's values win, the other
 * fills what it lacks. `finish` gives places of one name and commune ids that tell their addresses apart,
 * whatever the order of the rows.
 */
export function startLieux(db: Db) {
  const insertLieu = prepareInsert(db, lieuTable)
  const insertPublication = prepareInsert(db, lieuPublication)
  const addValeur = db.$client.prepare(
    'INSERT OR IGNORE INTO lieu_valeur (lieu_numero, champ, valeur) VALUES (?, ?, ?)',
  )
  const byBase = new Map<string, Known[]>()
  const byHomonyme = new Map<string, Known>()
  const counted = new Set<number>()

  /** True when the row joined a place that was already there. */
  function add(lieu: Lieu, sourceId: number): boolean {
    const identity = identify(lieu)
    const known = findKnown(identity)
    const numero = known ? merge(known, lieu) : insert(lieu, identity)
    for (const [champ, valeur] of lieu.valeurs) addValeur.run(numero, champ, valeur)
    insertPublication({ lieuNumero: numero, sourceId, line: lieu.line, idPublie: lieu.idPublie })
    return known !== undefined
  }

  function findKnown({ base, adresse, homonyme, certain }: Identity): Known | undefined {
    const sameBase = byBase.get(base)
    // Name and commune alone join only when one of the two addresses is unknown, or both are the same.
    const match = certain
      ? sameBase?.[0]
      : sameBase?.find((one) => one.adresse === adresse || one.adresse === '' || adresse === '')
    return match ?? (homonyme ? byHomonyme.get(homonyme) : undefined)
  }

  function insert(lieu: Lieu, { base, adresse, homonyme }: Identity): number {
    const siblings = byBase.get(base) ?? []
    const id = shortId(siblings.length === 0 ? base : `${base}|${adresse}`)
    const numero = insertLieu(toRow(lieu, id))
    const known = { numero, adresse, dateMaj: lieu.dateMaj }
    byBase.set(base, [...siblings, known])
    if (homonyme) byHomonyme.set(homonyme, known)
    if (lieu.reseau === 'conseiller-numerique') counted.add(numero)
    return numero
  }

  function merge(known: Known, lieu: Lieu): number {
    const current = db.select().from(lieuTable).where(eq(lieuTable.numero, known.numero)).get()
    if (current === undefined) throw new Error(`lieu ${known.numero} is not in the database`)
    const fresher = (lieu.dateMaj ?? '') > (known.dateMaj ?? '')
    const joined = fresher ? fillIn(toRow(lieu, current.id), current) : fillIn(current, toRow(lieu, current.id))
    db.update(lieuTable)
      .set({ ...joined, id: current.id, numero: known.numero })
      .where(eq(lieuTable.numero, known.numero))
      .run()
    if (fresher) known.dateMaj = lieu.dateMaj
    return known.numero
  }

  function finish(): number {
    for (const [base, siblings] of byBase) {
      if (siblings.length < 2) continue
      for (const { numero, adresse } of siblings) {
        db.update(lieuTable)
          .set({ id: shortId(`${base}|${adresse}`) })
          .where(eq(lieuTable.numero, numero))
          .run()
      }
    }
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
