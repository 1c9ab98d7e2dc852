import { eq, getTableColumns, sql } from 'drizzle-orm'
import { AUTRES_LABELS, CHAMP_NAMES, type Valeurs } from '#app/domain/lieu/champs.ts'
import { type Identity, identify, shortId } from '#app/lecture/identity.ts'
import { type LieuConnu, startPlaces } from '#app/lecture/join-lieux.ts'
import type { Lieu } from '#app/lecture/lieux.ts'
import { VALEURS_MAX } from '#app/lecture/normalise/bornes.ts'
import type { Db } from '#db/connect.server.ts'
import { lieuPublication, lieu as lieuTable, offre } from '#db/schema.ts'
import { ditDe } from './lignee/changements.ts'
import { type LieuSuivi, type Trace, tracesOf } from './lignee/trace.ts'
import { prepareInsert } from './prepare-insert.ts'
import { startOffres } from './write-offres.ts'

/**
 * Writes places as they are read and joins the rows of one place: the fresher row's values win, the other
 * fills what it lacks. `finish` gives each place its id, which does not depend on the order of the rows.
 */
export function startLieux(db: Db) {
  const insertLieu = prepareInsert(db, lieuTable)
  const insertPublication = prepareInsert(db, lieuPublication)
  const offreOf = startOffres(db)
  const places = startPlaces()
  const selectRow = db
    .select({ lieu: lieuTable, valeurs: offre.valeurs })
    .from(lieuTable)
    .innerJoin(offre, eq(offre.id, lieuTable.offreId))
    .where(eq(lieuTable.numero, sql.placeholder('numero')))
    .prepare()

  /** True when the row joined a place that was already there. */
  function add(lieu: Lieu, sourceId: number): boolean {
    const identity = identify(lieu)
    const [known, ...others] = places.find(identity)
    for (const other of others) absorb(known as LieuConnu, other)
    const numero = known
      ? merge(known, toRow(lieu, '', 0), lieu.valeurs, { identity, idPublie: lieu.idPublie })
      : insert(lieu, identity)
    insertPublication({ lieuNumero: numero, sourceId, line: lieu.line, idPublie: lieu.idPublie })
    return known !== undefined
  }

  function insert(lieu: Lieu, identity: Identity): number {
    // Most often its id; `finish` knows every row of the place.
    const numero = insertLieu(toRow(lieu, shortId(identity.base), offreOf(lieu.valeurs)))
    places.add(numero, lieu.dateMaj, identity, lieu.idPublie)
    return numero
  }

  function merge(known: LieuConnu, row: LieuRow, valeurs: Valeurs, said?: Said): number {
    const { lieu: current, valeurs: others } = rowOf(known.numero)
    const fresher = (row.dateMaj ?? '') > (known.dateMaj ?? '')
    const joined = fresher ? fillIn(row, current) : fillIn(current, row)
    const offreId = offreOf(unionOf(others, valeurs))
    db.update(lieuTable)
      .set({ ...joined, offreId, id: current.id, numero: known.numero })
      .where(eq(lieuTable.numero, known.numero))
      .run()
    if (fresher) known.dateMaj = row.dateMaj ?? null
    if (said) places.join(known, said.identity, said.idPublie)
    return known.numero
  }

  /** A row that is both of two places says that they are one. */
  function absorb(known: LieuConnu, other: LieuConnu): void {
    const { lieu, valeurs } = rowOf(other.numero)
    db.delete(lieuTable).where(eq(lieuTable.numero, other.numero)).run()
    merge(known, lieu, valeurs)
    db.update(lieuPublication)
      .set({ lieuNumero: known.numero })
      .where(eq(lieuPublication.lieuNumero, other.numero))
      .run()
    places.replace(other, known)
  }

  function rowOf(numero: number) {
    const row = selectRow.get({ numero })
    if (row === undefined) throw new Error(`lieu ${numero} is not in the database`)
    return row
  }

  /** Gives each place its id. Returns how many are counted. */
  function finish(): number {
    const setId = db.$client.prepare('UPDATE lieu SET id = ? WHERE numero = ?')
    for (const [{ numero, bases }, id] of places.ids()) if (id !== shortId(bases[0] as string)) setId.run(id, numero)
    const counted = db.$client.prepare("SELECT count(*) FROM lieu WHERE reseau = 'conseiller-numerique'").pluck()
    return counted.get() as number
  }

  /** What finds these places again in another file. */
  function traces(): Trace[] {
    type Row = Omit<LieuSuivi, 'dit'> & Parameters<typeof ditDe>[0] & { lignes: number }
    const select = db.$client.prepare<[number], Row>(
      `SELECT reseau, nom, commune_code AS communeCode, commune_nom AS communeNom, code_postal AS codePostal,
         departement_code AS departementCode, lat, lon, adresse, telephone, horaires,
         (SELECT count(*) FROM lieu_publication WHERE lieu_numero = numero) AS lignes FROM lieu WHERE numero = ?`,
    )
    return tracesOf(places.ids(), (numero) => {
      const { adresse, telephone, horaires, lignes, ...fiche } = select.get(numero) as Row
      return { ...fiche, dit: lignes === 1 ? ditDe({ adresse, telephone, horaires }) : null }
    })
  }

  return { add, finish, traces }
}

