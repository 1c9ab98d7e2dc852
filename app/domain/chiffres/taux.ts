/** What a file holds of a figure, and what every shorter form is rounded from. */
export const DECIMALES_FICHIER = 6

/**
 * Rounded as people do it, a half away from zero: −0.0625 to three decimals is −0.063. The 15 digits that a double
 * surely holds are kept first, so that 0.285, stored as 0.28499…, is 0.29.
 */
export function arrondir(valeur: number, decimales: number): number {
  const grand = Number((Math.abs(valeur) * 10 ** decimales).toPrecision(15))
  return (Math.sign(valeur) * Math.round(grand)) / 10 ** decimales + 0
}

/** `nombre` per 10,000 inhabitants, six decimals; null without inhabitants. */
export function pour10000(nombre: number, population: number | null): number | null {
  return population ? arrondir((nombre / population) * 10_000, DECIMALES_FICHIER) : null
}

/** A share, 0 to 1, six decimals; null of nothing. What is not all is never 1, nor something 0. */
export function part(nombre: number, ensemble: number): number | null {
  if (ensemble <= 0) return null
  const ronde = arrondir(nombre / ensemble, DECIMALES_FICHIER)
  const moindre = 10 ** -DECIMALES_FICHIER
  if (ronde === 1 && nombre < ensemble) return 1 - moindre
  return ronde === 0 && nombre > 0 ? moindre : ronde
}

/** The difference of two rates, free of what binary fractions leave behind; null when one is unknown. */
export function ecart(taux: number | null, reference: number | null): number | null {
  return taux === null || reference === null ? null : arrondir(taux - reference, DECIMALES_FICHIER)
}
