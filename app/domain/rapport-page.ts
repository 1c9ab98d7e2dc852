import {
  ANOMALIE_CONSEIL,
  ANOMALIE_PHRASE,
  ANOMALIE_SEVERITY,
  type AnomalieCode,
  CORRECTIONS_SURES,
} from './anomalies.ts'
import { compte, formatNombre } from './format.ts'
import { type KindVerifie, type LigneVerifiee, type Rapport, type Remarque, VERDICT_LABELS } from './rapport.ts'
import { montreTexte } from './texte-montre.ts'
import { SEVERITIES, type Severity } from './vocabulary.ts'

export const KIND_LABELS: Record<KindVerifie, string> = {
  lieux: 'Lieux de médiation numérique (norme LaMednum)',
  structures: 'Structures et postes validés (comité de sélection)',
  'france-services': 'France services',
}

/** A problem by its gravity, and the rows that have one. */
export const GRAVITE_LABELS: Record<Severity, { un: string; lignes: [un: string, plusieurs: string] }> = {
  error: { un: 'Bloquant', lignes: ['bloquante', 'bloquantes'] },
  warning: { un: 'À vérifier', lignes: ['à vérifier', 'à vérifier'] },
  info: { un: 'Remarque', lignes: ['avec une remarque', 'avec une remarque'] },
}

/** A report as the page shows it: the worst rows, and the rules that were hit. Every text of the file is made harmless. */
export type RapportPage = {
  kind: KindVerifie
  resume: string
  verdicts: string
  compteurs: { severity: Severity; lignes: number; problemes: number }[]
  regles: RegleTouchee[]
  lignes: LigneMontree[]
  /** Rows with a problem that are not among `lignes`. */
  cachees: number
  /** Problems that the report itself does not list. */
  omises: number
}
export type RegleTouchee = {
  code: AnomalieCode
  severity: Severity
  phrase: string
  conseil: string
  fois: number
  sure: boolean
}
export type LigneMontree = {
  line: number
  titre: string
  /** Null for the header, which is shown to nobody. */
  verdict: string | null
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
}

/** Rows on the page; the report as a file has them all. */
const LIGNES_MAX = 300
/** Problems of one row on the page. */
const REMARQUES_MAX = 20

export function rapportPage(rapport: Rapport): RapportPage {
  const lignes = groupLignes(rapport)
  return {
    kind: rapport.kind,
    resume: resumeRapport(rapport),
    verdicts: phraseVerdicts(rapport),
    compteurs: SEVERITIES.map((severity) => {
      return { severity, lignes: rapport.lignesPar[severity], problemes: rapport.anomaliesPar[severity] }
    }),
    regles: reglesTouchees(rapport),
    lignes: lignes.slice(0, LIGNES_MAX).map(montreLigne),
    cachees: Math.max(0, lignes.length - LIGNES_MAX),
    omises: rapport.omises,
  }
}

/** "87 lignes, 3 bloquantes, 12 à vérifier, 5 avec une remarque." */
export function resumeRapport({ read, lignesPar }: Rapport): string {
  const parts = SEVERITIES.filter((severity) => lignesPar[severity] > 0).map((severity) =>
    compte(lignesPar[severity], ...GRAVITE_LABELS[severity].lignes),
  )
  return `${[compte(read, 'ligne', 'lignes'), ...(parts.length > 0 ? parts : ['aucun problème trouvé'])].join(', ')}.`
}

/** How many rows the site would show. */
function phraseVerdicts({ read, publiables }: Rapport): string {
  if (read === 0) return 'Le fichier n’a aucune ligne sous son en-tête.'
  if (publiables === read) return read === 1 ? 'La ligne serait affichée.' : 'Toutes les lignes seraient affichées.'
  if (publiables === 0) return 'Aucune ligne ne serait affichée sur ce site.'
  const non = read - publiables
  const affichees = `${compte(publiables, 'ligne serait affichée', 'lignes seraient affichées')}`
  return `${affichees}, ${formatNombre(non)} ne ${non === 1 ? 'le serait' : 'le seraient'} pas.`
}

/** The worst first, then the most frequent. */
function reglesTouchees({ anomalies }: Rapport): RegleTouchee[] {
  const fois = new Map<AnomalieCode, number>()
  for (const { code } of anomalies) fois.set(code, (fois.get(code) ?? 0) + 1)
  return [...fois]
    .map(([code, n]) => ({
      code,
      severity: ANOMALIE_SEVERITY[code],
      phrase: ANOMALIE_PHRASE[code],
      conseil: ANOMALIE_CONSEIL[code],
      fois: n,
      sure: CORRECTIONS_SURES.has(code),
    }))
    .sort((a, b) => rang(a.severity) - rang(b.severity) || b.fois - a.fois)
}

function rang(severity: Severity): number {
  return SEVERITIES.indexOf(severity)
}

type Groupe = { line: number; ligne: LigneVerifiee | undefined; remarques: Remarque[] }

/** The rows to speak of: those with a problem, and those that would not be shown. The worst first, then by line. */
function groupLignes({ lignes, anomalies }: Rapport): Groupe[] {
  const groupes = new Map<number, Groupe>()
  const byLine = new Map(lignes.map((ligne) => [ligne.line, ligne]))
  const groupeOf = (line: number): Groupe => {
    const groupe = groupes.get(line) ?? { line, ligne: byLine.get(line), remarques: [] }
    groupes.set(line, groupe)
    return groupe
  }
  for (const ligne of lignes) if (ligne.verdict !== 'affiche') groupeOf(ligne.line)
  for (const remarque of anomalies) groupeOf(remarque.line).remarques.push(remarque)
  for (const { remarques } of groupes.values()) remarques.sort((a, b) => rang(a.severity) - rang(b.severity))
  return [...groupes.values()].sort((a, b) => pire(a) - pire(b) || a.line - b.line)
}

function pire({ remarques: [premiere] }: Groupe): number {
  return premiere ? rang(premiere.severity) : SEVERITIES.length
}

function montreLigne({ line, ligne, remarques }: Groupe): LigneMontree {
  return {
    line,
    titre: ligne ? montreTexte(ligne.nom ?? 'sans nom', 120) : 'en-tête du fichier',
    verdict: ligne ? VERDICT_LABELS[ligne.verdict] : null,
    motif: ligne?.motif ? montreTexte(ligne.motif, 400) : null,
    gravites: SEVERITIES.filter((severity) => remarques.some((one) => one.severity === severity)),
    remarques: remarques.slice(0, REMARQUES_MAX).map(montreRemarque),
    autres: Math.max(0, remarques.length - REMARQUES_MAX),
  }
}

function montreRemarque(remarque: Remarque, rang: number): RemarqueMontree {
  const { severity, colonne, message, conseil, sure, raw, corrected } = remarque
  return {
    rang,
    severity,
    colonne: montreTexte(colonne, 80),
    message: montreTexte(message, 400),
    conseil: montreTexte(conseil, 400),
    sure,
    valeur: raw === null || raw === '' ? null : montreTexte(raw),
    corrigee: corrected === null ? null : montreTexte(corrected),
  }
}
