import {
  bitsOf,
  CHAMP_COLUMNS,
  type Columns,
  columnsOf,
  type Heures,
  type LieuRow,
  OTHER_BIT,
} from '#app/domain/filters/columns.ts'
import { generiques } from '#app/domain/filters/generiques.ts'
import type { Semaine } from '#app/domain/horaires/semaine.ts'
import { CHAMPS, type Champ } from '#app/domain/lieu/champs.ts'
import { fold } from '#app/domain/texte/fold.ts'
import type { Reseau } from '#app/domain/vocabulary.ts'
import type { Db } from './connect.server.ts'
import { prepared } from './prepared.server.ts'
import { offre } from './schema.ts'
import { readSemaine } from './semaine.ts'

/** Rows of the structures file with their posts; `numero` is their employer. */
export type PosteColumns = Columns & { nombre: Uint32Array }

// Read as SQLite gives them, 0 and 1 for no and yes: to lay each of 100,000 cells in its field takes drizzle most of the time.

const LIEUX = `
  select l.numero, l.departement_code as departementCode, l.commune_code as communeCode, l.commune_nom as communeNom, l.nom,
    l.lat, l.lon, l.ruralite, l.densite, l.frr, s.type as employeur, s.zrr, s.qpv, l.semaine, l.fuseau, l.date_maj as date,
    l.fiche_acces_libre is not null as acceslibre, l.offre_id as offreId, l.source as liste
  from lieu l left join structure s on s.id = l.structure_id
  where l.reseau = ?`

type Nommee = LieuRow & { communeNom: string | null }
type Publie = Nommee & { semaine: string | null; fuseau: string; offreId: number; liste: string | null }

/** The places of one network. */
export function loadLieux(db: Db, reseau: Reseau): Columns {
  const semaines = new Map<string, Semaine>()
  const rows = inOrder(prepared<[Reseau], Publie>(db, LIEUX).all(reseau))
  const heuresOf = ({ semaine, fuseau, departementCode: departement, date: dateMaj }: Publie): Heures | null =>
    semaine === null ? null : { semaine: once(semaines, semaine, readSemaine), fuseau, departement, dateMaj }
  const columns = columnsOf(rows.map((row) => ({ ...row, heures: heuresOf(row) })))
  const offres = db.select().from(offre).all()
  setValeurs(
    columns,
    rows.map(({ offreId }) => offreId),
    offres,
  )
  const listes = rows.map(({ liste }) => liste)
  return { ...columns, generique: generiques(listes, columns.service) }
}

const STRUCTURES = `
  select s.id as numero, s.departement_code as departementCode, s.commune_code as communeCode, c.nom as communeNom, s.nom,
    s.lat, s.lon, s.ruralite, s.densite, s.frr, s.type as employeur, s.zrr, s.qpv, s.date_validation as date
  from structure s left join commune c on c.code = s.commune_code
  where s.lieux = 0 and s.postes > 0`

export function loadStructures(db: Db): Columns {
  return columnsOf(inOrder(prepared<[], Nommee>(db, STRUCTURES).all()))
}

// Where a post stands is not in its row.
const POSTES = `
  select ifnull(p.structure_id, 0) as numero, p.departement_code as departementCode, p.commune_code as communeCode,
    null as lat, null as lon, p.ruralite, p.densite, c.frr, p.nombre, p.nom, p.type as employeur, p.zrr, p.qpv,
    p.date_validation as date
  from poste p join source o on o.id = p.source_id left join commune c on c.code = p.commune_code
  where o.kind = 'structures' and o.courante = 1`

export function loadPostes(db: Db): PosteColumns {
  const rows = prepared<[], LieuRow & { nombre: number }>(db, POSTES).all()
  return { ...columnsOf(rows), nombre: Uint32Array.from(rows, (row) => row.nombre) }
}

/** By department, commune and name as French sorts them: SQLite compares bytes, which puts Évreux after Zuydcoote. */
function inOrder<T extends Nommee>(rows: T[]): T[] {
  const keyed = rows.map((row) => {
    const key = `${row.departementCode}\t${fold(row.communeNom ?? '')}\t${fold(row.nom)}`
    return { key, row }
  })
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.row.numero - b.row.numero))
  return keyed.map(({ row }) => row)
}

/** Sets the bits of each field's values. `offreIds`: of each row. */
function setValeurs(columns: Columns, offreIds: readonly number[], offres: Offre[]): void {
  for (const champ of CHAMP_COLUMNS) {
    const bits = new Map(offres.map(({ id, valeurs }) => [id, bitsDites(champ, valeurs[champ] ?? [])]))
    for (const [row, id] of offreIds.entries()) columns[champ][row] = bits.get(id) ?? 0
  }
}

type Offre = typeof offre.$inferSelect

function bitsDites(champ: Champ, values: readonly string[]): number {
  return bitsOf(champ, values) | (isOther(champ, values) ? OTHER_BIT : 0)
}

/** A value outside the field's closed list. */
function isOther(champ: Champ, values: readonly string[]): boolean {
  return values.some((value) => !(CHAMPS[champ].values as readonly string[]).includes(value))
}

function once<T>(known: Map<string, T>, key: string, read: (key: string) => T): T {
  const value = known.get(key) ?? read(key)
  known.set(key, value)
  return value
}
