import {
  AMENDEMENT_476,
  AMENDEMENT_1533,
  AMENDEMENT_2165,
  AMENDEMENT_2266,
  AMENDEMENT_2323,
  AVIS_140,
  AVIS_143,
  AVIS_145,
  type Citee,
  DEBAT_2023,
  DONNEES_2023,
  MEDNUM,
  PETITION,
  QUESTION_12858,
} from './faits-sources.ts'

/** What is said of the programme in public, by whom and when. A figure without its source is not written here. */

/** Who says: the citizens who ask, what Parliament and other public sources write, what the files of this site hold. */
export const VOIX = {
  petition: 'La pétition',
  rapports: 'Le Parlement et d’autres sources publiques',
  site: 'Les données de ce site',
} as const
export type Voix = keyof typeof VOIX

export const SUJETS = {
  postes: 'Combien de postes',
  argent: 'Combien d’argent public',
  personnes: 'Combien de personnes aidées',
  effet: 'Avec quel effet',
  besoin: 'Pour quel besoin',
  service: 'Quel service, et où',
} as const
export type Sujet = keyof typeof SUJETS

/** One figure as its source says it. */
export type Fait = Citee & { sujet: Sujet; voix: Voix; chiffre: string; texte: string }

/** Those of the petition and of public sources, in the order of the page; the site's own come from its database. */
export const FAITS: readonly Fait[] = [
  ...say('postes', 'petition', PETITION, [
    ['4 000 postes', 'Elle demande que le service et ses conseillers soient maintenus.'],
  ]),
  ...say('postes', 'rapports', AVIS_140, [
    ['4 000 postes', 'Prévus au lancement, fin 2020 et 2021, dans le plan France Relance.'],
  ]),
  ...say('postes', 'rapports', AVIS_143, [
    ['de 4 000 à 2 800 postes', 'Fin 2025, l’État a cessé de cofinancer 1 200 postes.'],
    [
      'environ 1 000 postes',
      'Ceux qui resteraient après la fin de l’aide, selon une estimation de la Banque des Territoires.',
    ],
  ]),
  ...say('postes', 'rapports', AMENDEMENT_1533, [
    ['2 800 postes', 'À maintenir, selon l’amendement, qui a été adopté.'],
  ]),
  ...say('argent', 'petition', PETITION, [
    ['42 M€', 'Le budget de 2025.'],
    ['300 M€', 'Le total investi depuis 2021.'],
  ]),
  ...say('argent', 'rapports', AVIS_140, [['250 M€', 'Au lancement, pour 4 000 postes.']]),
  ...say('argent', 'rapports', DEBAT_2023, [['44 M€', 'Ajoutés en 2023.']]),
  ...say('argent', 'rapports', AVIS_145, [['27,9 M€', 'Dans le projet de loi de finances pour 2025.']]),
  ...say('argent', 'rapports', AVIS_143, [
    ['près de 390 M€', 'Dépensés par l’État depuis le début.'],
    [
      'de 62 M€ à 14 M€',
      'La baisse « en 24 mois », jusqu’au projet de loi de finances pour 2026 (−66 % par rapport à 2025).',
    ],
  ]),
  ...say('argent', 'rapports', AMENDEMENT_2323, [
    ['27,8 M€', 'Demandés pour revenir au niveau de 2025. Avec les 14 M€ du projet, cela fait 41,8 M€ pour 2025.'],
  ]),
  ...say('argent', 'rapports', AMENDEMENT_2165, [
    [
      '49 M€',
      'La loi de finances de 2025, pour toute l’action « Inclusion numérique » : plus que les seuls conseillers.',
    ],
    ['+ 20 M€', 'Adoptés par le Sénat, avec un avis défavorable du Gouvernement.'],
  ]),
  ...say('personnes', 'petition', PETITION, [['des millions', 'De Français accompagnés.']]),
  ...say('personnes', 'rapports', AVIS_140, [['plus de 2 millions', 'De personnes accompagnées.']]),
  ...say('personnes', 'rapports', AMENDEMENT_476, [
    ['plus de 4 millions', 'De personnes, pour 6 millions d’interventions.'],
  ]),
  ...say('personnes', 'rapports', QUESTION_12858, [
    ['près de 4,5 millions', 'D’accompagnements : une personne peut en avoir plusieurs.'],
  ]),
  ...say('personnes', 'rapports', DONNEES_2023, [['2 264 847', 'Accompagnements enregistrés à cette date.']]),
  ...say('effet', 'petition', PETITION, [
    ['97 %', 'Des personnes accompagnées disent avoir progressé.'],
    ['93 %', 'Savent faire seules ce qu’elles ne savaient pas faire.'],
  ]),
  ...say('effet', 'rapports', MEDNUM, [
    ['97 %', 'Des personnes sentent un progrès.'],
    ['93 %', 'Se sentent plus autonomes.'],
  ]),
  ...say('besoin', 'petition', PETITION, [
    ['un tiers', 'Des Français veulent être accompagnés.'],
    ['10 %', 'L’ont été.'],
  ]),
  ...say('besoin', 'rapports', QUESTION_12858, [['15 %', 'De la population en situation d’illectronisme.']]),
  ...say('besoin', 'rapports', AMENDEMENT_2266, [
    ['de 13 à 16 millions', 'De personnes en difficulté avec le numérique.'],
  ]),
  ...say('service', 'petition', PETITION, [['gratuit', 'Et en face à face. Complémentaire de France services.']]),
]

function say(sujet: Sujet, voix: Voix, source: Citee, dits: readonly [chiffre: string, texte: string][]): Fait[] {
  return dits.map(([chiffre, texte]) => ({ sujet, voix, chiffre, texte, ...source }))
}
