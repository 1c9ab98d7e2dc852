import { lignesDuTexte } from '../horaires/texte.ts'
import { shownText } from '../texte/visible.ts'
import { SEVERITIES, type Severity } from '../vocabulary.ts'
import type { AnomalieCode } from './anomalies.ts'
import {
  type ColonneAChoisir,
  type Generale,
  type Groupe,
  groupRemarques,
  type KindVerifie,
  type LigneVerifiee,
  type Rapport,
  type Remarque,
  splitGenerales,
  VERDICT_LABELS,
} from './verification.ts'

export const KIND_LABELS: Record<KindVerifie, string> = {
  lieux: 'Lieux de médiation numérique (norme LaMednum)',
  structures: 'Structures et postes validés (comité de sélection)',
  'france-services': 'France services',
}

/** A report as the page shows it: the worst rows, and the rules that were hit. Every text of the file is made harmless. */
export type RapportPage = {
  kind: KindVerifie
  colonnes: ColonneAChoisir[]
  resume: string
  compteurs: { severity: Severity; lignes: number; problemes: number }[]
  /** What is said of the header, a rule at a time: of the file, before any row. */
  entete: RegleDEntete[]
  /** What every row has, said once: `regles` and `lignes` are of the others. */
  generales: Generale[]
  regles: RegleTouchee[]
  lignes: LigneMontree[]
  /** Rows with something to decide that are not among `lignes`. */
  cachees: number
  /** Rows that would be shown, of which nothing but sure corrections is said: they are not among `lignes`. */
  corrigees: number
  /** Problems that the report itself does not list. */
  omises: number
}
export type RegleTouchee = Pick<Groupe, 'code' | 'severity' | 'phrase' | 'conseil' | 'nombre'> & {
  /** How many of them the corrected file mends. */
  corrigees: number
}
/** `colonnes`: the published names that it is about, and what each is proposed to become. */
export type RegleDEntete = Pick<Groupe, 'code' | 'severity' | 'phrase' | 'conseil'> & {
  sure: boolean
  colonnes: { nom: string; corrigee: string | null }[]
}
export type LigneMontree = {
  line: number
  titre: string
  publiee: string
  verdict: string
  motif: string | null
  gravites: Severity[]
  remarques: RemarqueMontree[]
  /** Those of this row beyond `remarques`. */
  autres: number
}
export type RemarqueMontree = Pick<Remarque, 'severity' | 'colonne' | 'message' | 'conseil' | 'sure'> & {
  /** Its rank in its row. */
  rang: number
  valeur: string | null
  corrigee: string | null
  /** What is proposed, in words, when it is written in a code. */
  mots: string | null
}

/** Rows on the page; the report as a file has them all. */
const LIGNES_MAX = 100
/** Problems of one row on the page. */
const REMARQUES_MAX = 20

/** `resume`: the report in one sentence. */
export function rapportPage(rapport: Rapport, resume: string): RapportPage {
  const { generales, entete, autres } = splitGenerales(rapport)
  const lignes = groupLignes(rapport.lignes, autres)
  return {
    kind: rapport.kind,
    colonnes: shownColonnes(rapport.colonnes),
    resume,
    compteurs: SEVERITIES.map((severity) => {
      return { severity, lignes: rapport.lignesPar[severity], problemes: rapport.anomaliesPar[severity] }
    }),
    entete: reglesDEntete(entete),
    generales: generales.map((one) => ({ ...one, colonne: shownText(one.colonne, 80) })),
    regles: reglesTouchees(autres),
    lignes: lignes.slice(0, LIGNES_MAX).map(shownLigne),
    cachees: Math.max(0, lignes.length - LIGNES_MAX),
    corrigees:
      new Set(autres.map(({ line }) => line)).size - lignes.filter(({ remarques }) => remarques.length > 0).length,
    omises: rapport.omises,
  }
}

/** Columns that a form proposes to choose among. */
const COLONNES_MAX = 40

