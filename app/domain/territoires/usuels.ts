/** Departments of the regions of 1982 to 2015, which people still name. */
const REGIONS_D_AVANT: Record<string, string> = {
  Alsace: '67 68',
  Aquitaine: '24 33 40 47 64',
  Auvergne: '03 15 43 63',
  'Basse-Normandie': '14 50 61',
  Bourgogne: '21 58 71 89',
  Centre: '18 28 36 37 41 45',
  'Champagne-Ardenne': '08 10 51 52',
  'Franche-Comté': '25 39 70 90',
  'Haute-Normandie': '27 76',
  'Languedoc-Roussillon': '11 30 34 48 66',
  Limousin: '19 23 87',
  Lorraine: '54 55 57 88',
  'Midi-Pyrénées': '09 12 31 32 46 65 81 82',
  'Nord-Pas-de-Calais': '59 62',
  Picardie: '02 60 80',
  'Poitou-Charentes': '16 17 79 86',
  'Rhône-Alpes': '01 07 26 38 42 69 73 74',
}

/** Regions by what they are called in short. */
const REGIONS_EN_COURT: Record<string, string> = {
  Aura: '01 03 07 15 26 38 42 43 63 69 73 74',
  'Centre Val Loire': '18 28 36 37 41 45',
  IDF: '75 77 78 91 92 93 94 95',
  PACA: '04 05 06 13 83 84',
  'Région parisienne': '75 77 78 91 92 93 94 95',
  'Région Sud': '04 05 06 13 83 84',
  'Outre-mer': '971 972 973 974 975 976 977 978 986 987 988',
  'DOM-TOM': '971 972 973 974 975 976 977 978 986 987 988',
  Antilles: '971 972 977 978',
}

/** Departments by a former or a usual name. */
const DEPARTEMENTS_AUTREMENT: Record<string, string> = {
  'Basses-Alpes': '04',
  'Charente-Inférieure': '17',
  'Côtes-du-Nord': '22',
  'Loire-Inférieure': '44',
  'Basses-Pyrénées': '64',
  'Seine-Inférieure': '76',
  'Pays basque': '64',
  'Corse-Sud': '2A',
  'Ile de la Réunion': '974',
  'Guyane française': '973',
  SPM: '975',
  'St Barth': '977',
  'St Barts': '977',
  'Saint-Barth': '977',
  'Wallis-et-Futuna': '986',
  Wallis: '986',
  Tahiti: '987',
  Polynésie: '987',
  'Nouvelle Calédonie': '988',
}

/** Names that no list of territories holds, with the codes of the departments that they mean. */
export const TERRITOIRES_USUELS: readonly { nom: string; codes: readonly string[] }[] = Object.entries({
  ...REGIONS_D_AVANT,
  ...REGIONS_EN_COURT,
  ...DEPARTEMENTS_AUTREMENT,
}).map(([nom, codes]) => ({ nom, codes: codes.split(' ') }))
