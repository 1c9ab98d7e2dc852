import type { PackageCommune, Town } from '#scripts/referentiel/packages.ts'

export type Arrondissement = {
  code: string
  nom: string
  commune: string
  numero: number
  codesPostaux: string[]
  population: number
  latitude: number
  longitude: number
  precision: 'geonames' | 'estimee'
}

type Point = [latitude: number, longitude: number]

/**
 * GeoNames has those of Marseille only. Paris and Lyon: the middle of the inhabited part, written by hand, to some 300 m: to be replaced by those of the API
 * (without the woods of Boulogne and Vincennes); in the order of numbers.
 */
const ESTIMES: Record<string, Point[]> = {
  '75056': [
    ...([
      [48.8626, 2.3363],
      [48.8683, 2.3428],
      [48.8629, 2.36],
      [48.8543, 2.3576],
      [48.8444, 2.3507],
    ] as Point[]),
    ...([
      [48.8491, 2.3329],
      [48.8562, 2.3122],
      [48.8727, 2.3126],
      [48.8772, 2.3375],
      [48.8761, 2.3607],
    ] as Point[]),
    ...([
      [48.8591, 2.3801],
      [48.8403, 2.393],
      [48.8283, 2.3623],
      [48.8292, 2.3265],
      [48.8401, 2.2928],
    ] as Point[]),
    ...([
      [48.859, 2.272],
      [48.8874, 2.3067],
      [48.8926, 2.3481],
      [48.8871, 2.3848],
      [48.8635, 2.4012],
    ] as Point[]),
  ],
  '69123': [
    ...([
      [45.7699, 4.8292],
      [45.7486, 4.8268],
      [45.7575, 4.8635],
      [45.7786, 4.8257],
      [45.756, 4.807],
    ] as Point[]),
    ...([
      [45.7704, 4.852],
      [45.741, 4.8385],
      [45.7343, 4.8693],
      [45.779, 4.8055],
    ] as Point[]),
  ],
}

const VILLES: Record<string, string> = { '75056': 'Paris', '69123': 'Lyon', '13055': 'Marseille' }
/** The 16th of Paris has a second postcode, which the package leaves out. */
const AUSSI: Record<string, string> = { '75116': '75116' }

/** The municipal arrondissements of Paris, Lyon and Marseille in the order of codes. */
export function listArrondissements(all: PackageCommune[], towns: Town[]): Arrondissement[] {
  const own = all.filter(({ type }) => type === 'arrondissement-municipal')
  return own
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
    .map(({ code, commune = '', codesPostaux = [], population = 0 }) => {
      const numero = Number(code) - (commune === '69123' ? 69380 : Number(code.slice(0, 3)) * 100)
      const named = `${VILLES[commune]} ${String(numero).padStart(2, '0')}`
      const town = towns.find(({ country, name }) => country === 'FR' && name === named)
      const [latitude, longitude] = town?.loc.coordinates.toReversed() ?? ESTIMES[commune]?.[numero - 1] ?? []
      if (latitude === undefined || longitude === undefined) throw new Error(`${named} has no centre`)
      return {
        ...{ code, nom: `${VILLES[commune]} ${numero}${numero === 1 ? 'er' : 'e'}`, commune, numero },
        codesPostaux: [...new Set([...codesPostaux, ...(AUSSI[code] ? [AUSSI[code]] : [])])].sort(),
        ...{ population, latitude, longitude, precision: town ? 'geonames' : 'estimee' },
      }
    })
}
