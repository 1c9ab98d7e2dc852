import { isApproximate, type Precision } from '../vocabulary.ts'

/** What a report reads of a place to say what is missing. `services`, `frais`…: the values that it states. */
export type FicheComplete = {
  telephone: string | null
  adresse: string | null
  precision: Precision
  lat: number | null
  horaires: string | null
  services: readonly string[]
  dateMaj: string | null
  courriels: readonly string[]
  frais: readonly string[]
  acces: readonly string[]
  accompagnement: readonly string[]
  sitesWeb: readonly string[]
  siret: string | null
  siren: string | null
  resume: string | null
}

type Champ = { cle: string; nom: string; poids: number; pourquoi: string; rempli: (fiche: FicheComplete) => boolean }

/**
 * The fields that count, with their share of 100: what a person needs to come weighs 65 (call, find, arrive when it is
 * open), what she asks next 26, what only publishers read 9. A field whose absence has a meaning does not count: no
 * public named is every public, no special care and no label is none.
 */
export const CHAMPS_COMPTES = [
  {
    cle: 'telephone',
    nom: 'téléphone',
    poids: 20,
    pourquoi: 'pour prendre rendez-vous',
    rempli: (f) => f.telephone !== null,
  },
  { cle: 'adresse', nom: 'adresse', poids: 15, pourquoi: 'pour venir', rempli: (f) => f.adresse !== null },
  {
    cle: 'position',
    nom: 'position précise',
    poids: 15,
    pourquoi: 'pour être trouvé sur la carte, et à la bonne distance',
    rempli: (f) => f.lat !== null && !isApproximate(f.precision),
  },
  {
    cle: 'horaires',
    nom: 'horaires',
    poids: 15,
    pourquoi: 'pour ne pas trouver porte close',
    rempli: (f) => f.horaires !== null,
  },
  {
    cle: 'services',
    nom: 'services',
    poids: 10,
    pourquoi: 'pour savoir si le lieu répond au besoin',
    rempli: (f) => f.services.length > 0,
  },
  {
    cle: 'date_maj',
    nom: 'date de mise à jour',
    poids: 5,
    pourquoi: 'pour savoir si la fiche peut être crue',
    rempli: (f) => f.dateMaj !== null,
  },
  {
    cle: 'courriels',
    nom: 'adresse électronique',
    poids: 5,
    pourquoi: 'pour écrire quand on ne peut pas téléphoner',
    rempli: (f) => f.courriels.length > 0,
  },
  {
    cle: 'frais_a_charge',
    nom: 'frais',
    poids: 4,
    pourquoi: 'pour savoir si c’est gratuit',
    rempli: (f) => f.frais.length > 0,
  },
  {
    cle: 'modalites_acces',
    nom: 'comment venir',
    poids: 3,
    pourquoi: 'pour savoir s’il faut un rendez-vous',
    rempli: (f) => f.acces.length > 0,
  },
  {
    cle: 'modalites_accompagnement',
    nom: 'type d’accompagnement',
    poids: 3,
    pourquoi: 'pour savoir si l’aide est individuelle ou en atelier',
    rempli: (f) => f.accompagnement.length > 0,
  },
  {
    cle: 'site_web',
    nom: 'site web',
    poids: 2,
    pourquoi: 'pour en savoir plus',
    rempli: (f) => f.sitesWeb.length > 0,
  },
  {
    cle: 'pivot',
    nom: 'SIRET',
    poids: 2,
    pourquoi: 'pour relier le lieu à son employeur',
    rempli: (f) => f.siret !== null || f.siren !== null,
  },
  {
    cle: 'presentation_resume',
    nom: 'résumé',
    poids: 1,
    pourquoi: 'pour présenter le lieu en une phrase',
    rempli: (f) => f.resume !== null,
  },
] as const satisfies readonly Champ[]

export type ChampCompte = (typeof CHAMPS_COMPTES)[number]['cle']

/** @returns `taux`: percent, an integer; `manquants`: the fields that lack, the heaviest first. */
export function completudeOf(fiche: FicheComplete): { taux: number; manquants: { cle: ChampCompte; nom: string }[] } {
  const champs: readonly (Champ & { cle: ChampCompte })[] = CHAMPS_COMPTES
  const manquants = champs.filter(({ rempli }) => !rempli(fiche))
  const taux = 100 - manquants.reduce((sum, { poids }) => sum + poids, 0)
  return { taux, manquants: manquants.map(({ cle, nom }) => ({ cle, nom })) }
}
