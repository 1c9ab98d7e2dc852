import { AVIS_140, AVIS_143, type Citee, SITE_OFFICIEL } from './faits-sources.ts'

/** Said of the programme after every list of posts that this site has seen. */
export type Depuis = Citee & { chiffre: string; texte: string }

/** A list of this day or later would hold it: YYYY-MM-DD. */
export const DEPUIS_LE = '2025-12-01'

export const DEPUIS: readonly Depuis[] = [
  {
    chiffre: '1 200 postes',
    texte: 'ne sont plus cofinancés par l’État à la fin de 2025 : il en reste 2 800.',
    ...AVIS_143,
  },
  { chiffre: 'Aucun financement', texte: 'de l’État n’est prévu à partir de 2027, dit le Sénat.', ...AVIS_140 },
  {
    chiffre: 'Un label',
    texte: 'remplace en 2026 les postes aidés : ce sont des structures qui le portent, et leur financement change.',
    ...SITE_OFFICIEL,
  },
]
