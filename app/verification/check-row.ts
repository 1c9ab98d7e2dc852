import { fraicheurOf } from '#app/domain/collectivites/fraicheur.ts'
import type { AnomalieCode } from '#app/domain/rapport/anomalies.ts'
import type { KindVerifie } from '#app/domain/rapport/verification.ts'
import { communeOfArrondissement } from '#app/domain/territoires/codes.ts'
import { present } from '#app/domain/texte/absent.ts'
import { fold } from '#app/domain/texte/fold.ts'
import { readFranceServices } from '#app/lecture/france-services.ts'
import { type Lieu, readLieu } from '#app/lecture/lieux.ts'
import { VALEURS_MAX } from '#app/lecture/normalise/bornes.ts'
import { readCodeInsee, readPivot } from '#app/lecture/normalise/codes.ts'
import { type Journal, startJournal } from '#app/lecture/normalise/journal.ts'
import { FORMULE } from '#app/lecture/normalise/text.ts'
import { isHorlogeVierge } from '#app/lecture/normalise/values.ts'
import { type Poste, readStructure } from '#app/lecture/structures.ts'
import { isUncut, type Row, type RowDefect } from '#app/lecture/table.ts'
import type { Territoire } from '#app/lecture/territoire.ts'
import { isListe, writeListe } from './check-lists.ts'
import { ITINERANCES, NORME_LIEUX } from './norme.ts'

/** What a row is judged with. `header` as published; `columns`: our name of each, null for one that is not read. */
export type Contexte = {
  kind: KindVerifie
  territoire: Territoire
  today: string
  header: string[]
  columns: (string | null)[]
  /** What was said of the columns: a published name, folded, and ours. */
  colonnes: ReadonlyMap<string, string> | undefined
}

/** A row as it was read; `lieu` and `poste` are null when it would not be shown. */
export type LigneLue = { row: Row; lieu: Lieu | null; poste: Poste | null; journal: Journal }

/** A row that the corrected file writes with the cells that it lacked, or in its own. */
const FORME_REFAITE: ReadonlySet<RowDefect> = new Set(['ligne.cellules_manquantes', 'ligne.entre_guillemets'])

/** Reads a row as the import does, then says what matters to who publishes it. */
export function readLigne(row: Row, contexte: Contexte): LigneLue {
  const { kind, territoire, today } = contexte
  const journal = startJournal(row.line)
  if (row.defect) journal.note('', row.defect, row.raw ?? null, FORME_REFAITE.has(row.defect) ? '' : null)
  if (isUncut(row)) return { row, lieu: null, poste: null, journal }
  const poste = kind === 'structures' ? readStructure(row, territoire, journal, today) : null
  const lieu =
    kind === 'lieux'
      ? readLieu(row, territoire, journal, today)
      : kind === 'france-services'
        ? readFranceServices(row, territoire, journal)
        : null
  if (kind === 'lieux') {
    const lu = lieu ?? readRest(row, journal, contexte)
    for (const regle of REGLES) regle(row, lu, journal, contexte)
  }
  noteFormules(row, journal, contexte)
  forget(journal, kind)
  return { row, lieu, poste, journal }
}

/** Somewhere, so that the other cells of a row that nothing places are read. */
const QUELQUE_PART = { code_insee: '75056', code_postal: '', commune: '', latitude: '', longitude: '' }

/** The import stops at what rejects a row; the person who mends it wants the rest of it too. */
function readRest(row: Row, journal: Journal, { territoire, today }: Contexte): Lieu | null {
  const named = { ...row.cells, nom: has(journal, 'nom') ? 'Sans nom' : (row.cells.nom ?? '') }
  const rest = startJournal(row.line)
  const again = (cells: Row['cells']) => readLieu({ ...row, cells }, territoire, rest, today)
  const lieu = again(named) ?? again({ ...named, ...QUELQUE_PART })
  const known = new Set(journal.anomalies.map(({ field, code, raw }) => `${field} ${code} ${raw}`))
  const placed = rest.anomalies.findIndex(({ code }) => code === 'lieu.introuvable')
  for (const [rang, one] of rest.anomalies.entries()) {
    const key = `${one.field} ${one.code} ${one.raw}`
    // Once nothing places the row, what is said of its place is said of ours.
    if (known.has(key) || (placed >= 0 && rang > placed && one.field in QUELQUE_PART)) continue
    known.add(key)
    journal.anomalies.push(one)
  }
  return lieu
}

