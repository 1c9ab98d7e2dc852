import { one } from '../parametres/kinds.ts'
import { missing, type ParamError, type ParamValues } from '../parametres.ts'

/** A rectangle of the map, in degrees: west of its east and south of its north. */
export type Boite = { west: number; south: number; east: number; north: number }

const COTES = ['west', 'south', 'east', 'north'] as const
type Cote = (typeof COTES)[number]

const DITS: Record<Cote, string> = { west: 'l’ouest', south: 'le sud', east: 'l’est', north: 'le nord' }
const MAX: Record<Cote, number> = { west: 180, south: 90, east: 180, north: 90 }

function cote(name: Cote) {
  const max = MAX[name]
  return one<number | null>(null, {
    read: (raw) => readDegres(raw, max),
    expected: `un nombre de degrés, de -${max} à ${max}`,
    sens: `${DITS[name].replace(/^./, (first) => first.toUpperCase())} d’une boîte, en degrés, avec les trois autres côtés.`,
    forme: { type: 'number', minimum: -max, maximum: max },
  })
}

/** A box in one parameter, as maps write it, or in four, as others do. */
export const BOITE = {
  bbox: one<string | null>(null, {
    read: (raw) => (parseBbox(raw) === null ? undefined : raw.replaceAll(' ', '')),
    expected: 'quatre nombres de degrés, ouest,sud,est,nord, comme 1.5,45.8,2.6,46.5',
    sens: 'Les lieux d’une boîte : ouest,sud,est,nord, en degrés. Elle ne passe pas le 180e méridien.',
    forme: { type: 'string', pattern: '^-?[0-9.]+(,-?[0-9.]+){3}$' },
  }),
  west: cote('west'),
  south: cote('south'),
  east: cote('east'),
  north: cote('north'),
}

/** Finer than a metre; what a map writes with more is cut. */
function readDegres(raw: string, max: number): number | undefined {
  const value = /^[+-]?\d{1,3}(\.\d{1,20})?$/.test(raw) ? Number(raw) : Number.NaN
  return Math.abs(value) <= max ? Math.round(value * 1e6) / 1e6 + 0 : undefined
}

function parseBbox(raw: string): Boite | null {
  const read = raw.split(',').map((part, rang) => readDegres(part.trim(), MAX[COTES[rang] ?? 'south']))
  const [west, south, east, north] = read
  if (read.length !== 4 || west === undefined || south === undefined || east === undefined || north === undefined)
    return null
  return { west, south, east, north }
}

/** The box that is asked, null when none is; each fault of it names its parameter. */
export function readBoite({ bbox, ...cotes }: ParamValues<typeof BOITE>): {
  boite: Boite | null
  errors: ParamError[]
} {
  const given = COTES.filter((name) => cotes[name] !== null)
  if (bbox !== null && given.length > 0) {
    const message = `Le paramètre « bbox » ne va pas avec « ${given[0]} » : gardez l’un ou les quatre autres.`
    return { boite: null, errors: [{ param: 'bbox', value: bbox, message }] }
  }
  if (bbox !== null) return orderly('bbox', parseBbox(bbox))
  if (given.length === 0) return { boite: null, errors: [] }
  const absent = COTES.find((name) => cotes[name] === null)
  if (absent !== undefined) return { boite: null, errors: [missing(absent, `il va avec « ${given.join(' », « ')} »`)] }
  return orderly('west', cotes as Boite)
}

function orderly(param: string, boite: Boite | null): { boite: Boite | null; errors: ParamError[] } {
  if (boite === null) return { boite, errors: [] }
  const { west, south, east, north } = boite
  const value = [west, south, east, north].join(',')
  const refuse = (message: string) => ({ boite: null, errors: [{ param, value, message }] })
  const named = param === 'bbox' ? 'Le paramètre « bbox »' : 'La boîte « west, south, east, north »'
  if (west === east || south === north) return refuse(`${named} est vide : ses deux bords se touchent (${value}).`)
  if (south > north) return refuse(`${named} a son sud au nord de son nord (${value}). Écrivez ouest,sud,est,nord.`)
  if (west > east)
    return refuse(
      `${named} a son ouest à l’est de son est (${value}). Écrivez ouest,sud,est,nord ; pour passer le 180e méridien, demandez deux boîtes.`,
    )
  return { boite, errors: [] }
}
