/**
 * The multi-valued fields of a place in the standard LaMednum 1.0.2: our name, the URL parameter that
 * filters by it, the published column and the closed list of values (docs/regles.md §10).
 */
export const CHAMPS = {
  service: {
    column: 'services',
    label: 'Service',
    values: [
      'Aide aux démarches administratives',
      'Maîtrise des outils numériques du quotidien',
      'Insertion professionnelle via le numérique',
      'Utilisation sécurisée du numérique',
      'Parentalité et éducation avec le numérique',
      'Loisirs et créations numériques',
      'Compréhension du monde numérique',
      'Accès internet et matériel informatique',
      'Acquisition de matériel informatique à prix solidaire',
    ],
  },
  public: {
    column: 'publics_specifiquement_adresses',
    label: 'Public',
    values: ['Jeunes', 'Étudiants', 'Familles et/ou enfants', 'Seniors', 'Femmes'],
  },
  prise_en_charge: {
    column: 'prise_en_charge_specifique',
    label: 'Prise en charge',
    values: [
      'Surdité',
      'Handicaps moteurs',
      'Handicaps mentaux',
      'Illettrisme',
      'Langues étrangères (anglais)',
      'Langues étrangères (autres)',
      'Déficience visuelle',
    ],
  },
  frais: {
    column: 'frais_a_charge',
    label: 'Coût',
    values: ['Gratuit', 'Gratuit sous condition', 'Payant'],
  },
  label: {
    column: 'dispositif_programmes_nationaux',
    label: 'Dispositif',
    values: [
      'Aidants Connect',
      'Bibliothèques numérique de référence',
      'Certification PIX',
      'Conseillers numériques',
      'Emmaüs Connect',
      'France Services',
      'Grande école du numérique',
      'La Croix Rouge',
      "Point d'accès numérique CAF",
      'Promeneurs du net',
      'Relais numérique (Emmaüs Connect)',
    ],
  },
  formation: {
    column: 'formations_labels',
    label: 'Formation ou label',
    values: [
      'Formé à « Mon Espace Santé »',
      'Formé à « DUPLEX » (illettrisme)',
      'Arnia/MedNum BFC (Bourgogne-Franche-Comté)',
      'Collectif ressources et acteurs réemploi (Normandie)',
      'Étapes numériques(La Poste)',
      'Fabriques de Territoire',
      'Les Éclaireurs du numérique (Drôme)',
      'Mes Papiers (Métropole de Lyon)',
      'ORDI 3.0',
      'SUD LABS (PACA)',
    ],
  },
  acces: {
    column: 'modalites_acces',
    label: 'Comment venir',
    values: [
      'Se présenter',
      'Téléphoner',
      'Contacter par mail',
      'Prendre un RDV en ligne',
      "Ce lieu n'accueille pas de public",
      'Envoyer un mail avec une fiche de prescription',
    ],
  },
  accompagnement: {
    column: 'modalites_accompagnement',
    label: 'Accompagnement',
    values: ['En autonomie', 'Accompagnement individuel', 'Dans un atelier collectif', 'À distance'],
  },
} as const satisfies Record<string, { column: string; label: string; values: readonly string[] }>

export type Champ = keyof typeof CHAMPS
export const CHAMP_NAMES = Object.keys(CHAMPS) as Champ[]

/** The field of the standard that has no closed list: it is kept as it is, and nothing filters by it. */
export const AUTRES_LABELS = 'autres_formations_labels'

/** What a place says in these fields: each field once, in alphabetical order as its values are. */
export type Valeurs = Partial<Record<Champ | typeof AUTRES_LABELS, string[]>>