type Regle = (row: Row, lieu: Lieu | null, journal: Journal, contexte: Contexte) => void

/** The rules of the standard for a row of places, beside those of the reading. */
const REGLES: Regle[] = [
  noteVides,
  noteListes,
  noteItinerance,
  noteGraphies,
  noteMajuscules,
  noteTelephone,
  noteAge,
  noteReseau,
]

function noteVides({ cells }: Row, _lieu: Lieu | null, journal: Journal, { columns }: Contexte): void {
  const note = (colonnes: readonly string[], code: AnomalieCode) => {
    for (const colonne of colonnes) {
      // A column that the file lacks is said once, of the header. A cell that could not be read has its own words.
      const cell = cells[colonne]
      if (!columns.includes(colonne) || has(journal, colonne)) continue
      if (isVide(cells, colonne)) journal.note(colonne, code, cell || null)
    }
  }
  note(NORME_LIEUX.obligatoires, 'champ.obligatoire_vide')
  note(NORME_LIEUX.conseillees, 'champ.conseille_vide')
}

/** Zeros alone name nothing; a clock that was never set gives no date. */
function isVide(cells: Record<string, string>, colonne: string): boolean {
  const text = present(cells[colonne])
  if (text === null || (colonne === 'date_maj' && isHorlogeVierge(text.slice(0, 10)))) return true
  // A first row numbered 0 has an identifier.
  return colonne !== 'id' && /^[0\s.]*$/.test(text)
}

function noteListes({ cells }: Row, _lieu: Lieu | null, journal: Journal): void {
  for (const [colonne, cell] of Object.entries(cells)) {
    if (!isListe(colonne) || cell.trim() === '') continue
    const liste = writeListe(colonne, cell)
    if (liste === cell) continue
    if (!cell.includes('|') && liste.includes('|')) journal.note(colonne, 'liste.separateur', cell, liste)
    else if (!has(journal, colonne)) journal.note(colonne, 'valeur.graphie', cell, liste)
  }
}

function noteItinerance({ cells }: Row, _lieu: Lieu | null, journal: Journal): void {
  for (const part of (cells.itinerance ?? '').split('|', VALEURS_MAX).map((one) => one.trim())) {
    if (part === '' || part.length > 200 || ITINERANCES.includes(part as (typeof ITINERANCES)[number])) continue
    const known = ITINERANCES.find((one) => fold(one) === fold(part)) ?? null
    journal.note('itinerance', known ? 'vocabulaire.ancien' : 'vocabulaire.inconnu', part, known)
  }
}

/** The other columns whose every character counts, for the standard. */
const A_MOTIF = ['telephone', 'date_maj', 'latitude', 'longitude', 'itinerance']

/** Codes that are read whatever their spaces and case, and that the standard writes one way. */
function noteGraphies({ cells }: Row, lieu: Lieu | null, journal: Journal): void {
  const note = (colonne: string, canonique: string | null) => {
    const cell = cells[colonne] ?? ''
    if (canonique !== null && cell !== canonique && !has(journal, colonne))
      journal.note(colonne, 'valeur.graphie', cell, canonique)
  }
  note('code_postal', lieu?.codePostal ?? null)
  note('code_insee', readCodeInsee(cells, startJournal(0)))
  const { siret, siren, valid } = readPivot(cells, startJournal(0), 'pivot')
  const rna = (cells.pivot ?? '').slice(0, 100).replace(/[\s.]/g, '').toUpperCase()
  note('pivot', valid ? (siret ?? siren ?? rna) : null)
  for (const colonne of A_MOTIF) if (cells[colonne]?.trim()) note(colonne, cells[colonne].trim())
}

