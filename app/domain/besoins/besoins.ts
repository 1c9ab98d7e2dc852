import type { CHAMPS } from '../lieu/champs.ts'

type Service = (typeof CHAMPS)['service']['values'][number]

export type CleBesoin =
  | 'demarche'
  | 'outils'
  | 'sante'
  | 'securite'
  | 'emploi'
  | 'scolarite'
  | 'acces'
  | 'materiel'
  | 'loisirs'

/** What people come with, and the services of the standard that answer it: any of them will do. */
export type Besoin = {
  /** What names it in code and URLs. */
  cle: CleBesoin
  /** In the words of people; also the name of its link. */
  titre: string
  exemples: string | null
  services: readonly Service[]
  /** The operators that one finds together in a France services place cover it too. */
  franceServices?: true
}

/** In the words of people: those of the standard are on no link. */
export const BESOINS: readonly Besoin[] = [
  {
    cle: 'demarche',
    titre: 'Faire une démarche en ligne',
    exemples: 'Impôts, CAF, retraite, carte d’identité, passeport, permis',
    services: ['Aide aux démarches administratives'],
    franceServices: true,
  },
  {
    cle: 'outils',
    titre: 'Me servir de mon téléphone, de mon ordinateur, d’internet, des messages',
    exemples: null,
    services: ['Maîtrise des outils numériques du quotidien'],
  },
  {
    cle: 'sante',
    titre: 'Prendre un rendez-vous médical, utiliser Mon espace santé',
    exemples: null,
    services: ['Aide aux démarches administratives', 'Maîtrise des outils numériques du quotidien'],
  },
  {
    cle: 'securite',
    titre: 'Éviter les arnaques, protéger mes comptes, acheter en ligne',
    exemples: null,
    services: ['Maîtrise des outils numériques du quotidien', 'Utilisation sécurisée du numérique'],
  },
  {
    cle: 'emploi',
    titre: 'Chercher un emploi, créer mon activité',
    exemples: null,
    services: ['Insertion professionnelle via le numérique'],
  },
  {
    cle: 'scolarite',
    titre: 'Suivre la scolarité de mes enfants',
    exemples: null,
    services: ['Parentalité et éducation avec le numérique'],
  },
  {
    cle: 'acces',
    titre: 'Trouver un ordinateur ou une connexion sur place',
    exemples: null,
    services: ['Accès internet et matériel informatique'],
  },
  {
    cle: 'materiel',
    titre: 'Acheter un ordinateur ou un téléphone pas cher',
    exemples: null,
    services: ['Acquisition de matériel informatique à prix solidaire'],
  },
  {
    cle: 'loisirs',
    titre: 'Créer, m’amuser, comprendre le numérique',
    exemples: 'Photos, vidéos, jeux, vie privée',
    services: ['Loisirs et créations numériques', 'Compréhension du monde numérique'],
  },
]

/** The need that these services answer, no more and no less; undefined when they are those of none. */
export function besoinDesServices(services: readonly string[]): Besoin | undefined {
  return BESOINS.find((one) => {
    return one.services.length === services.length && one.services.every((service) => services.includes(service))
  })
}

/** Who answers in a France services place, by the name on the letters that people receive. */
export const OPERATEURS_FRANCE_SERVICES: readonly string[] = [
  'les impôts',
  'la CAF',
  'l’Assurance maladie',
  'l’Assurance retraite',
  'France Travail',
  'la MSA',
  'La Poste',
  'France Titres (carte d’identité, passeport, permis, carte grise)',
  'le ministère de la Justice',
  'le chèque énergie',
  'France Rénov’',
]
