/** The views that a button opens in one click, with the department code of each territory overseas. */

/** South, west, north, east: degrees. */
export type Bounds = readonly [number, number, number, number]

/** `toujours`: has its button even where no point is. Bounds hold the inhabited land, to a few kilometres. */
export type CadreDeTerritoire = { nom: string; codes: readonly string[]; bounds: Bounds; toujours: boolean }

export const METROPOLE: CadreDeTerritoire = {
  nom: 'France métropolitaine',
  codes: [],
  bounds: [41.33, -5.15, 51.1, 9.57],
  toujours: true,
}

export const TERRITOIRES: readonly CadreDeTerritoire[] = [
  { nom: 'Guadeloupe', codes: ['971'], bounds: [15.83, -61.82, 16.52, -60.98], toujours: true },
  { nom: 'Martinique', codes: ['972'], bounds: [14.38, -61.24, 14.89, -60.8], toujours: true },
  { nom: 'Guyane', codes: ['973'], bounds: [2.11, -54.62, 5.76, -51.6], toujours: true },
  { nom: 'La Réunion', codes: ['974'], bounds: [-21.4, 55.2, -20.86, 55.86], toujours: true },
  { nom: 'Mayotte', codes: ['976'], bounds: [-13.01, 45.01, -12.63, 45.31], toujours: true },
  {
    nom: 'Saint-Martin, Saint-Barthélemy',
    codes: ['977', '978'],
    bounds: [17.86, -63.16, 18.13, -62.78],
    toujours: false,
  },
  { nom: 'Saint-Pierre-et-Miquelon', codes: ['975'], bounds: [46.74, -56.42, 47.15, -56.1], toujours: false },
  { nom: 'Nouvelle-Calédonie', codes: ['988'], bounds: [-22.75, 163.5, -19.5, 168.2], toujours: false },
  { nom: 'Polynésie française', codes: ['987'], bounds: [-27.95, -154.8, -7.8, -134.4], toujours: false },
  { nom: 'Wallis-et-Futuna', codes: ['986'], bounds: [-14.4, -178.25, -13.15, -176.05], toujours: false },
]

export function territoireHolds({ bounds }: CadreDeTerritoire, { lat, lon }: { lat: number; lon: number }): boolean {
  const [south, west, north, east] = bounds
  return lat >= south && lat <= north && lon >= west && lon <= east
}

/** Those that have a button: always five, and the others where points are. */
export function territoiresShown(present: readonly string[]): readonly CadreDeTerritoire[] {
  return [METROPOLE, ...TERRITOIRES.filter(({ nom, toujours }) => toujours || present.includes(nom))]
}
