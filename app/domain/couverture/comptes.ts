import { type Connus, chiffreOf, SEUILS_KM, type SeuilKm } from '../chiffres/table.ts'
import type { Fichier } from '../chiffres/tableau.ts'
import { arrondir, DECIMALES_FICHIER, part, pour10000 } from '../chiffres/taux.ts'
import { fichierDe } from '../chiffres.ts'
import type { Ruralite } from '../vocabulary.ts'

/** What is counted on a piece of the country: every figure of coverage is made of sums of these. */
export type Comptes = {
  lieux: number
  /** Posts validated in the current structures file. */
  postes: number
  /** Employers of these posts, one per SIRET. */
  structures: number
  /** Inhabitants. */
  population: number
  /** Euros of the State, as the structures file estimates them; null when it says nothing. */
  investissement: number | null
  /** Of the posts, those whose employer has a known place. */
  postesSitues: number
  /** Minutes that places are open in an ordinary week, as they publish them, and how many publish some. */
  minutes: number
  lieuxHoraires: number
  /** Inhabitants of the communes whose distance to a place is known. */
  situes: number
  /** Of these, those with a place within so many kilometres. */
  proches: Record<SeuilKm, number>
  /** Inhabitants who would be of those, on a land where the file of places holds nothing. */
  horsTerre: number
  /** The same as `situes` and `proches`, to a place or a France services. */
  situesOuFs: number
  prochesOuFs: Record<SeuilKm, number>
}

/** The counts of one class of one department. `niveau`: INSEE density level, null when unknown. */
export type Cellule = Comptes & { departement: string; ruralite: Ruralite; niveau: number | null }

/** A department or a region: its cells add up to it. `region`: the name of the region. */
export type Territoire = { code: string; nom: string; region: string | null; cellules: readonly Cellule[] }

export function noComptes(): Comptes {
  return {
    lieux: 0,
    postes: 0,
    structures: 0,
    population: 0,
    investissement: null,
    ...{ postesSitues: 0, minutes: 0, lieuxHoraires: 0, situes: 0, horsTerre: 0, situesOuFs: 0 },
    proches: { 5: 0, 10: 0, 20: 0 },
    prochesOuFs: { 5: 0, 10: 0, 20: 0 },
  }
}

const SOMMES = [
  ...(['lieux', 'postes', 'structures', 'population', 'postesSitues', 'minutes', 'lieuxHoraires'] as const),
  ...(['situes', 'horsTerre', 'situesOuFs'] as const),
]

export function sumComptes(cellules: readonly Comptes[]): Comptes {
  const total = noComptes()
  for (const cellule of cellules) {
    for (const cle of SOMMES) total[cle] += cellule[cle]
    for (const km of SEUILS_KM) {
      total.proches[km] += cellule.proches[km]
      total.prochesOuFs[km] += cellule.prochesOuFs[km]
    }
    if (cellule.investissement !== null) total.investissement = (total.investissement ?? 0) + cellule.investissement
  }
  return total
}

/** One cell of each key, which adds up those that have it. */
export function joinCellules<T extends Cellule>(cellules: readonly T[], keyOf: (cellule: T) => string): T[] {
  return [...groupBy(cellules, keyOf).values()].map((group) => ({ ...(group[0] as T), ...sumComptes(group) }))
}

export function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}

/**
 * The figures of a territory; a population of nobody is one that no file gives. Of what its file holds nothing at all is
 * unknown, not zero, where it is compared: `connusOf`. The median asks for its communes.
 */
export function chiffresOf(cellules: readonly Cellule[]): Chiffres {
  const known = FAITS.get(cellules) ?? makeChiffres(cellules)
  FAITS.set(cellules, known)
  return known
}

/** The cells of a territory are the same from table to table and from request to request: its figures are made once. */
const FAITS = new WeakMap<readonly Cellule[], Chiffres>()