/** What a row says of the place that it joins. */
type Said = { identity: Identity; idPublie: string | null }

type LieuRow = Omit<typeof lieuTable.$inferInsert, 'numero'>

/** Column by column: to spread thirty of them costs more than to write them. */
function toRow(lieu: Lieu, id: string, offreId: number): LieuRow {
  const { commune, departement, ruralite, densite, point, precision } = lieu.place
  return {
    id,
    departementCode: departement,
    communeCode: commune?.code ?? null,
    ruralite,
    densite,
    frr: commune?.frr ?? null,
    lat: point?.lat ?? null,
    lon: point?.lon ?? null,
    precision,
    reseau: lieu.reseau,
    nom: lieu.nom,
    communeNom: lieu.communeNom,
    codePostal: lieu.codePostal,
    adresse: lieu.adresse,
    complementAdresse: lieu.complementAdresse,
    telephone: lieu.telephone,
    courriels: lieu.courriels,
    sitesWeb: lieu.sitesWeb,
    horaires: lieu.horaires,
    semaine: lieu.semaine,
    fuseau: lieu.fuseau,
    resume: lieu.resume,
    detail: lieu.detail,
    typologie: lieu.typologie,
    itinerant: lieu.itinerant,
    siret: lieu.siret,
    siren: lieu.siren,
    structureParente: lieu.structureParente,
    dateMaj: lieu.dateMaj,
    source: lieu.source,
    ficheAccesLibre: lieu.ficheAccesLibre,
    priseRdv: lieu.priseRdv,
    offreId,
  }
}

/** What either row says, in the order in which a place says it. */
function unionOf(some: Valeurs, others: Valeurs): Valeurs {
  const champs = ([...CHAMP_NAMES, AUTRES_LABELS] as const).filter((champ) => some[champ] || others[champ])
  return Object.fromEntries(
    champs.map((champ) => [
      champ,
      [...new Set([...(some[champ] ?? []), ...(others[champ] ?? [])])].sort().slice(0, VALEURS_MAX),
    ]),
  )
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

const COLUMNS = Object.keys(getTableColumns(lieuTable))

/** The columns of one row, completed by those of the other. */
function fillIn(best: LieuRow, other: LieuRow): Partial<LieuRow> {
  const [said, rest] = [best, other] as Record<string, unknown>[]
  const filled = COLUMNS.map((key) => {
    const value = said?.[key]
    const empty = value == null || (Array.isArray(value) && value.length === 0)
    return [key, empty && !PLACE_COLUMNS.includes(key) ? (rest?.[key] ?? value) : value]
  })
  return Object.fromEntries(filled)
}
