import type { Nature } from '../tableau.ts'
import type { Chiffres } from './comptes.ts'

export const MAILLES = ['departement', 'region'] as const
export type Maille = (typeof MAILLES)[number]
export const PAR_MAILLE: Record<Maille, string> = { departement: 'par département', region: 'par région' }

export type CleChiffre = keyof Chiffres
/** A figure of a territory: the name of its column, how it is written. */
type Figure = { nom: string; nature: Nature }

/** Every figure of a territory, in the order of the columns. */
export const FIGURES: Record<CleChiffre, Figure> = {
  population: { nom: 'Habitants', nature: 'nombre' },
  lieux: { nom: 'Lieux d’accueil', nature: 'nombre' },
  'lieux-10000': { nom: 'Lieux pour 10 000 habitants', nature: 'taux' },
  postes: { nom: 'Postes validés', nature: 'nombre' },
  'postes-10000': { nom: 'Postes validés pour 10 000 habitants', nature: 'taux' },
  structures: { nom: 'Employeurs', nature: 'nombre' },
  'lieux-ruraux': { nom: 'Lieux en commune rurale', nature: 'nombre' },
  'part-lieux-ruraux': { nom: 'Part rurale, par lieu d’accueil', nature: 'part' },
  'postes-ruraux': { nom: 'Postes au siège en commune rurale', nature: 'nombre' },
  'part-postes-ruraux': { nom: 'Part rurale, par siège de l’employeur', nature: 'part' },
  'a-5-km': { nom: 'Population à 5 km au plus', nature: 'part' },
  'a-10-km': { nom: 'Population à 10 km au plus', nature: 'part' },
  'a-20-km': { nom: 'Population à 20 km au plus', nature: 'part' },
  investissement: { nom: 'Investissement de l’État estimé', nature: 'euros' },
}

/** What can be mapped. `compte`: what the figure counts; `avec`: the figures it is made of, beside it in the table. */
export type Indicateur = { cle: CleChiffre; nom: string; compte: string; avec: readonly CleChiffre[] }

const DISTANCE = 'Part des habitants dont la commune a son centre à cette distance au plus d’un lieu d’accueil.'

/** The closed list of `?indicateur=`, the first by default. */
export const INDICATEURS: readonly Indicateur[] = [
  {
    cle: 'lieux-10000',
    nom: 'Lieux d’accueil pour 10 000 habitants',
    compte: 'Lieux connus où un conseiller numérique reçoit le public, rapportés aux habitants.',
    avec: ['lieux', 'population'],
  },
  {
    cle: 'lieux',
    nom: 'Lieux d’accueil',
    compte: 'Lieux connus où un conseiller numérique reçoit le public.',
    avec: ['population'],
  },
  {
    cle: 'postes-10000',
    nom: 'Postes validés pour 10 000 habitants',
    compte: 'Postes validés par le comité de sélection depuis 2021, rapportés aux habitants.',
    avec: ['postes', 'population'],
  },
  {
    cle: 'postes',
    nom: 'Postes validés',
    compte: 'Postes validés par le comité de sélection depuis 2021.',
    avec: ['structures'],
  },
  {
    cle: 'part-lieux-ruraux',
    nom: 'Part des lieux d’accueil en commune rurale',
    compte: 'Par lieu d’accueil : la commune où l’on est reçu.',
    avec: ['lieux-ruraux', 'lieux'],
  },
  {
    cle: 'part-postes-ruraux',
    nom: 'Part des postes validés en commune rurale',
    compte: 'Postes validés par le comité de sélection depuis 2021, par siège de l’employeur.',
    avec: ['postes-ruraux', 'postes'],
  },
  { cle: 'a-5-km', nom: 'Population à 5 km au plus d’un lieu', compte: DISTANCE, avec: ['population'] },
  { cle: 'a-10-km', nom: 'Population à 10 km au plus d’un lieu', compte: DISTANCE, avec: ['population'] },
  { cle: 'a-20-km', nom: 'Population à 20 km au plus d’un lieu', compte: DISTANCE, avec: ['population'] },
  {
    cle: 'investissement',
    nom: 'Investissement de l’État, estimé par la source',
    compte:
      'Montant que le fichier des postes validés estime pour chaque employeur ; ce n’est pas une dépense constatée.',
    avec: ['postes'],
  },
]
export const INDICATEUR_PAR_DEFAUT = INDICATEURS[0] as Indicateur

export function indicateurOf(cle: CleChiffre): Indicateur {
  return INDICATEURS.find((indicateur) => indicateur.cle === cle) ?? INDICATEUR_PAR_DEFAUT
}
