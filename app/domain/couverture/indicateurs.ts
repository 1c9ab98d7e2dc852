import { SANS_DATES } from '../chiffres/dates.ts'
import { titreDe } from '../chiffres.ts'
import type { Chiffres } from './comptes.ts'

export const MAILLES = ['departement', 'region'] as const
export type Maille = (typeof MAILLES)[number]
export const PAR_MAILLE: Record<Maille, string> = { departement: 'par département', region: 'par région' }

/**
 * What can be mapped. `nom`: its words in a list, without dates; `compte`: what the figure counts; `avec`: the
 * figures it is made of, beside it in the table.
 */
export type Indicateur = { cle: keyof Chiffres; nom: string; compte: string; avec: readonly (keyof Chiffres)[] }

const DISTANCE = 'Part des habitants dont la commune a son centre à cette distance au plus d’un lieu d’accueil.'

const DISTANCE_OU_FS =
  'Part des habitants dont la commune a son centre à cette distance au plus d’un lieu d’accueil ou de France services.'

const ROWS: readonly Omit<Indicateur, 'nom'>[] = [
  {
    cle: 'postes-10000',
    compte: 'Postes validés par le comité de sélection depuis 2021, rapportés aux habitants.',
    avec: ['postes', 'population'],
  },
  {
    cle: 'lieux-10000',
    compte: 'Lieux connus où un conseiller numérique reçoit le public, rapportés aux habitants.',
    avec: ['lieux', 'population'],
  },
  {
    cle: 'lieux',
    compte: 'Lieux connus où un conseiller numérique reçoit le public.',
    avec: ['population'],
  },
  {
    cle: 'postes',
    compte: 'Postes validés par le comité de sélection depuis 2021.',
    avec: ['structures'],
  },
  {
    cle: 'part-postes-situes',
    compte: 'Postes validés dont l’employeur a au moins un lieu dans le fichier des lieux.',
    avec: ['postes-situes', 'postes'],
  },
  {
    cle: 'part-lieux-ruraux',
    compte: 'Par lieu d’accueil : la commune où l’on est reçu.',
    avec: ['lieux-ruraux', 'lieux'],
  },
  {
    cle: 'part-postes-ruraux',
    compte: 'Postes validés par le comité de sélection depuis 2021, par siège de l’employeur.',
    avec: ['postes-ruraux', 'postes'],
  },
  ...(['a-5-km', 'a-10-km', 'a-20-km'] as const).map((cle) => {
    return { cle, compte: DISTANCE, avec: ['population'] as const }
  }),
  ...(['ou-fs-5-km', 'ou-fs-10-km', 'ou-fs-20-km'] as const).map((cle) => {
    return { cle, compte: DISTANCE_OU_FS, avec: ['population'] as const }
  }),
  {
    cle: 'investissement',
    compte:
      'Montant que le fichier des postes validés estime pour chaque employeur ; ce n’est pas une dépense constatée.',
    avec: ['postes'],
  },
]

/** The closed list of `?indicateur=`, the first by default. */
export const INDICATEURS: readonly Indicateur[] = ROWS.map((row) => {
  return { ...row, nom: titreDe(row.cle, SANS_DATES) }
})
export const INDICATEUR_PAR_DEFAUT = INDICATEURS[0] as Indicateur

export function indicateurOf(cle: Indicateur['cle']): Indicateur {
  return INDICATEURS.find((indicateur) => indicateur.cle === cle) ?? INDICATEUR_PAR_DEFAUT
}
