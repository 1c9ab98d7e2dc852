import type { Kind, Severity } from '../vocabulary.ts'
import type { Anomalie, AnomalieCode } from './anomalies.ts'
import { ANOMALIE_PHRASE } from './phrases.ts'

/** The kinds of files that are published by a collectivité, and that the checker reads. */
export const KINDS_VERIFIES = ['lieux', 'structures', 'france-services'] as const satisfies Kind[]
export type KindVerifie = (typeof KINDS_VERIFIES)[number]

/**
 * A problem as the checker says it. `colonne`: the column's name in the file (`field` is the standard's); `message`: the
 * sentence, and what completes it; `conseil`: how to mend; `sure`: the corrected file applies `corrected`.
 */
export type Remarque = Anomalie & {
  severity: Severity
  colonne: string
  message: string
  conseil: string
  sure: boolean
}

/** A column that nothing reads, and the one of ours that it may be. */
export type ColonneAChoisir = { published: string; column: string | null }

/** What the site would do of a row: show it, show it without counting it (another network), or not show it. */
export type Verdict = 'affiche' | 'non-compte' | 'non-affiche'

export const VERDICT_LABELS: Record<Verdict, string> = {
  affiche: 'serait affiché',
  'non-compte': 'ne serait pas affiché : ce n’est pas un lieu de conseiller numérique',
  'non-affiche': 'ne serait pas affiché',
}

/** A row of the checked file. `motif`: the sentence that says why it would not be shown. */
export type LigneVerifiee = {
  line: number
  nom: string | null
  /** Its beginning, as published. */
  publiee: string
  verdict: Verdict
  motif: string | null
  pire: Severity | null
}

/** `read = publiables + those that would not be shown`. */
export type Rapport = {
  kind: KindVerifie
  /** Those of the header that are not read, while one of ours is missing. */
  colonnes: ColonneAChoisir[]
  read: number
  publiables: number
  /** Rows that have at least one problem of that severity; the header is no row. */
  lignesPar: Record<Severity, number>
  anomaliesPar: Record<Severity, number>
  /** Every row, in the order of the file. */
  lignes: LigneVerifiee[]
  /** By line. At most `MAX_REMARQUES`; `omises` counts those beyond. */
  anomalies: Remarque[]
  omises: number
}

/** A report for programs: that of `npm run check -- --json`, and of the API. */
export function rapportJson({ kind, read, publiables, lignesPar, anomalies, omises }: Rapport): string {
  return JSON.stringify({ kind, read, publiables, lignes: lignesPar, anomalies, omises })
}

/** A hostile file has ten problems a row: those beyond are counted, not kept. */
export const MAX_REMARQUES = 100_000

/** What is said of every row: of the file, rather than of each. */
export type Generale = Pick<Remarque, 'severity' | 'colonne' | 'message' | 'conseil' | 'sure'> & { code: AnomalieCode }

/** What is said of the header; the problems that each row has, said once; the others, which are those of some rows. */
export function splitGenerales({ anomalies, lignes }: Pick<Rapport, 'anomalies' | 'lignes'>): {
  entete: Remarque[]
  generales: Generale[]
  autres: Remarque[]
} {
  const keyOf = ({ code, colonne }: Remarque) => `${code} ${colonne}`
  const rows = new Set(lignes.map(({ line }) => line))
  const hit = new Map<string, { first: Remarque; lines: Set<number> }>()
  for (const one of anomalies) {
    if (!rows.has(one.line)) continue
    const group = hit.get(keyOf(one)) ?? { first: one, lines: new Set() }
    group.lines.add(one.line)
    hit.set(keyOf(one), group)
  }
  // Of two rows, "every row" says less than their lines.
  const general = new Map([...hit].filter(([, { lines }]) => rows.size > 2 && lines.size === rows.size))
  const generales = [...general.values()].map(({ first }) => {
    const { code, severity, colonne, conseil, sure } = first
    return { code, severity, colonne, message: ANOMALIE_PHRASE[code], conseil, sure }
  })
  return {
    entete: anomalies.filter(({ line }) => !rows.has(line)),
    generales: generales.sort((a, b) => RANG[a.severity] - RANG[b.severity]),
    autres: anomalies.filter((one) => rows.has(one.line) && !general.has(keyOf(one))),
  }
}

/** One rule, as often as it was broken. `lignes`: the first ones; `exemple`: the first cell. */
export type Groupe = Pick<Remarque, 'severity' | 'conseil'> & {
  code: AnomalieCode
  phrase: string
  nombre: number
  lignes: number[]
  exemple: Remarque
}

const LIGNES_MONTREES = 5
const RANG: Record<Severity, number> = { error: 0, warning: 1, info: 2 }

/** The rules that a file breaks, the worst first, then the most frequent */
export function groupRemarques(anomalies: readonly Remarque[]): Groupe[] {
  const groupes = new Map<AnomalieCode, Groupe>()
  for (const one of anomalies) {
    const { code, severity, conseil, line } = one
    const groupe = groupes.get(code) ?? {
      code,
      severity,
      conseil,
      phrase: ANOMALIE_PHRASE[code],
      nombre: 0,
      lignes: [],
      exemple: one,
    }
    groupe.nombre += 1
    if (groupe.lignes.length < LIGNES_MONTREES && groupe.lignes.at(-1) !== line) groupe.lignes.push(line)
    groupes.set(code, groupe)
  }
  return [...groupes.values()].sort((a, b) => RANG[a.severity] - RANG[b.severity] || b.nombre - a.nombre)
}
