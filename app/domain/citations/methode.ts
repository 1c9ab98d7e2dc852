import { CHIFFRES, type Chiffre, type CleChiffre, type CleNote, chiffreOf } from '../chiffres/table.ts'
import type { Colonne } from '../chiffres/tableau.ts'

/** The parts that other pages lead to, each an id of the page of its subject (tests/pages/methode/methode.test.ts). */
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
  situes: 'Postes dont l’employeur a un lieu connu',
  heures: 'Heures d’ouverture publiées',
  investissement: 'Investissement de l’État',
  classes: 'Les couleurs des cartes',
  distance: 'Distance au lieu le plus proche',
  'ou-france-services': 'Un lieu, ou France services',
  evolution: 'Évolution entre deux fichiers',
  scenarios: 'Scénarios',
  tirages: 'Tirages au sort',
  positions: 'Où est un lieu',
  rapprochement: 'Qui emploie, et où',
  inconnu: 'Ce que personne ne sait ici',
  limites: 'Les limites',
  'vie-privee': 'Vie privée, en chiffres',
  recalcul: 'Recalculer chaque chiffre',
} as const
export type AncreMethode = keyof typeof METHODE

type Sujet = { titre: string; phrase: string; ancres: readonly AncreMethode[] }

/** A page each, `/methode/mots`. */
export const SUJETS = {
  mots: {
    titre: METHODE.mots,
    phrase: 'Ce qu’est un poste, un employeur, un lieu, et ce qui n’en est pas un.',
    ancres: ['mots', 'poste', 'structure', 'lieu', 'france-services', 'commune', 'rayon'],
  },
  fichiers: {
    titre: 'Les fichiers lus',
    phrase: 'Leur date, leur licence, leurs lignes gardées, rejetées et corrigées.',
    ancres: ['sources', 'corrections'],
  },
  'rural-urbain': {
    titre: 'Rural ou urbain',
    phrase: 'La grille de l’Insee, et pourquoi le siège et le lieu ne disent pas la même chose.',
    ancres: ['ruralite', 'lieux-et-sieges', 'estimations'],
  },
  chiffres: {
    titre: METHODE.chiffres,
    phrase: 'Les taux, les parts, les heures, et les couleurs des cartes.',
    ancres: ['chiffres', 'lieux-pour-10000', 'postes-pour-10000', 'situes', 'heures', 'investissement', 'classes'],
  },
  distances: {
    titre: 'Les distances',
    phrase: 'À vol d’oiseau, du centre de la commune : qui est près, qui est loin, qui n’est pas compté.',
    ancres: ['distance', 'ou-france-services'],
  },
  changements: {
    titre: 'Évolution et scénarios',
    phrase: 'Comparer deux fichiers, retirer des postes, tirer au sort.',
    ancres: ['evolution', 'scenarios', 'tirages'],
  },
  rapprochements: {
    titre: 'Situer un lieu, trouver son employeur',
    phrase: 'Quand un point publié est cru, et comment deux fichiers se rejoignent.',
    ancres: ['positions', 'rapprochement'],
  },
  limites: {
    titre: 'Ce que ces chiffres ne disent pas',
    phrase: 'Ce que personne ne sait ici, les limites des fichiers, la vie privée.',
    ancres: ['inconnu', 'limites', 'vie-privee'],
  },
  recalcul: {
    titre: METHODE.recalcul,
    phrase: 'De courts scripts, et les fichiers à leur donner.',
    ancres: ['recalcul'],
  },
} as const satisfies Record<string, Sujet>
export type SujetMethode = keyof typeof SUJETS

export const NOMS_DES_SUJETS = Object.keys(SUJETS) as SujetMethode[]

export function sujetOf(nom: SujetMethode): Sujet {
  return SUJETS[nom]
}

/** The part that the whole page of a subject is, under its own title; undefined for a subject of several parts. */
export function partieEntiere(nom: SujetMethode): AncreMethode | undefined {
  const { titre, ancres } = sujetOf(nom)
  return ancres.find((ancre) => METHODE[ancre] === titre)
}

/** How a figure is made, for the link beside it. */
export function hrefMethode(ancre: AncreMethode): string {
  const sujet = NOMS_DES_SUJETS.find((nom) => sujetOf(nom).ancres.includes(ancre)) as SujetMethode
  return `/methode/${sujet}${ancre === partieEntiere(sujet) ? '' : `#${ancre}`}`
}

const DES_NOTES: Record<CleNote, AncreMethode> = {
  postes: 'postes-pour-10000',
  siege: 'lieux-et-sieges',
  situes: 'situes',
  heures: 'heures',
  distance: 'distance',
}

/** How the figures of these columns are made: the part of the method that they share, else the page of all; null without any. */
export function methodeDesColonnes(colonnes: readonly Colonne[]): AncreMethode | null {
  const chiffres = colonnes.flatMap(({ cle }) => (cle in CHIFFRES ? [chiffreOf(cle as CleChiffre)] : []))
  if (chiffres.length === 0) return null
  // Counts stand beside every rate: it is the rates that ask how they are made.
  const rapports = chiffres.filter(({ nature }) => nature !== 'nombre')
  const ancres = new Set((rapports.length > 0 ? rapports : chiffres).map(ancreOf))
  return ancres.size === 1 ? ([...ancres][0] as AncreMethode) : 'chiffres'
}

/** Of its notes the last is the most precise. */
function ancreOf({ notes = [] }: Chiffre): AncreMethode {
  const note = notes.at(-1)
  return note === undefined ? 'chiffres' : DES_NOTES[note]
}

/**
 * How often the class estimated from the population is that of the INSEE grid of 2024, 0 to 1: of communes, then of
 * inhabitants; rural or not, then the three classes. Said where no grid is imported.
 */
export const ACCORD_2024 = { rural: 0.924, trois: 0.908, ruralHabitants: 0.889, troisHabitants: 0.751 }