function makeChiffres(cellules: readonly Cellule[]) {
  const total = sumComptes(cellules)
  const ruraux = sumComptes(cellules.filter(({ ruralite }) => ruralite === 'rural'))
  // Where no commune has a class, what is rural is unknown.
  const classes = sumComptes(cellules.filter(({ ruralite }) => ruralite !== 'inconnue'))
  const { lieux, postes, structures, population, investissement, situes, proches, situesOuFs, prochesOuFs } = total
  // Who lives where the file says nothing is in the whole, and neither near nor far.
  const centres = situes + total.horsTerre
  const aPortee = (proches: number) => (situes > 0 ? part(proches, centres) : null)
  const ouFs = (proches: number) => (situesOuFs > 0 ? part(proches, centres) : null)
  return {
    ...{ population: population || null, lieux, postes, structures, investissement },
    'lieux-10000': pour10000(lieux, population),
    'postes-10000': pour10000(postes, population),
    'lieux-ruraux': ruraux.lieux,
    'postes-ruraux': ruraux.postes,
    'part-lieux-ruraux': classes.lieux > 0 ? part(ruraux.lieux, lieux) : null,
    'part-postes-ruraux': classes.postes > 0 ? part(ruraux.postes, postes) : null,
    'a-5-km': aPortee(proches[5]),
    'a-10-km': aPortee(proches[10]),
    'a-20-km': aPortee(proches[20]),
    'ou-fs-5-km': ouFs(prochesOuFs[5]),
    'ou-fs-10-km': ouFs(prochesOuFs[10]),
    'ou-fs-20-km': ouFs(prochesOuFs[20]),
    'habitants-5-km': situes > 0 ? proches[5] : null,
    'habitants-10-km': situes > 0 ? proches[10] : null,
    'habitants-20-km': situes > 0 ? proches[20] : null,
    'habitants-ou-fs-5-km': situesOuFs > 0 ? prochesOuFs[5] : null,
    'habitants-ou-fs-10-km': situesOuFs > 0 ? prochesOuFs[10] : null,
    'habitants-ou-fs-20-km': situesOuFs > 0 ? prochesOuFs[20] : null,
    'habitants-situes': centres,
    'postes-situes': postes + structures > 0 ? total.postesSitues : null,
    'part-postes-situes': part(total.postesSitues, postes),
    heures: total.lieuxHoraires > 0 ? total.minutes / 60 : null,
    'heures-10000': total.lieuxHoraires > 0 ? pour10000(total.minutes / 60, population) : null,
    'lieux-horaires': total.lieuxHoraires,
    'heures-par-lieu':
      total.lieuxHoraires > 0 ? arrondir(total.minutes / 60 / total.lieuxHoraires, DECIMALES_FICHIER) : null,
    couvert: part(centres, population),
    'hors-terre': total.horsTerre,
    'au-dela': situes > 0 ? situes - proches[20] : null,
  } as const satisfies Connus
}

export type Chiffres = ReturnType<typeof makeChiffres>

/** The same where territories are compared: what its file says nothing of is unknown, and ranks nowhere. */
export function connusOf(cellules: readonly Cellule[]): { [Cle in keyof Chiffres]: Chiffres[Cle] | null } {
  const chiffres = chiffresOf(cellules)
  const vides = (['lieux', 'structures'] as const).filter((fichier) => isVide(chiffres, fichier))
  if (vides.length === 0) return chiffres
  const cles = Object.keys(chiffres) as (keyof Chiffres)[]
  return Object.fromEntries(
    cles.map((cle) => [
      cle,
      !isDistance(cle) && vides.some((fichier) => fichier === fichierDe(cle)) ? null : chiffres[cle],
    ]),
  ) as Chiffres
}

function isDistance(cle: keyof Chiffres): boolean {
  return chiffreOf(cle).notes?.includes('distance') ?? false
}

/** A file that holds nothing of a territory. Its distances may be known all the same: the neighbours have places. */
export function isVide({ lieux, postes, structures }: Chiffres, fichier: Fichier): boolean {
  return fichier === 'lieux' ? lieux === 0 : postes === 0 && structures === 0
}
