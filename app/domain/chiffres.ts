import type { Colonne, Fichier, Nature } from './chiffres/tableau.ts'
import { arrondir } from './chiffres/taux.ts'
import { formatDate, formatNombre } from './texte/format.ts'
import type { Kind } from './vocabulary.ts'

type Chiffre = {
  /** Above its column, on every page and in every file. */
  nom: string
  /** Where a heading, or the words after it, say the rest: `nom` when there is none. */
  court?: string
  /** Alone above a map, and in the list that it is chosen from: `nom` when there is none. */
  titre?: string
  nature: Nature
  /** The kinds of files that it is counted from. */
  fichiers: readonly Kind[]
  /** Its label says the date of its file. */
  date?: true
  /** Its name in the API, a dot for an object inside, and its decimals there. */
  api?: readonly [nom: string, decimales: number]
  /** Its word in `trier` before each figure had one. */
  anciens?: readonly string[]
  /** What is owed to whoever reads it. */
  notes?: readonly CleNote[]
}

export type CleNote = 'postes' | 'siege' | 'distance'
/** Within how many kilometres a share of the population is given. */
export const SEUILS_KM = [5, 10, 20] as const
export type SeuilKm = (typeof SEUILS_KM)[number]

const LIEUX_PAR_COMMUNE = ['lieux', 'communes'] as const
const POSTES_PAR_COMMUNE = ['structures', 'communes'] as const

function aPortee(km: SeuilKm) {
  const nom = `Population à ${km} km au plus d’un lieu`
  const nommee = {
    nom,
    court: `Habitants à moins de ${km} km`,
    api: [`distance.${km}`, 4],
    anciens: [`part_${km}km`],
  } as const
  return { ...nommee, nature: 'part', fichiers: LIEUX_PAR_COMMUNE, notes: ['distance'] } as const
}

/** Every figure of a territory, in the order of the columns; the key is its word in addresses too. */
export const CHIFFRES = {
  population: { nom: 'Habitants', nature: 'nombre', fichiers: ['communes'], api: ['population', 0] },
  lieux: { nom: 'Lieux d’accueil', court: 'Lieux', nature: 'nombre', fichiers: ['lieux'], api: ['lieux', 0] },
  'lieux-10000': {
    ...{ nom: 'Lieux pour 10 000 habitants', court: 'Pour 10 000 habitants' },
    ...{ titre: 'Lieux d’accueil pour 10 000 habitants', nature: 'taux', fichiers: LIEUX_PAR_COMMUNE },
    ...{ api: ['lieux_pour_10000', 2], anciens: ['lieux_pour_10000'] },
  },
  postes: {
    ...{ nom: 'Postes validés', nature: 'nombre', fichiers: ['structures'], date: true },
    ...{ api: ['postes', 0], notes: ['postes'] },
  },
  'postes-10000': {
    ...{ nom: 'Postes validés pour 10 000 habitants', court: 'Pour 10 000 habitants' },
    ...{ nature: 'taux', fichiers: POSTES_PAR_COMMUNE },
    ...{ api: ['postes_pour_10000', 2], anciens: ['postes_pour_10000'], notes: ['postes'] },
  },
  structures: { nom: 'Employeurs', nature: 'nombre', fichiers: ['structures'], api: ['structures', 0] },
  'lieux-ruraux': { nom: 'Lieux en commune rurale', nature: 'nombre', fichiers: ['lieux', 'densite'] },
  'part-lieux-ruraux': {
    ...{ nom: 'Part rurale, par lieu d’accueil', titre: 'Part des lieux d’accueil en commune rurale' },
    ...{ nature: 'part', fichiers: ['lieux', 'densite'] },
  },
  'postes-ruraux': {
    ...{ nom: 'Postes au siège en commune rurale', nature: 'nombre', fichiers: ['structures', 'densite'] },
    notes: ['postes', 'siege'],
  },
  'part-postes-ruraux': {
    ...{ nom: 'Part rurale, par siège de l’employeur', titre: 'Part des postes validés en commune rurale' },
    ...{ nature: 'part', fichiers: ['structures', 'densite'], notes: ['postes', 'siege'] },
  },
  'a-5-km': aPortee(5),
  'a-10-km': aPortee(10),
  'a-20-km': aPortee(20),
  investissement: {
    ...{ nom: 'Investissement de l’État estimé', titre: 'Investissement de l’État, estimé par la source' },
    ...{ nature: 'euros', fichiers: ['structures'], api: ['investissement', 2], notes: ['postes'] },
  },
  /** The share of the inhabitants that the distances are computed on. */
  couvert: {
    ...{ nom: 'Part des habitants prise en compte', nature: 'part', fichiers: LIEUX_PAR_COMMUNE },
    ...{ api: ['distance_calculee_sur', 4], notes: ['distance'] },
  },
  'au-dela': {
    ...{ nom: 'Habitants à plus de 20 km', nature: 'nombre', fichiers: LIEUX_PAR_COMMUNE },
    notes: ['distance'],
  },
  mediane: {
    ...{ nom: 'La moitié des habitants à moins de (km)', nature: 'km', fichiers: LIEUX_PAR_COMMUNE },
    notes: ['distance'],
  },
} as const satisfies Record<string, Chiffre>
export type CleChiffre = keyof typeof CHIFFRES

