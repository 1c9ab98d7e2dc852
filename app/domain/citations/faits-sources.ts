/** The public sources that /a-propos quotes. */

/** Who says, when, and where it can be read: null when its address is not known. `date`: in words, with its year. */
export type Citee = { source: string; date: string; url: string | null }

export const PETITION: Citee = {
  source: '« Pour le maintien d’un service public de la médiation numérique », initiative citoyenne',
  date: 'lue en novembre 2026',
  url: null,
}
export const AVIS_140: Citee = {
  source: 'Sénat, avis n° 140 (2025-2026), tome III, Économie',
  date: '24 novembre 2025',
  url: 'https://www.senat.fr/rap/a25-140-3/a25-140-3_mono.html',
}
export const AVIS_143: Citee = {
  source: 'Sénat, avis n° 143 (2025-2026), tome I',
  date: '24 novembre 2025',
  url: null,
}
export const AMENDEMENT_2165: Citee = {
  source: 'Sénat, amendement II-2165 rectifié au projet de loi de finances pour 2026',
  date: '13 décembre 2025',
  url: 'https://www.senat.fr/amendements/2025-2026/138/Amdt_II-2165.html',
}
export const AMENDEMENT_1533: Citee = {
  source: 'Sénat, amendement II-1533 rectifié bis au projet de loi de finances pour 2026',
  date: '13 décembre 2025',
  url: 'https://www.senat.fr/amendements/2025-2026/138/Amdt_II-1533.html',
}
export const AMENDEMENT_2323: Citee = {
  source: 'Sénat, amendement II-2323 au projet de loi de finances pour 2026',
  date: '10 décembre 2025',
  url: 'https://www.senat.fr/amendements/2025-2026/138/Amdt_II-2323.html',
}
export const MEDNUM: Citee = {
  source: 'La Mednum, citée par la Banque des Territoires',
  date: 'octobre 2024',
  url: null,
}
export const QUESTION_12858: Citee = {
  source: 'Assemblée nationale, question n° 12858',
  date: 'lue en novembre 2026',
  url: null,
}

export const AVIS_145: Citee = {
  source: 'Sénat, avis n° 145 (2024-2025), tome III',
  date: 'session 2024-2025',
  url: null,
}
export const DEBAT_2023: Citee = {
  source: 'Sénat, débat sur le projet de loi de finances pour 2023',
  date: 'budget de 2023',
  url: null,
}
export const AMENDEMENT_476: Citee = {
  source: 'Sénat, amendement II-476 rectifié bis au projet de loi de finances pour 2026',
  date: '3 décembre 2025',
  url: null,
}
export const AMENDEMENT_2266: Citee = { source: 'Sénat, amendement II-2266', date: 'lu en novembre 2026', url: null }
export const QUESTION_7671: Citee = {
  source: 'Assemblée nationale, question n° 7671 (16e législature), et Sénat, avis n° 143 (2025-2026)',
  date: '2023 et novembre 2025',
  url: null,
}
export const SITE_OFFICIEL: Citee = {
  source: 'Site officiel du programme Conseiller numérique',
  date: 'été 2026',
  url: null,
}
export const DONNEES_2023: Citee = {
  source: 'Données ouvertes du programme Conseiller numérique',
  date: '23 juin 2023',
  url: null,
}