/** Those that are likely to be one of ours first. */
export function shownColonnes(colonnes: readonly ColonneAChoisir[]): ColonneAChoisir[] {
  const likely = colonnes.filter(({ column }) => column !== null)
  return [...likely, ...colonnes.filter(({ column }) => column === null)]
    .slice(0, COLONNES_MAX)
    .map(({ published, column }) => ({ published: shownText(published, 80), column }))
}

function reglesDEntete(anomalies: readonly Remarque[]): RegleDEntete[] {
  return groupRemarques(anomalies).map(({ code, severity, phrase, conseil }) => {
    const own = anomalies.filter((one) => one.code === code)
    const colonnes = own.slice(0, COLONNES_MAX).map(({ raw, colonne, corrected }) => {
      return { nom: shownText(raw || colonne, 80), corrigee: corrected && shownText(corrected, 80) }
    })
    return { code, severity, phrase, conseil, sure: own.every(({ sure }) => sure), colonnes }
  })
}

function reglesTouchees(anomalies: readonly Remarque[]): RegleTouchee[] {
  const corrigees = new Map<AnomalieCode, number>()
  for (const { code, sure } of anomalies) if (sure) corrigees.set(code, (corrigees.get(code) ?? 0) + 1)
  return groupRemarques(anomalies).map(({ code, severity, phrase, conseil, nombre }) => {
    return { code, severity, phrase, conseil, nombre, corrigees: corrigees.get(code) ?? 0 }
  })
}

function rang(severity: Severity): number {
  return SEVERITIES.indexOf(severity)
}

type Rangee = { ligne: LigneVerifiee; remarques: Remarque[] }

/** The rows to speak of: those with something to decide, and those that would not be shown. The worst first, then by line. */
function groupLignes(lignes: readonly LigneVerifiee[], anomalies: readonly Remarque[]): Rangee[] {
  const byLine = new Map<number, Remarque[]>()
  for (const remarque of anomalies) {
    const own = byLine.get(remarque.line)
    if (own === undefined) byLine.set(remarque.line, [remarque])
    else own.push(remarque)
  }
  return lignes
    .filter(({ line, verdict }) => verdict !== 'affiche' || byLine.get(line)?.some(isToRead))
    .map((ligne) => {
      const remarques = byLine.get(ligne.line) ?? []
      return { ligne, remarques: remarques.toSorted((a, b) => rang(a.severity) - rang(b.severity)) }
    })
    .sort((a, b) => pire(a) - pire(b) || a.ligne.line - b.ligne.line)
}

/** A sure correction changes how a thing is written; a week read from French is to be looked at all the same. */
function isToRead({ code, severity, sure }: Remarque): boolean {
  return !sure || severity !== 'info' || code === 'horaires.en_francais'
}

function pire({ remarques: [premiere] }: Rangee): number {
  return premiere ? rang(premiere.severity) : SEVERITIES.length
}

function shownLigne({ ligne, remarques }: Rangee): LigneMontree {
  const { line, nom, publiee, verdict, motif } = ligne
  return {
    line,
    titre: shownText(nom ?? 'sans nom', 120),
    publiee,
    verdict: VERDICT_LABELS[verdict],
    motif: motif ? shownText(motif, 400) : null,
    gravites: SEVERITIES.filter((severity) => remarques.some((one) => one.severity === severity)),
    remarques: remarques.slice(0, REMARQUES_MAX).map(shownRemarque),
    autres: Math.max(0, remarques.length - REMARQUES_MAX),
  }
}

function shownRemarque(remarque: Remarque, rang: number): RemarqueMontree {
  const { code, severity, colonne, message, conseil, sure, raw, corrected } = remarque
  const horaires = code === 'horaires.en_francais' && corrected !== null
  return {
    rang,
    severity,
    colonne: shownText(colonne, 80),
    message: shownText(message, 400),
    conseil: shownText(conseil, 400),
    sure,
    valeur: raw === null || raw === '' ? null : shownText(raw),
    corrigee: corrected === null ? null : shownText(corrected),
    mots: horaires ? shownText(lignesDuTexte(corrected).join(' ; '), 400) : null,
  }
}