/** What is known of a territory, by key; null: unknown. */
export type Connus = Readonly<Partial<Record<CleChiffre, number | null>>>

export function chiffreOf(cle: CleChiffre): Chiffre {
  return CHIFFRES[cle]
}

/** In few words, under a heading or before others: "Lieux", "Pour 10 000 habitants". */
export function nomCourt(cle: CleChiffre): string {
  const { nom, court = nom } = chiffreOf(cle)
  return court
}

/** The file without which a figure is unknown; undefined when another file gives it. */
export function fichierDe(cle: CleChiffre): Fichier | undefined {
  return (['lieux', 'structures'] as const).find((kind) => chiffreOf(cle).fichiers.includes(kind))
}

/** Its column in a table. `postesAu`: date of the file of posts, which a count of posts says. */
export function colonneDe(cle: CleChiffre, postesAu: string | null = null): Colonne {
  const { nom, nature, date, anciens } = chiffreOf(cle)
  return {
    ...{ cle, nom: date && postesAu !== null ? `${nom} au ${formatDate(postesAu)}` : nom, nature },
    ...{ fichier: fichierDe(cle), anciens },
  }
}

/** Its column under a heading that says which reading it is: "Par lieu d’accueil". */
export function colonneSous(groupe: string, cle: CleChiffre): Colonne {
  return { cle, nom: nomCourt(cle), nature: chiffreOf(cle).nature, groupe, fichier: fichierDe(cle) }
}

/** The figures of a territory in the words and decimals of the API, in this order. */
export function chiffresJson(chiffres: Connus, cles: readonly CleChiffre[]): Record<string, unknown> {
  const json: Record<string, unknown> = {}
  for (const cle of cles) {
    const [chemin = cle, decimales = 0] = chiffreOf(cle).api ?? []
    const [nom = cle, dedans] = chemin.split('.')
    const valeur = chiffres[cle] ?? null
    const ronde = valeur === null ? null : arrondir(valeur, decimales)
    json[nom] = dedans === undefined ? ronde : { ...(json[nom] as object), [dedans]: ronde }
  }
  return json
}

export const NOTES: Record<CleNote, string> = {
  postes:
    'Postes validés par le comité de sélection depuis 2021 : le fichier ne dit pas s’ils sont pourvus, ni encore financés. Un poste est compté dans le département que sa ligne indique.',
  siege:
    'Par siège de l’employeur : la commune où le poste est enregistré, qui n’est pas toujours celle où l’on est reçu.',
  distance:
    'Distance à vol d’oiseau, du centre de la commune au lieu le plus proche, même dans un autre département. Les communes sans centre connu ne sont pas comptées.',
}

/** What shares within a distance leave out; nothing when they leave out nothing, or where nobody is placed. */
export function noteCalcul({ couvert }: Connus): string[] {
  if (!couvert || couvert === 1) return []
  const part = formatNombre(Math.floor(couvert * 1000) / 10)
  return [`Distances calculées sur ${part} % de la population : le centre des autres communes n’est pas connu.`]
}
