import { ckmeans } from 'simple-statistics'

export const METHODES = ['quantiles', 'jenks'] as const
export type Methode = (typeof METHODES)[number]
/** How the classes were cut, in the words of a legend. */
export const PHRASES_METHODE: Readonly<Record<Methode, string>> = {
  quantiles: 'Classes de même effectif (quantiles) : autant de territoires dans chacune, ou presque.',
  jenks: 'Seuils naturels (Jenks) : dans une même classe, les chiffres sont proches.',
}
/** Real bounds: the least and the greatest value in the class, and how many territories it holds. */
export type Classe = { min: number; max: number; nombre: number }
/** From the least to the most; those without a figure stand apart. */
export type Classes = { classes: Classe[]; sansDonnee: number }

const MOST = 5
const FEWEST = 3
const PER_CLASSE = 4

/**
 * Classes of a figure: quantiles (as many territories in each) or Jenks (natural breaks: least variance within), 3 to 5
 * as the figures allow. Zero is a class of its own when there are zeros. `texte` is how a value is shown: two values
 * that read the same are never in two classes.
 */
export function classesOf(
  valeurs: readonly (number | null)[],
  methode: Methode = 'quantiles',
  texte: (valeur: number) => string = String,
): Classes {
  const connues = valeurs.filter(isKnown).sort((a, b) => a - b)
  const zeros = (connues[0] ?? 0) < 0 ? 0 : connues.filter((valeur) => valeur === 0).length
  const reste = connues.slice(zeros)
  const bornes = joinSame(bornesOf(reste, methode, MOST - Math.min(zeros, 1)), reste, texte)
  const classes = bornes.map((borne, rang) => {
    const dedans = reste.filter((valeur) => valeur >= borne && valeur < (bornes[rang + 1] ?? Number.POSITIVE_INFINITY))
    return { min: borne, max: dedans.at(-1) ?? borne, nombre: dedans.length }
  })
  return {
    classes: zeros > 0 ? [{ min: 0, max: 0, nombre: zeros }, ...classes] : classes,
    sansDonnee: valeurs.length - connues.length,
  }
}

/** The rank of a value's class, 1 for the least; null without a value. */
export function rangOf(valeur: number | null | undefined, { classes }: Classes): number | null {
  if (valeur === null || valeur === undefined) return null
  const rang = classes.findIndex(({ min, max }) => valeur >= min && valeur <= max)
  return rang === -1 ? null : rang + 1
}

function isKnown(valeur: number | null): valeur is number {
  return valeur !== null && Number.isFinite(valeur)
}

/** The least value of each class, rising. Equal values fall in the upper of two classes that both want them. */
function bornesOf(triees: readonly number[], methode: Methode, most: number): number[] {
  const distinctes = [...new Set(triees)]
  const wanted = Math.min(Math.max(FEWEST, Math.floor(triees.length / PER_CLASSE)), most, distinctes.length)
  if (wanted === 0) return []
  // ckmeans throws when asked for more classes than distinct values, and may cut equal values in two.
  if (methode === 'jenks') return [...new Set(ckmeans([...triees], wanted).map(([least = 0]) => least))]
  const bornes = quantiles(triees, wanted)
  return bornes.length < Math.min(FEWEST, wanted) ? quantiles(distinctes, wanted) : bornes
}

function quantiles(triees: readonly number[], nombre: number): number[] {
  const starts = Array.from({ length: nombre }, (_, rang) => triees[Math.floor((rang * triees.length) / nombre)] ?? 0)
  return [...new Set(starts)]
}

/** Bounds moved down to the first value that reads like them. */
function joinSame(bornes: number[], triees: readonly number[], texte: (valeur: number) => string): number[] {
  const firsts = bornes.map((borne) => triees.find((valeur) => valeur === borne || texte(valeur) === texte(borne)))
  return [...new Set(firsts.filter((borne) => borne !== undefined))]
}
