import {
  AMENDEMENT_1533,
  AMENDEMENT_2323,
  AVIS_140,
  AVIS_143,
  AVIS_145,
  type Citee,
  DEBAT_2023,
  QUESTION_7671,
  SITE_OFFICIEL,
} from './faits-sources.ts'

/** The money of the programme from its launch to what is planned, as public sources say it. `quand`: the year spoken of. */
export const FINANCEMENT: readonly (Citee & { quand: string; texte: string })[] = [
  { quand: '2021', texte: '250 M€ pour 4 000 postes, dans le plan France Relance.', ...AVIS_140 },
  { quand: '2023', texte: '44 M€ ajoutés au programme 349 du budget de l’État.', ...DEBAT_2023 },
  {
    quand: '2023 et 2024',
    texte: 'Les contrats sont renouvelés pour trois ans. L’aide annoncée baisse : 17 000 €, puis 12 500 € par an.',
    ...QUESTION_7671,
  },
  { quand: '2024', texte: '62 M€.', ...AVIS_143 },
  { quand: '2025, projet', texte: '27,9 M€.', ...AVIS_145 },
  { quand: '2025, loi', texte: 'Environ 41,8 M€ pour les conseillers.', ...AMENDEMENT_2323 },
  {
    quand: 'Fin 2025',
    texte: 'L’État ne cofinance plus 1 200 postes : de 4 000, il en reste 2 800. Il a dépensé près de 390 M€ en tout.',
    ...AVIS_143,
  },
  { quand: '2026, projet', texte: '14 M€ : 66 % de moins, selon le rapport du Sénat.', ...AVIS_143 },
  { quand: '2026, Sénat', texte: '20 M€ ajoutés, avec un avis défavorable du Gouvernement.', ...AMENDEMENT_1533 },
  {
    quand: '2026',
    texte:
      'Le dispositif devient un label, porté par des structures. Seul le modèle de financement change, dit l’État.',
    ...SITE_OFFICIEL,
  },
  { quand: 'À partir de 2027', texte: 'Aucun financement n’est prévu.', ...AVIS_140 },
]
