/**
 * The map's points as one compact text: a column for each field, sorted along a Morton curve so that a point is
 * near the one before it, coordinates and row numbers as differences, in units of 1e-5 degree (about 1 m).
 * 4,000 points make 25 kB of brotli and 20,000 make 121 kB; 17 and 77 kB when the row numbers follow the curve too
 * (number the rows in the order of `sortMorton`).
 */
import { decodeSelection, encodeSelection } from './row-set.ts'

/** The layers of the map, each with its own row numbers and its own counts. A new layer is a word here. */
export const OBJETS = ['lieu', 'france-services', 'autre', 'structure'] as const
export type Objet = (typeof OBJETS)[number]

/** `lat`, `lon`: WGS 84 degrees. `approximate`: known below the address. `postes`: of an employer, when known. */
export type MapPoint = { objet: Objet; numero: number; lat: number; lon: number; approximate: boolean; postes?: number }

/** What says which point is meant, without where it is. */
export type PointRef = Pick<MapPoint, 'objet' | 'numero'>

/**
 * What the map's panel says of one point (`/fiches.json?l=12,45&f=7&s=3`). `detail`: one more sentence, if any;
 * `telephone`: E.164; `etat`: open or not when it was asked; `distance`: "à 4,2 km de Prades", when a position is asked;
 * `liens`: what one does with a place, said of one that is asked for alone.
 */
export type MapFiche = PointRef & {
  href: string
  nom: string
  adresse: string | null
  commune: string | null
  approximate: boolean
  detail?: string | null
  telephone?: string | null
  etat?: { etat: string; phrase: string } | null
  distance?: string | null
  liens?: LiensDeFiche
}

/** Addresses: of the way there (a phone's own map, the web), of messages that hold the place, of its page. */
export type LiensDeFiche = { geo: string; itineraire: string; sms: string; courriel: string; page: string }

const UNITS = 1e5
const VERSION = 1

type Couche = { numero: number[]; lat: number[]; lon: number[]; approximate: string; postes?: number[] }
type PointsDocument = { v: number; couches: Partial<Record<Objet, Couche>> }

/** The points of one layer, a column for each field: `approximate` 0 or 1, `postes` −1 when it is not known. */
export type Colonnes = {
  numero: ArrayLike<number>
  lat: ArrayLike<number>
  lon: ArrayLike<number>
  approximate: ArrayLike<number>
  postes: ArrayLike<number>
}

/** The text of the points of some layers; RangeError for a coordinate that is not a number of degrees. */
export function encodeColonnes(colonnes: Partial<Record<Objet, Colonnes>>): string {
  const couches = OBJETS.flatMap((objet) => {
    const own = colonnes[objet]
    return own === undefined || own.numero.length === 0 ? [] : [[objet, encodeCouche(own)]]
  })
  return JSON.stringify({ v: VERSION, couches: Object.fromEntries(couches) } satisfies PointsDocument)
}

/** The same of points in any order. */
export function encodePoints(points: readonly MapPoint[]): string {
  const of = (objet: Objet): Colonnes => {
    const own = points.filter((point) => point.objet === objet)
    return {
      numero: own.map(({ numero }) => numero),
      lat: own.map(({ lat }) => lat),
      lon: own.map(({ lon }) => lon),
      approximate: own.map(({ approximate }) => Number(approximate)),
      postes: own.map(({ postes = -1 }) => postes),
    }
  }
  return encodeColonnes(Object.fromEntries(OBJETS.map((objet) => [objet, of(objet)])))
}

/** The points of the text, to 5 decimals, in the order of the curve; an Error when the text is not one of ours. */
export function decodePoints(json: string): MapPoint[] {
  const document = JSON.parse(json) as PointsDocument
  if (document.v !== VERSION) throw new Error(`Points of another version: ${document.v}, expected ${VERSION}`)
  return OBJETS.flatMap((objet) => {
    const couche = document.couches[objet]
    return couche === undefined ? [] : decodeCouche(objet, couche)
  })
}

/**
 * The ranks of points along the Morton curve, then by number: places that are near each other come near each other.
 * Coordinates in units of 1e-5 degree.
 */
export function sortMorton({ numero, lat, lon }: Pick<Colonnes, 'numero' | 'lat' | 'lon'>): Uint32Array {
  return Uint32Array.from({ length: numero.length }, (_, rank) => rank).sort((a, b) => {
    const [ya, yb] = [(lat[a] as number) + 90 * UNITS, (lat[b] as number) + 90 * UNITS]
    const [xa, xb] = [(lon[a] as number) + 180 * UNITS, (lon[b] as number) + 180 * UNITS]
    const [dx, dy] = [xa ^ xb, ya ^ yb]
    if (dx === 0 && dy === 0) return (numero[a] as number) - (numero[b] as number)
    // The axis whose highest differing bit is higher decides: the interleaved code need not be built.
    return dx < dy && dx < (dx ^ dy) ? ya - yb : xa - xb
  })
}

function encodeCouche({ numero, approximate, postes, ...degrees }: Colonnes): Couche {
  const [lat, lon] = [Int32Array.from(degrees.lat, units), Int32Array.from(degrees.lon, units)]
  const ranks = sortMorton({ numero, lat, lon })
  const couche: Couche = {
    numero: differences(numero, ranks),
    lat: differences(lat, ranks),
    lon: differences(lon, ranks),
    approximate: encodeSelection(Array.from(ranks.keys()).filter((at) => approximate[ranks[at] as number] === 1)),
  }
  const known = Array.from(ranks, (rank) => postes[rank] as number)
  if (known.some((number) => number >= 0)) couche.postes = known
  return couche
}

function decodeCouche(objet: Objet, couche: Couche): MapPoint[] {
  const [numeros, lats, lons] = [sums(couche.numero), sums(couche.lat), sums(couche.lon)]
  const approximate = decodeSelection(couche.approximate)
  if (lats.length !== numeros.length || lons.length !== numeros.length) throw new Error(`Points cut short: ${objet}`)
  return numeros.map((numero, rank) => {
    const lat = (lats[rank] as number) / UNITS
    const lon = (lons[rank] as number) / UNITS
    const postes = couche.postes?.[rank] ?? -1
    const point: MapPoint = { objet, numero, lat, lon, approximate: approximate.has(rank) }
    return postes < 0 ? point : { ...point, postes }
  })
}

function units(degrees: number): number {
  if (!(Math.abs(degrees) <= 180)) throw new RangeError(`Not a coordinate: ${degrees}`)
  return Math.round(degrees * UNITS)
}

/** Of the values in the order of the ranks, each less the one before it. */
function differences(values: ArrayLike<number>, ranks: Uint32Array): number[] {
  return Array.from(
    ranks,
    (rank, at) => (values[rank] as number) - (at === 0 ? 0 : (values[ranks[at - 1] as number] as number)),
  )
}

function sums(values: readonly number[]): number[] {
  let total = 0
  return values.map((value) => (total += value))
}
