import { readTranche, sensDe, type TrancheFausse } from './osm.ts'
import { MINUTES_PAR_JOUR, type Plage, type Semaine } from './semaine.ts'

/**
 * What is wrong with published hours: `illisible` (nothing could be read: the text alone is kept), `a-l-envers`
 * (`17:00-12:00`) and `duree-nulle` (`12:00-12:00`) (the slot is left out and its rule stays as text, so that the state
 * is not certain), `plus-de-16-h` (kept as it is), `jamais-ouvert` (`off`: no hours are kept). The gravest alone is told.
 */
export type ProblemeHoraires = 'illisible' | 'jamais-ouvert' | 'plus-de-16-h' | TrancheFausse

/**
 * `semaine` is null when there is nothing to show: an empty cell, hours that never open, a cell that is too long. `osm`:
 * hours written in French, as OSM writes the same week.
 */
export type Expansion = { semaine: Semaine | null; probleme: ProblemeHoraires | null; osm?: string | undefined }

/** Longer than this is not hours: the longest of 2,417 real values has 166 characters. */
export const LONGUEUR_MAX = 500

const TRANCHE_LONGUE = 16 * 60
const GRAVITE: ProblemeHoraires[] = ['illisible', 'a-l-envers', 'duree-nulle', 'plus-de-16-h', 'jamais-ouvert']

/** A week as read, and what its parts had wrong, → the week to store and the one problem to tell. */
export function conclude(semaine: Semaine, problemes: (ProblemeHoraires | null)[]): Expansion {
  const longue = semaine.plages.some(({ debut, fin }) => fin - debut > TRANCHE_LONGUE)
  const tous = longue ? [...problemes, 'plus-de-16-h' as const] : problemes
  const vide = semaine.plages.length === 0 && semaine.texte === null
  return { semaine: vide ? null : semaine, probleme: GRAVITE.find((probleme) => tous.includes(probleme)) ?? null }
}

/**
 * "09:00 - 12:00 / 14:00 - 16:30", the hours of a day, → slots from `minuit`, the minute of the week at which it starts.
 * An unreadable cell gives none.
 */
export function readCellule(cellule: string, minuit: number): { plages: Plage[]; probleme: ProblemeHoraires | null } {
  const plages: Plage[] = []
  let probleme: ProblemeHoraires | null = null
  for (const partie of cellule === '' ? [] : cellule.split('/')) {
    const tranche = readTranche(partie)
    if (tranche === null) return { plages: [], probleme: 'illisible' }
    const [debut, fin] = tranche
    const sens = sensDe(debut, fin)
    const duree = fin > debut ? fin - debut : fin + MINUTES_PAR_JOUR - debut
    if (sens === 'jour' || sens === 'nuit') plages.push({ debut: minuit + debut, fin: minuit + debut + duree })
    // 00:00 - 00:00 is the file's way to leave a slot empty.
    else if (debut !== 0 || fin !== 0) probleme = probleme === 'a-l-envers' ? probleme : sens
  }
  return { plages, probleme }
}

/** Spaces and line ends of any kind → single spaces. */
export function tidy(texte: string): string {
  return texte.replace(/\s+/g, ' ').trim()
}
