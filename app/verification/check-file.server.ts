import { ANOMALIE_SEVERITY, type Anomalie, type AnomalieCode } from '#app/domain/rapport/anomalies.ts'
import { ANOMALIE_CONSEIL } from '#app/domain/rapport/conseils.ts'
import { ANOMALIE_PHRASE } from '#app/domain/rapport/phrases.ts'
import {
  type ColonneAChoisir,
  KINDS_VERIFIES,
  type KindVerifie,
  type LigneVerifiee,
  MAX_REMARQUES,
  type Rapport,
  type Remarque,
  type Verdict,
} from '#app/domain/rapport/verification.ts'
import { compte } from '#app/domain/texte/format.ts'
import { withoutInvisibles } from '#app/domain/texte/invisibles.ts'
import { shownText } from '#app/domain/texte/visible.ts'
import type { Kind, Severity } from '#app/domain/vocabulary.ts'
import { colonnesProbables, nameOf } from '#app/lecture/column-names.ts'
import type { Fichier } from '#app/lecture/fichier.ts'
import { startJournal } from '#app/lecture/normalise/journal.ts'
import { maskPersonal } from '#app/lecture/normalise/personne.ts'
import { openTable } from '#app/lecture/read-file.ts'
import type { Choix, Table } from '#app/lecture/table.ts'
import type { Territoire } from '#app/lecture/territoire.ts'
import { Unreadable } from '#app/lecture/unreadable.ts'
import { noteEntete } from './check-header.ts'
import { type Contexte, type LigneLue, readLigne } from './check-row.ts'
import { startFichier } from './check-whole-file.ts'
import { correctLigne, isSure } from './correct-row.ts'

/** `kind` forces the kind, `colonnes` says columns (`Choix`); `onBatch` is told how many rows have been read, of `maxLignes` at most. `today`: YYYY-MM-DD. */
export type CheckOptions = {
  territoire: Territoire
  today: string
  kind?: KindVerifie
  colonnes?: Choix['colonnes']
  onBatch?: (read: number) => void
  maxLignes?: number
}

const RANG: Record<Severity, number> = { error: 0, warning: 1, info: 2 }

/**
 * Checks a file as the import would read it, against the standard and against itself. Nothing is written.
 * Throws `Unreadable`, with one sentence, for a file that is no table, holds no row, or is a reference file.
 */
export async function checkFile(fichier: Fichier, options: CheckOptions): Promise<Rapport> {
  const table = await openVerifiable(fichier, options)
  const contexte = contexteOf(table, options)
  const reste = startFichier()
  const anomalies: Anomalie[] = []
  const lignes: Omit<LigneVerifiee, 'pire'>[] = []
  const counts = startCounts()
  const keep = (list: readonly Anomalie[], ofHeader = false) => {
    for (const one of list) {
      counts.add(one, ofHeader)
      if (anomalies.length < MAX_REMARQUES) anomalies.push(one)
      else counts.omit()
    }
  }
  const entete = readEntete(table, contexte)
  keep(entete, true)
  const faites = new Set(entete.filter(isSure))
  for await (const lue of readLignes(table, contexte, options)) {
    reste.add(lue)
    keep(lue.journal.anomalies)
    for (const one of correctLigne(lue, contexte).faites) faites.add(one)
    lignes.push(ligneOf(lue))
  }
  if (lignes.length === 0) throw sansLigne(fichier)
  const suites = new Map(reste.suites.map(({ line, code, texte }) => [`${line} ${code}`, texte]))
  for (const { line, published, lieux } of reste.pointsPartages()) {
    keep([{ line, field: 'latitude', code: 'coordonnees.partagees', raw: published, corrected: null }])
    suites.set(`${line} coordonnees.partagees`, `${lieux} lieux`)
  }
  anomalies.sort((a, b) => a.line - b.line || RANG[ANOMALIE_SEVERITY[a.code]] - RANG[ANOMALIE_SEVERITY[b.code]])
  const colonnes = new Map(table.columns.map((column, rang) => [column, table.header[rang] ?? '']))
  const { pires, ...totals } = counts.finish()
  return {
    kind: contexte.kind,
    colonnes: colonnesAChoisir(table),
    read: lignes.length,
    publiables: lignes.filter(({ verdict }) => verdict === 'affiche').length,
    ...totals,
    lignes: lignes.map((ligne) => ({ ...ligne, pire: pires.get(ligne.line) ?? null })),
    anomalies: anomalies.map((one) => {
      const suite = AVEC_SUITE.has(one.code) ? suites.get(`${one.line} ${one.code}`) : undefined
      return toRemarque(one, colonnes.get(one.field) ?? one.field, suite, faites.has(one))
    }),
  }
}

/** The sentences that another row completes. */
const AVEC_SUITE: ReadonlySet<AnomalieCode> = new Set(['ligne.doublon', 'id.doublon', 'coordonnees.partagees'])

/** A header alone. */
export function sansLigne({ nom }: Fichier): Unreadable {
  return new Unreadable(`${nom} : l’en-tête est seul, il n’y a aucune ligne à vérifier.`)
}

/** Opens a file of a kind that is checked. A reference file, or a workbook, is refused with the way out. */
export async function openVerifiable(
  fichier: Fichier,
  { kind, colonnes }: Pick<CheckOptions, 'kind' | 'colonnes'>,
): Promise<Table & { kind: KindVerifie }> {
  const { kind: sien, ...table } = await openTable(fichier, { kind, colonnes })
  if (!isVerifie(sien))
    throw new Unreadable(
      `${fichier.nom} : c’est un fichier de référence (${REFERENCES[sien]}). On vérifie ici un fichier de lieux, de postes ou de France services.`,
    )
  return { ...table, kind: sien }
}

