import type { Champ } from '#app/domain/lieu/champs.ts'

/** Words of older files → the standard 1.0.2 (docs/regles.md §10). Keys are read before " : ", folded. */
export const OLDER: Partial<Record<Champ, Record<string, string[]>>> = {
  service: {
    'Devenir autonome dans les démarches administratives': ['Aide aux démarches administratives'],
    'Réaliser des démarches administratives avec un accompagnement': ['Aide aux démarches administratives'],
    'Accompagner les démarches de santé': ['Aide aux démarches administratives'],
    'Prendre en main un smartphone ou une tablette': ['Maîtrise des outils numériques du quotidien'],
    'Prendre en main un ordinateur': ['Maîtrise des outils numériques du quotidien'],
    'Utiliser le numérique au quotidien': ['Maîtrise des outils numériques du quotidien'],
    'Approfondir ma culture numérique': ['Compréhension du monde numérique'],
    'Promouvoir la citoyenneté numérique': ['Compréhension du monde numérique'],
    'Favoriser mon insertion professionnelle': ['Insertion professionnelle via le numérique'],
    'Créer et développer mon entreprise': ['Insertion professionnelle via le numérique'],
    'Accéder à une connexion internet': ['Accès internet et matériel informatique'],
    'Accéder à du matériel': ['Accès internet et matériel informatique'],
    "S'équiper en matériel informatique": ['Acquisition de matériel informatique à prix solidaire'],
    'Créer avec le numérique': ['Loisirs et créations numériques'],
    "Soutenir la parentalité et l'éducation avec le numérique": ['Parentalité et éducation avec le numérique'],
  },
  frais: { Adhésion: ['Payant'], 'Gratuit sous conditions': ['Gratuit sous condition'] },
  accompagnement: {
    Seul: ['En autonomie'],
    "Avec de l'aide": ['Accompagnement individuel'],
    'A ma place': ['Accompagnement individuel'],
    'Dans un atelier': ['Dans un atelier collectif'],
  },
  public: {
    'Familles/enfants': ['Familles et/ou enfants'],
    'Jeunes (16-26 ans)': ['Jeunes'],
    'Seniors (+ 65 ans)': ['Seniors'],
    'Uniquement femmes': ['Femmes'],
    // Everyone: no restriction, so no value.
    Adultes: [],
  },
  prise_en_charge: {
    "Personnes en situation d'illettrisme": ['Illettrisme'],
    'Handicaps psychiques': ['Handicaps mentaux'],
    'Public langues étrangères': ['Langues étrangères (anglais)', 'Langues étrangères (autres)'],
  },
  // The programme's own names, of 2021 to 2023.
  label: {
    CNFS: ['Conseillers numériques'],
    Conum: ['Conseillers numériques'],
    'Conseiller numérique': ['Conseillers numériques'],
    'Conseiller numérique France Services': ['Conseillers numériques'],
    'Conseillers numériques France Services': ['Conseillers numériques'],
    'Conseiller numérique France Service': ['Conseillers numériques'],
    'Conseillers numériques France Service': ['Conseillers numériques'],
    'Conseillère numérique': ['Conseillers numériques'],
    'Conseillère numérique France Services': ['Conseillers numériques'],
    'Conseiller(e) numérique': ['Conseillers numériques'],
    'Conseiller(ère) numérique': ['Conseillers numériques'],
    'Conseillers et conseillères numériques': ['Conseillers numériques'],
    'France service': ['France Services'],
  },
}

/** What the older standard wrote after " : ". Any other tail says something else, and the word alone would lose it. */
export const GLOSES: Partial<Record<Champ, string[]>> = {
  frais: [
    'Gratuit : Je peux accéder gratuitement au lieu et à ses services',
    'Gratuit sous condition : La gratuité est conditionnée à des critères (situation familiale, convention avec un organisme social...)',
    "Adhésion : L'accès au lieu et/ou à ses services nécessite d'y adhérer",
    "Payant : L'accès au lieu et/ou à ses services est payant",
  ],
  accompagnement: [
    "Seul : j'ai accès à du matériel et une connexion",
    "Avec de l'aide : je suis accompagné seul dans l'usage du numérique",
    'A ma place : une personne habilitée fait les démarches à ma place',
    "Dans un atelier : j'apprends collectivement à utiliser le numérique",
  ],
  prise_en_charge: [
    "Handicaps mentaux : déficiences limitant les activités d'une personne",
    'Handicaps psychiques : troubles psychiatriques donnant lieu à des atteintes comportementales',
  ],
}

/** The theme that data·inclusion puts before each of its services, and alone beside them. */
export const THEME = 'numerique'
/** Its own writing of older words, beside those that fold to the same ("prendre-en-main-un-ordinateur"). */
export const SLUGS: Partial<Record<Champ, Record<string, string>>> = {
  service: {
    'approfondir-sa-culture-numerique': 'Approfondir ma culture numérique',
    'creer-et-developper-son-entreprise': 'Créer et développer mon entreprise',
    'favoriser-son-insertion-professionnelle': 'Favoriser mon insertion professionnelle',
  },
  public: { 'seniors-65': 'Seniors (+ 65 ans)', 'jeunes-16-26': 'Jeunes (16-26 ans)' },
  prise_en_charge: { 'personnes-en-situation-illettrisme': "Personnes en situation d'illettrisme" },
}
