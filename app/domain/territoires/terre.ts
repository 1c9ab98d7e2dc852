const CORSE = ['2A', '2B']

/**
 * The land that can be travelled without a crossing: overseas each territory is its own, so is Corsica. Beyond a sea
 * the nearest place says nothing: Wallis is 13,000 km from one, Saint-Martin an island away from Guadeloupe's.
 */
export function terreOf(departement: string): string {
  if (departement.length === 3) return departement
  return CORSE.includes(departement) ? 'Corse' : 'Hexagone'
}

/** No sea between two departments. */
export function memeTerre(un: string, autre: string): boolean {
  return terreOf(un) === terreOf(autre)
}

/** The departments of a land that are few enough to be named in a query; [] on the mainland, whose are too many. */
export function departementsDeTerre(departement: string): string[] {
  if (terreOf(departement) === 'Hexagone') return []
  return CORSE.includes(departement) ? CORSE : [departement]
}

/** The lands that have a place at all, from the places of each department. */
export function terresDesservies(departements: readonly { code: string; lieux: number }[]): Set<string> {
  return new Set(departements.filter(({ lieux }) => lieux > 0).map(({ code }) => terreOf(code)))
}
