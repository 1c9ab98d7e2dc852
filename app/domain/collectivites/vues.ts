import { FILTERS } from '../filters/table.ts'
import { choice, one } from '../parametres/kinds.ts'
import type { Fraicheur } from './fraicheur.ts'

/** What a report is about: a territory, or an employer by its SIRET or its SIREN. */
export const TYPES_TERRITOIRE = ['commune', 'epci', 'departement', 'structure'] as const
export type TypeTerritoire = (typeof TYPES_TERRITOIRE)[number]

export function isTypeTerritoire(text: string): text is TypeTerritoire {
  return (TYPES_TERRITOIRE as readonly string[]).includes(text)
}

/** The filtered lists of a report, in the order of what matters most to who looks for help. */
export const VOIRS = [
  'erreurs',
  'sans-telephone',
  'approximatives',
  'sans-horaires',
  'a-actualiser',
  'hors-carte',
  'doublons',
  'sans-lieu',
] as const
export type Voir = (typeof VOIRS)[number]

/** After a number: "3 fiches avec une erreur probable". */
export const VOIR_LABELS: Record<Voir, [singulier: string, pluriel: string]> = {
  erreurs: ['fiche avec une erreur probable', 'fiches avec une erreur probable'],
  'sans-telephone': ['fiche sans téléphone utilisable', 'fiches sans téléphone utilisable'],
  approximatives: ['position approximative', 'positions approximatives'],
  'sans-horaires': ['fiche sans horaires', 'fiches sans horaires'],
  'a-actualiser': ['fiche de plus de 18 mois, ou sans date', 'fiches de plus de 18 mois, ou sans date'],
  'hors-carte': ['ligne publiée absente de la carte', 'lignes publiées absentes de la carte'],
  doublons: ['doublon possible', 'doublons possibles'],
  'sans-lieu': ['employeur avec des postes et aucun lieu connu', 'employeurs avec des postes et aucun lieu connu'],
}

/** What a report is asked: a filtered list, or null for the whole, and its page. */
export const RAPPORT = { voir: one<Voir | null>(null, choice(VOIRS)), page: FILTERS.page }

/** What the lists are told apart by. `surLaCarte`: it has a point, and it is a place of a conseiller numérique. */
export type FicheTriee = {
  erreurs: number
  telephone: string | null
  horaires: string | null
  approximate: boolean
  fraicheur: Fraicheur
  surLaCarte: boolean
}

/** The lists of places; those of rows, pairs and employers are not in the table. */
export const SUITS: Partial<Record<Voir, (fiche: FicheTriee) => boolean>> = {
  erreurs: ({ erreurs }) => erreurs > 0,
  'sans-telephone': ({ telephone }) => telephone === null,
  approximatives: ({ approximate }) => approximate,
  'sans-horaires': ({ horaires }) => horaires === null,
  'a-actualiser': ({ fraicheur }) => fraicheur === 'a-actualiser',
  'hors-carte': ({ surLaCarte }) => !surLaCarte,
}
