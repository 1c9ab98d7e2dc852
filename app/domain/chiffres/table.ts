import type { Kind } from '../vocabulary.ts'
import type { Nature } from './tableau.ts'

export type Chiffre = {
  /** Above its column, on every page and in every file; a stock is in braces, which `dater` gives its date. */
  nom: string
  /** Where a heading, or the words after it, say the rest: `nom` when there is none. */
  court?: string
  /** Alone above a map, and in the list that it is chosen from: `nom` when there is none. */
  titre?: string
  nature: Nature
  /** The kinds of files that it is counted from. */
  fichiers: readonly Kind[]
  /** Its name in the API, a dot for an object inside, and its decimals there. */
  api?: readonly [nom: string, decimales: number]
  /** Its word in `trier` before each figure had one. */
  anciens?: readonly string[]
  /** What is owed to whoever reads it. */
  notes?: readonly CleNote[]
  /** Of a share, the figures that it is made of and that no column beside it has: its file gives them. */
  faitDe?: readonly string[]
}

export type CleNote = 'postes' | 'siege' | 'distance' | 'situes' | 'heures'
/** Within how many kilometres a share of the population is given. */
export const SEUILS_KM = [5, 10, 20] as const
export type SeuilKm = (typeof SEUILS_KM)[number]

const LIEUX_PAR_COMMUNE = ['lieux', 'communes'] as const
const LIEUX_OU_FS = ['lieux', 'france-services', 'communes'] as const
const LIEUX_ET_POSTES = ['lieux', 'structures'] as const
const POSTES_PAR_COMMUNE = ['structures', 'communes'] as const

function aPortee(km: SeuilKm) {
  const nommee = {
    nom: `Population à ${km} km au plus d’un lieu {connu}`,
    titre: `Population à ${km} km au plus, à vol d’oiseau, d’un lieu {connu}`,
    court: `Habitants à moins de ${km} km`,
    api: [`distance.${km}`, 4],
    anciens: [`part_${km}km`],
    faitDe: [`habitants-${km}-km`, 'habitants-situes'],
  } as const
  return { ...nommee, nature: 'part', fichiers: LIEUX_PAR_COMMUNE, notes: ['distance'] } as const
}

/** The inhabitants that `aPortee` and `ouFs` are shares of. */
function habitantsAPortee(km: SeuilKm) {
  const nom = `Habitants à ${km} km au plus d’un lieu {connu}`
  return { nom, nature: 'nombre', fichiers: LIEUX_PAR_COMMUNE, notes: ['distance'] } as const
}

function habitantsOuFs(km: SeuilKm) {
  const nom = `Habitants à ${km} km au plus d’un lieu {connu} ou de {FS}`
  return { nom, nature: 'nombre', fichiers: LIEUX_OU_FS, notes: ['distance'] } as const
}

function ouFs(km: SeuilKm) {
  const nommee = {
    nom: `Population à ${km} km au plus d’un lieu {connu} ou de {FS}`,
    titre: `Population à ${km} km au plus, à vol d’oiseau, d’un lieu {connu} ou de {FS}`,
    court: `À moins de ${km} km d’un lieu ou de France services`,
    faitDe: [`habitants-ou-fs-${km}-km`, 'habitants-situes'],
  } as const
  return { ...nommee, nature: 'part', fichiers: LIEUX_OU_FS, notes: ['distance'] } as const
}

