import { chiffreOf } from '../chiffres.ts'
import type { Chiffres } from './comptes.ts'

export const MAILLES = ['departement', 'region'] as const
export type Maille = (typeof MAILLES)[number]
export const PAR_MAILLE: Record<Maille, string> = { departement: 'par département', region: 'par région' }

/**
 * What can be mapped. `nom`: its words above a map, of ../chiffres.ts; `compte`: what the figure counts; `avec`: the
 * figures it is made of, beside it in the table.
 */
export type Indicateur = { cle: keyof Chiffres; nom: string; compte: string; avec: readonly (keyof Chiffres)[] }

const DISTANCE = 'Part des habitants dont la commune a son centre à cette distance au plus d’un lieu d’accueil.'

const ROWS: readonly Omit<Indicateur, 'nom'>[] = [
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
    cle: 'postes-10000',
    compte: 'Postes validés par le comité de sélection depuis 2021, rapportés aux habitants.',
    avec: ['postes', 'population'],
  },
  {
    cle: 'postes',
    compte: 'Postes validés par le comité de sélection depuis 2021.',
    avec: ['structures'],
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
  {
    cle: 'investissement',
    compte:
      'Montant que le fichier des postes validés estime pour chaque employeur ; ce n’est pas une dépense constatée.',
    avec: ['postes'],
  },
]

/** The closed list of `?indicateur=`, the first by default. */
export const INDICATEURS: readonly Indicateur[] = ROWS.map((row) => {
  const { nom, titre = nom } = chiffreOf(row.cle)
  return { ...row, nom: titre }
})
export const INDICATEUR_PAR_DEFAUT = INDICATEURS[0] as Indicateur

export function indicateurOf(cle: Indicateur['cle']): Indicateur {
  return INDICATEURS.find((indicateur) => indicateur.cle === cle) ?? INDICATEUR_PAR_DEFAUT
}
