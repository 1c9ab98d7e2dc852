import { type LigneMontree, type RapportPage, type RegleDEntete, rapportPage } from '#app/domain/rapport/page.ts'
import {
  type Generale,
  type Groupe,
  groupRemarques,
  type Rapport,
  splitGenerales,
} from '#app/domain/rapport/verification.ts'
import { formatNombre } from '#app/domain/texte/format.ts'
import { SEVERITY_LABELS } from '#app/domain/vocabulary.ts'
import { phraseDuRapport } from '#app/verification/phrases.ts'

/** Rows shown in a terminal; `--json` gives every problem. */
const MONTREES = 20

/** A report for a terminal, in the order of the page: what holds for the file, then by rule, then by row; the sum last. */
export function sayRapport(path: string, rapport: Rapport): string {
  const page = rapportPage(rapport, phraseDuRapport(rapport))
  const { autres } = splitGenerales(rapport)
  return [
    ...part('Sur tout le fichier', [...page.entete.map(sayRegle), ...page.generales.map(sayGenerale)]),
    ...part(
      'Ce que des lignes ont',
      groupRemarques(autres).flatMap((groupe) => sayGroupe(path, groupe)),
    ),
    ...part('Ligne par ligne', sayLignes(path, page)),
    ...(page.omises > 0 ? [`Les ${formatNombre(page.omises)} remarques suivantes ne sont pas détaillées.`] : []),
    page.resume,
    ...(rapport.anomalies.length > 0 ? ['Chaque remarque : --json. Le fichier corrigé : --fix CHEMIN.'] : []),
  ].join('\n')
}

function part(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [title.toUpperCase(), '', ...lines, '']
}

function sayRegle({ severity, phrase, conseil, colonnes }: RegleDEntete): string {
  const dites = colonnes.map(({ nom, corrigee }) => (corrigee ? `${nom} → ${corrigee}` : nom)).join(', ')
  return `[${SEVERITY_LABELS[severity]}] ${phrase} ${conseil} ${dites}`.trimEnd()
}

function sayGenerale({ severity, colonne, message, conseil }: Generale): string {
  const ou = colonne === '' ? 'Toutes les lignes' : `Toutes les lignes, colonne ${colonne}`
  return `[${SEVERITY_LABELS[severity]}] ${ou} : ${message} ${conseil}`
}

/** The rule, what to do, then where: "file:line" is a link in most terminals. */
function sayGroupe(path: string, { severity, nombre, phrase, conseil, exemple, lignes }: Groupe): string[] {
  const { line, colonne, raw, corrected } = exemple
  const value = raw === null ? '' : ` « ${raw.replace(/\s+/g, ' ').slice(0, 80)} »`
  const mended = corrected ? ` → « ${corrected.slice(0, 80)} »` : ''
  const others = lignes.slice(1).join(', ')
  const more = others === '' ? '' : ` (aussi ligne ${others}${nombre > lignes.length ? '…' : ''})`
  return [
    `[${SEVERITY_LABELS[severity]}] ${formatNombre(nombre)} × ${phrase} ${conseil}`,
    `    ${path}${line === 0 ? '' : `:${line}`} ${colonne}${value}${mended}${more}`,
  ]
}

function sayLignes(path: string, { lignes, cachees, corrigees }: RapportPage): string[] {
  const more = cachees + Math.max(0, lignes.length - MONTREES)
  return [
    ...lignes.slice(0, MONTREES).flatMap((ligne) => sayLigne(path, ligne)),
    ...(more > 0 ? [`… et ${formatNombre(more)} autres lignes.`] : []),
    ...(corrigees > 0 ? [`Lignes qui n’ont que des corrections sûres : ${formatNombre(corrigees)}.`] : []),
  ]
}

function sayLigne(path: string, { line, titre, publiee, verdict, motif, remarques, autres }: LigneMontree): string[] {
  const sures = remarques.filter(({ sure }) => sure).length
  return [
    `${path}:${line} ${titre} : ${verdict}. ${motif ?? ''}`.trimEnd(),
    `    dans le fichier : ${publiee}`,
    ...remarques
      .filter(({ sure }) => !sure)
      .map(({ severity, colonne, message, conseil, valeur, corrigee }) => {
        const value = valeur === null ? '' : ` « ${valeur} »`
        const mended = corrigee ? ` → « ${corrigee} »` : ''
        return `    [${SEVERITY_LABELS[severity]}] ${colonne}${value}${mended} : ${message} ${conseil}`
      }),
    ...(sures > 0 ? [`    Corrections sûres, faites par --fix : ${sures}.`] : []),
    ...(autres > 0 ? [`    Autres remarques sur cette ligne : ${autres}.`] : []),
  ]
}