const REFERENCES: Record<Exclude<Kind, KindVerifie>, string> = {
  communes: 'les communes de France',
  densite: 'la grille de densité de l’Insee',
  frr: 'le classement France Ruralités Revitalisation',
}

function isVerifie(kind: Kind): kind is KindVerifie {
  return KINDS_VERIFIES.some((one) => one === kind)
}

export function contexteOf(
  { kind, header, columns }: Table & { kind: KindVerifie },
  { territoire, today, colonnes }: CheckOptions,
): Contexte {
  return { kind, header, columns, territoire, today, colonnes }
}

/** Those that are not read, when a likely one is among them: each with what it may be. */
function colonnesAChoisir({ kind, header, columns }: Table): ColonneAChoisir[] {
  const probables = new Map(colonnesProbables(header, kind).map(({ rang, column }) => [rang, column]))
  if (probables.size === 0) return []
  return header.flatMap((name, rang) => {
    const published = nameOf(name)
    return columns[rang] === null && published !== '' ? [{ published, column: probables.get(rang) ?? null }] : []
  })
}

/** What is said of the header, and of what stands above it. */
export function readEntete({ headerLine, remarques }: Table, contexte: Contexte): Anomalie[] {
  const journal = startJournal(headerLine)
  for (const { code, raw } of remarques) journal.note('', code, raw, '')
  noteEntete(contexte, journal)
  return journal.anomalies
}

/** The rows, read. Throws `Unreadable` past `maxLignes`. */
export async function* readLignes(
  table: Table,
  contexte: Contexte,
  { onBatch, maxLignes = Number.POSITIVE_INFINITY }: Pick<CheckOptions, 'onBatch' | 'maxLignes'>,
): AsyncGenerator<LigneLue> {
  let read = 0
  for await (const rows of table.rows()) {
    read += rows.length
    if (read > maxLignes)
      throw new Unreadable(
        `${table.path} : plus de ${compte(maxLignes, 'ligne', 'lignes')}. Coupez-le en plusieurs fichiers.`,
      )
    for (const row of rows) yield readLigne(row, contexte)
    onBatch?.(read)
  }
}

/** Of a row as published, in characters: enough to find it. */
const PUBLIEE_MAX = 300

function ligneOf({ row, lieu, poste, journal }: LigneLue): Omit<LigneVerifiee, 'pire'> {
  const nom =
    lieu?.nom ??
    poste?.nom ??
    withoutInvisibles((row.cells.nom ?? row.cells.lib_fs ?? row.raw ?? '').slice(0, 500).trim().slice(0, 120))
  const verdict: Verdict =
    lieu?.reseau === 'autre' ? 'non-compte' : lieu === null && poste === null ? 'non-affiche' : 'affiche'
  const publiee = shownText(
    maskPersonal((row.raw ?? row.published.filter((cell) => cell.trim() !== '').join(' ; ')).slice(0, 600)),
    PUBLIEE_MAX,
  )
  return { line: row.line, nom: nom || null, publiee, verdict, motif: motifOf(verdict, journal.anomalies) }
}

/** What rejected the row: the error noted last is the one at which the reading stopped. */
function motifOf(verdict: Verdict, anomalies: Anomalie[]): string | null {
  if (verdict === 'affiche') return null
  if (verdict === 'non-compte') return ANOMALIE_PHRASE['reseau.autre']
  const refus = anomalies.find(({ code }) => REFUS.has(code))
  return refus ? ANOMALIE_PHRASE[refus.code] : null
}

/** The codes after which a row is not shown. */
const REFUS: ReadonlySet<AnomalieCode> = new Set([
  'ligne.guillemet',
  'ligne.trop_longue',
  'nom.absent',
  'lieu.introuvable',
  'departement.absent',
  'postes.invalide',
])

function startCounts() {
  const anomaliesPar: Record<Severity, number> = { error: 0, warning: 0, info: 0 }
  const lines: Record<Severity, Set<number>> = { error: new Set(), warning: new Set(), info: new Set() }
  let omises = 0
  return {
    add({ line, code }: Anomalie, ofHeader: boolean) {
      const severity = ANOMALIE_SEVERITY[code]
      anomaliesPar[severity] += 1
      if (!ofHeader) lines[severity].add(line)
    },
    omit() {
      omises += 1
    },
    finish() {
      const pires = new Map<number, Severity>()
      for (const severity of ['info', 'warning', 'error'] as const)
        for (const line of lines[severity]) pires.set(line, severity)
      const lignesPar = { error: lines.error.size, warning: lines.warning.size, info: lines.info.size }
      return { anomaliesPar, lignesPar, omises, pires }
    },
  }
}

function toRemarque(anomalie: Anomalie, colonne: string, suite: string | undefined, sure: boolean): Remarque {
  const { line, field, code, raw, corrected } = anomalie
  const severity = ANOMALIE_SEVERITY[code]
  const phrase = ANOMALIE_PHRASE[code]
  const message = suite === undefined ? phrase : `${phrase.slice(0, -1)} (${suite}).`
  return { line, field, code, raw, corrected, severity, colonne, message, conseil: ANOMALIE_CONSEIL[code], sure }
}
