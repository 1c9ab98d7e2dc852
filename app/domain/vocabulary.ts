/** The field's closed lists of words, with the sentence each has on a page. */

export const KINDS = ['structures', 'lieux', 'communes', 'densite', 'frr', 'france-services'] as const
export type Kind = (typeof KINDS)[number]

/** INSEE grid read in three classes (docs/regles.md §5); `inconnue` reads "non classé". */
export const RURALITES = ['rural', 'intermediaire', 'urbain', 'inconnue'] as const
export type Ruralite = (typeof RURALITES)[number]

export const RURALITE_LABELS: Record<Ruralite, string> = {
  rural: 'Rural',
  intermediaire: 'Urbain intermédiaire',
  urbain: 'Urbain dense',
  inconnue: 'Non classé',
}

/** Names of the seven levels, INSEE, grille communale de densité. Index 0 is level 1. */
export const DENSITE_LABELS = [
  'Grands centres urbains',
  'Centres urbains intermédiaires',
  'Petites villes',
  'Ceintures urbaines',
  'Bourgs ruraux',
  'Rural à habitat dispersé',
  'Rural à habitat très dispersé',
] as const

/** How well a position is known, best first. Below `geocodee` a page says "position approximative". */
export const PRECISIONS = ['adresse', 'geocodee', 'commune', 'code_postal', 'departement'] as const
export type Precision = (typeof PRECISIONS)[number]

export function isApproximate(precision: Precision): boolean {
  return precision !== 'adresse' && precision !== 'geocodee'
}

export const PRECISION_LABELS: Record<Precision, string> = {
  adresse: 'Position de l’adresse, donnée par la source',
  geocodee: 'Position calculée à partir de l’adresse',
  commune: 'Position approximative : le centre de la commune',
  code_postal: 'Position approximative : le centre du code postal',
  departement: 'Position approximative : le centre du département',
}

export const RESEAUX = ['conseiller-numerique', 'france-services', 'autre'] as const
export type Reseau = (typeof RESEAUX)[number]

/**
 * What a visitor may ask to see beside the places, never in a count of them: France services, the places of other
 * networks, the employers without a known place.
 */
export const COUCHES = ['france-services', 'autres', 'employeurs'] as const
export type Couche = (typeof COUCHES)[number]

export const SEVERITIES = ['error', 'warning', 'info'] as const
export type Severity = (typeof SEVERITIES)[number]

/** On the pages, in the files and in the terminal: an anomaly is called the same by who finds it and by who mends it. */
export const SEVERITY_LABELS: Record<Severity, string> = {
  error: 'bloquante',
  warning: 'à vérifier',
  info: 'remarque',
}

/** The two that are urban are said in two words each; URL values are `urbain`, `intermediaire`, `rural`. */
export function ruraliteOfDensite(densite: number): Ruralite {
  if (densite === 1) return 'urbain'
  return densite <= 4 ? 'intermediaire' : 'rural'
}

/**
 * The class estimated from the number of inhabitants, for want of the INSEE grid:
 * under 3,500 rural, 3,500 to 20,000 intermediate, above dense. Rural or not agrees with
 * the 2024 grid for 92.4 % of communes and 88.9 % of inhabitants. Always shown as an estimate.
 */
export function estimateRuralite(population: number): Ruralite {
  if (population < 3500) return 'rural'
  return population <= 20000 ? 'intermediaire' : 'urbain'
}
