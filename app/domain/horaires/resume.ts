import { moisDepuis } from '../texte/format.ts'
import { type LigneHoraires, type Semaine, tableDesHoraires } from './semaine.ts'

const MOIS_AVANT_APPEL = 12

/**
 * A week in one line, days with the same hours together, closed days left out:
 * "lundi au jeudi 9 h – 12 h, 14 h – 17 h · samedi 9 h – 12 h". Null when there is no table to sum up.
 */
export function resumeHoraires(semaine: Semaine | null): string | null {
  if (semaine === null) return null
  const groupes = groupByLibelle(tableDesHoraires(semaine).filter((ligne) => ligne.plages.length > 0))
  return groupes.length === 0 ? null : groupes.map(phrase).join(' · ')
}

/**
 * Whether hours last updated on a date say "appelez avant de venir" (docs/regles.md §7): at 12 months, or without a date, when
 * nothing says that they still hold.
 */
export function areHorairesAnciens(dateMaj: string | null, maintenant: Date): boolean {
  return dateMaj === null || moisDepuis(dateMaj, maintenant) >= MOIS_AVANT_APPEL
}

type Groupe = { libelle: string; lignes: LigneHoraires[] }

function groupByLibelle(lignes: LigneHoraires[]): Groupe[] {
  const groupes = new Map<string, LigneHoraires[]>()
  for (const ligne of lignes) groupes.set(ligne.libelle, [...(groupes.get(ligne.libelle) ?? []), ligne])
  return [...groupes].map(([libelle, siennes]) => ({ libelle, lignes: siennes }))
}

function phrase({ libelle, lignes }: Groupe): string {
  const jours = lignes.map(({ jour }) => jour)
  return `${jours.length > 2 && areFollowing(lignes) ? `${jours[0]} au ${jours.at(-1)}` : jours.join(', ')} ${libelle}`
}

function areFollowing(lignes: LigneHoraires[]): boolean {
  const rangs = lignes.map(({ jour }) => ORDRE.indexOf(jour))
  return rangs.every((rang, index) => index === 0 || rang === (rangs[index - 1] ?? 0) + 1)
}

const ORDRE = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche']
