import type { Severity } from '../vocabulary.ts'
import type { ChampCompte } from './completude.ts'

/**
 * How much a defect costs to who looks for help, from 100. A wrong number is worse than none: it is dialled. Then a
 * position that leads elsewhere, hours that find the door closed, a card too old to be believed; last, words.
 */
export const POIDS_ANOMALIE: Readonly<Record<string, number>> = {
  telephone: 100,
  coordonnees: 90,
  lieu: 90,
  horaires: 70,
  adresse: 55,
  commune: 55,
  code_postal: 55,
  code_insee: 55,
  nom: 50,
  date: 40,
  courriel: 35,
  vocabulaire: 25,
  site_web: 25,
  texte: 15,
  siret: 10,
}
const POIDS_AUTRE = 12

export const POIDS_MANQUE: Record<ChampCompte, number> = {
  telephone: 95,
  position: 85,
  adresse: 75,
  horaires: 65,
  services: 45,
  date_maj: 38,
  courriels: 30,
  frais_a_charge: 20,
  modalites_acces: 20,
  modalites_accompagnement: 18,
  site_web: 8,
  pivot: 6,
  presentation_resume: 5,
}
/** More than 18 months: its hours are no longer believed (docs/regles.md §7). */
export const POIDS_PERIME = 60

type Defauts = {
  anomalies: readonly { code: string; severity: Severity }[]
  manquants: readonly { cle: ChampCompte }[]
  perimee: boolean
}

/** The weights of what is wrong with a place, heaviest first; what was put right (`info`) weighs nothing. */
export function prioriteOf({ anomalies, manquants, perimee }: Defauts): number[] {
  const dites = anomalies.filter(({ severity }) => severity !== 'info')
  const poids = [
    ...dites.map(({ code }) => POIDS_ANOMALIE[code.split('.')[0] ?? ''] ?? POIDS_AUTRE),
    ...manquants.map(({ cle }) => POIDS_MANQUE[cle]),
    ...(perimee ? [POIDS_PERIME] : []),
  ]
  return poids.sort((a, b) => b - a)
}

/** Worst first: by the heaviest defect, then the next. Many small ones never pass one great. */
export function comparePriorites(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((poids, rang) => poids !== b[rang])
  return at < 0 ? b.length - a.length : (b[at] ?? 0) - (a[at] ?? 0)
}
