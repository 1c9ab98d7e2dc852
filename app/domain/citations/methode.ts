/** The parts of /methode that other pages lead to: each is an id of that page (tests/pages/methode/methode.test.ts). */
export const METHODE = {
  mots: 'Les mots',
  poste: 'Poste validé',
  structure: 'Structure, ou employeur',
  lieu: 'Lieu',
  'france-services': 'France services',
  commune: 'Commune',
  rayon: 'Rayon',
  sources: 'Les fichiers',
  corrections: 'Ce que nous corrigeons',
  ruralite: 'Rural, urbain : la lecture de l’Insee',
  'lieux-et-sieges': 'Par lieu d’accueil, par siège de l’employeur',
  estimations: 'Ce qui est estimé',
  chiffres: 'Comment chaque chiffre est fait',
  'lieux-pour-10000': 'Lieux pour 10 000 habitants',
  'postes-pour-10000': 'Postes validés pour 10 000 habitants',
  distance: 'Distance au lieu le plus proche',
  investissement: 'Investissement de l’État',
  evolution: 'Évolution entre deux fichiers',
  scenarios: 'Scénarios',
  classes: 'Les couleurs des cartes',
  positions: 'Où est un lieu',
  rapprochement: 'Qui emploie, et où',
  inconnu: 'Ce que personne ne sait ici',
  limites: 'Les limites',
  'vie-privee': 'Vie privée, en chiffres',
  recalcul: 'Recalculer chaque chiffre',
} as const
export type AncreMethode = keyof typeof METHODE

export const ANCRES_METHODE = Object.keys(METHODE) as AncreMethode[]

/** How a figure is made, for the link beside it. */
export function hrefMethode(ancre: AncreMethode): string {
  return `/methode#${ancre}`
}

/**
 * How often the class estimated from the population is that of the INSEE grid of 2024, 0 to 1: of communes, then of
 * inhabitants; rural or not, then the three classes. Said where no grid is imported.
 */
export const ACCORD_2024 = { rural: 0.924, trois: 0.908, ruralHabitants: 0.889, troisHabitants: 0.751 }