/** Two words of five letters or more, none in lower case: acronyms (CCAS, MSAP) are no shout. */
function noteMajuscules({ cells }: Row, _lieu: Lieu | null, journal: Journal): void {
  const nom = cells.nom?.slice(0, 500) ?? ''
  const words = nom.match(/\p{L}{5,}/gu) ?? []
  if (words.length >= 2 && !/\p{Ll}/u.test(nom)) journal.note('nom', 'texte.majuscules', nom)
}

/** A mobile of France or of a department overseas (docs/regles.md §9), in E.164. */
const PORTABLE = /^\+(?:33|262|590|594|596)[67]/

function noteTelephone({ cells }: Row, lieu: Lieu | null, journal: Journal): void {
  if (!lieu?.telephone) return
  if (lieu.telephone.length <= 6) journal.note('telephone', 'telephone.court', cells.telephone ?? null)
  if (PORTABLE.test(lieu.telephone)) journal.note('telephone', 'telephone.portable', cells.telephone ?? null)
}

function noteAge(_row: Row, lieu: Lieu | null, journal: Journal, { today }: Contexte): void {
  if (!lieu?.dateMaj) return
  const fraicheur = fraicheurOf(lieu.dateMaj, today)
  if (fraicheur === 'a-verifier') journal.note('date_maj', 'date.a_verifier', lieu.dateMaj)
  if (fraicheur === 'a-actualiser') journal.note('date_maj', 'date.a_actualiser', lieu.dateMaj)
}

function noteReseau({ cells }: Row, lieu: Lieu | null, journal: Journal): void {
  if (lieu?.reseau === 'autre')
    journal.note('dispositif_programmes_nationaux', 'reseau.autre', cells.dispositif_programmes_nationaux ?? null)
}

/** A start without which nothing is a formula. */
const PEUT_ETRE_FORMULE = /^\s*[=@+-]/

/** In every cell, those of columns that are not read included: a spreadsheet runs them all. */
function noteFormules({ published }: Row, journal: Journal, { header, columns }: Contexte): void {
  const seen = new Set(journal.anomalies.filter(({ code }) => code === 'texte.formule').map(({ field }) => field))
  for (let rang = 0; rang < published.length; rang += 1) {
    const cell = published[rang] as string
    if (!PEUT_ETRE_FORMULE.test(cell) || !FORMULE.test(cell.trimStart())) continue
    const field = columns[rang] ?? header[rang] ?? ''
    if (!seen.has(field)) journal.note(field, 'texte.formule', cell)
  }
}

/**
 * What the import rewrites for itself and that is no fault of the file: only places have a public standard, so a date
 * as 31/01/2026 in a file of posts, or a phone with spaces in France services' own, is how these files are written.
 */
const SILENCES: Record<KindVerifie, ReadonlySet<AnomalieCode>> = {
  lieux: new Set(),
  structures: new Set(['date.mise_au_format', 'adresse.repete_commune']),
  'france-services': new Set(['telephone.mis_au_format']),
}

function forget({ anomalies }: Journal, kind: KindVerifie): void {
  const kept = anomalies.filter(({ code, raw }) => !SILENCES[kind].has(code) && !isArrondissement(code, raw))
  anomalies.splice(0, anomalies.length, ...kept)
}

/** An arrondissement's own code is right: the site follows it, nobody has to mend it. */
function isArrondissement(code: AnomalieCode, raw: string | null): boolean {
  return code === 'code_insee.ancien' && communeOfArrondissement(raw ?? '') !== null
}

function has(journal: Journal, field: string): boolean {
  return journal.anomalies.some((one) => one.field === field)
}
