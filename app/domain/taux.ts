/** `nombre` per 10,000 inhabitants, two decimals; null without inhabitants. */
export function pour10000(nombre: number, population: number | null): number | null {
  return population ? Math.round((nombre / population) * 1_000_000) / 100 : null
}

/** A share, 0 to 1, with as many decimals (3: a tenth of a percent, as pages show it); null of nothing. */
export function part(nombre: number, ensemble: number, decimales = 3): number | null {
  return ensemble > 0 ? Math.round((nombre / ensemble) * 10 ** decimales) / 10 ** decimales : null
}

/** The difference of two rates of two decimals, free of what binary fractions leave behind; null when one is unknown. */
export function ecart(taux: number | null, reference: number | null): number | null {
  return taux === null || reference === null ? null : Math.round((taux - reference) * 100) / 100
}