/** Every figure of a territory, in the order of the columns; the key is its word in addresses too. */
export const CHIFFRES = {
  population: {
    ...{ nom: '{Habitants}', court: 'Habitants', nature: 'nombre' },
    ...{ fichiers: ['communes'], api: ['population', 0] },
  },
  lieux: {
    ...{ nom: 'Lieux d’accueil {connus}', court: 'Lieux', nature: 'nombre' },
    ...{ fichiers: ['lieux'], api: ['lieux', 0] },
  },
  'lieux-10000': {
    ...{ nom: 'Lieux {connus}, pour 10 000 habitants', court: 'Pour 10 000 habitants' },
    ...{ titre: 'Lieux d’accueil {connus}, pour 10 000 habitants', nature: 'taux', fichiers: LIEUX_PAR_COMMUNE },
    ...{ api: ['lieux_pour_10000', 2], anciens: ['lieux_pour_10000'] },
  },
  postes: {
    ...{ nom: 'Postes {validés}', court: 'Postes', nature: 'nombre', fichiers: ['structures'] },
    ...{ api: ['postes', 0], notes: ['postes'] },
  },
  'postes-10000': {
    ...{ nom: 'Postes {validés}, pour 10 000 habitants', court: 'Pour 10 000 habitants' },
    ...{ nature: 'taux', fichiers: POSTES_PAR_COMMUNE },
    ...{ api: ['postes_pour_10000', 2], anciens: ['postes_pour_10000'], notes: ['postes'] },
  },
  structures: {
    ...{ nom: 'Employeurs de postes {validés}', court: 'Employeurs', nature: 'nombre', fichiers: ['structures'] },
    api: ['structures', 0],
  },
  'postes-situes': {
    ...{ nom: 'Postes dont l’employeur a un lieu {connu}', nature: 'nombre' },
    ...{ fichiers: LIEUX_ET_POSTES, notes: ['postes', 'situes'], api: ['postes_employeur_avec_lieu', 0] },
  },
  'part-postes-situes': {
    ...{ nom: 'Part des postes dont l’employeur a un lieu {connu}', nature: 'part' },
    ...{ titre: 'Part des postes {validés} dont l’employeur a un lieu {connu}' },
    ...{ fichiers: LIEUX_ET_POSTES, notes: ['postes', 'situes'], api: ['part_postes_employeur_avec_lieu', 4] },
  },
  'lieux-ruraux': { nom: 'Lieux {connus}, en commune rurale', nature: 'nombre', fichiers: ['lieux', 'densite'] },
  'part-lieux-ruraux': {
    ...{ nom: 'Part rurale des lieux {connus}', titre: 'Part des lieux d’accueil {connus} en commune rurale' },
    ...{ nature: 'part', fichiers: ['lieux', 'densite'] },
  },
  'postes-ruraux': {
    ...{ nom: 'Postes {validés}, au siège en commune rurale', nature: 'nombre', fichiers: ['structures', 'densite'] },
    notes: ['postes', 'siege'],
  },
  'part-postes-ruraux': {
    ...{ nom: 'Part rurale des postes {validés}, par siège', titre: 'Part des postes {validés} en commune rurale' },
    ...{ nature: 'part', fichiers: ['structures', 'densite'], notes: ['postes', 'siege'] },
  },
  'a-5-km': aPortee(5),
  'a-10-km': aPortee(10),
  'a-20-km': aPortee(20),
  'ou-fs-5-km': ouFs(5),
  'ou-fs-10-km': ouFs(10),
  'ou-fs-20-km': ouFs(20),
  'habitants-5-km': habitantsAPortee(5),
  'habitants-10-km': habitantsAPortee(10),
  'habitants-20-km': habitantsAPortee(20),
  'habitants-ou-fs-5-km': habitantsOuFs(5),
  'habitants-ou-fs-10-km': habitantsOuFs(10),
  'habitants-ou-fs-20-km': habitantsOuFs(20),
  'habitants-situes': {
    ...{ nom: '{Habitants} pris en compte dans les distances', nature: 'nombre', fichiers: LIEUX_PAR_COMMUNE },
    notes: ['distance'],
  },
  heures: {
    ...{ nom: 'Heures d’ouverture par semaine, publiées par les lieux {connus}', court: 'Heures publiées' },
    ...{ nature: 'heures', fichiers: ['lieux'], notes: ['heures'] },
  },
  'heures-10000': {
    ...{
      nom: 'Heures publiées par semaine par les lieux {connus}, pour 10 000 habitants',
      court: 'Pour 10 000 habitants',
    },
    ...{ titre: 'Heures d’ouverture par semaine publiées par les lieux {connus}, pour 10 000 habitants' },
    ...{ nature: 'taux', fichiers: LIEUX_PAR_COMMUNE, notes: ['heures'] },
  },
  'lieux-horaires': {
    ...{ nom: 'Lieux {connus} qui publient leurs heures', court: 'Lieux qui les publient', nature: 'nombre' },
    ...{ fichiers: ['lieux'], notes: ['heures'] },
  },
  'heures-par-lieu': {
    ...{ nom: 'Heures par semaine d’un lieu {connu} qui les publie', court: 'Heures par lieu', nature: 'heures' },
    ...{ fichiers: ['lieux'], notes: ['heures'] },
  },
  investissement: {
    ...{
      nom: 'Investissement de l’État estimé, postes {validés}',
      titre: 'Investissement de l’État, estimé pour les postes {validés}',
    },
    ...{ nature: 'euros', fichiers: ['structures'], api: ['investissement', 2], notes: ['postes'] },
  },
  /** The share of the inhabitants that the distances are computed on. */
  couvert: {
    ...{ nom: 'Part des habitants prise en compte', nature: 'part', fichiers: LIEUX_PAR_COMMUNE },
    ...{ api: ['distance_calculee_sur', 4], notes: ['distance'] },
  },
  'hors-terre': {
    ...{ nom: 'Habitants de territoires sans lieu {connu}', nature: 'nombre', fichiers: LIEUX_PAR_COMMUNE },
    notes: ['distance'],
  },
  'au-dela': {
    ...{ nom: 'Habitants à plus de 20 km d’un lieu {connu}', nature: 'nombre', fichiers: LIEUX_PAR_COMMUNE },
    ...{ court: 'Habitants à plus de 20 km', notes: ['distance'] },
  },
  mediane: {
    ...{ nom: 'La moitié des habitants à moins de (km) d’un lieu {connu}', nature: 'km', fichiers: LIEUX_PAR_COMMUNE },
    notes: ['distance'],
  },
} as const satisfies Record<string, Chiffre>
export type CleChiffre = keyof typeof CHIFFRES

/** What is known of a territory, by key; null: unknown. */
export type Connus = Readonly<Partial<Record<CleChiffre, number | null>>>

export function chiffreOf(cle: CleChiffre): Chiffre {
  return CHIFFRES[cle]
}

export const NOTES: Record<CleNote, string> = {
  postes:
    'Postes validés par le comité de sélection depuis 2021 : le fichier ne dit pas s’ils sont pourvus, ni encore financés. Un poste est compté dans le département que sa ligne indique.',
  siege:
    'Par siège de l’employeur : la commune où le poste est enregistré, qui n’est pas toujours celle où l’on est reçu.',
  situes:
    'Un lieu et un employeur sont rapprochés par leur SIRET, sinon par leur SIREN dans le même département. Un employeur sans lieu connu reçoit peut-être du public : le fichier des lieux ne le dit pas.',
  heures:
    'Heures d’une semaine ordinaire, telles que les lieux les publient. Un lieu qui n’en publie pas n’y compte pas.',
  distance:
    'Distance à vol d’oiseau, du centre de la commune au lieu le plus proche, même dans un autre département. Les communes sans centre connu ne sont pas comptées. Les habitants d’un territoire dont le fichier des lieux ne dit rien sont comptés dans l’ensemble, ni près ni loin d’un lieu.',
}
