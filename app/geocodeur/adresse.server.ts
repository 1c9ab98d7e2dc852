import { METROPOLE, TERRITOIRES, territoireHolds } from '#app/domain/territoires/cadres.ts'

/** A street address; degrees rounded to 3 decimals (about 100 m), as a position stands in our URLs. */
export type Adresse = { nom: string; codePostal: string; commune: string; lat: number; lon: number }

/** Municipalities are ours to find. */
const TYPES = ['housenumber', 'street', 'locality']
/** Below, the geocoder has guessed (a nonsense address scored 0.34); whoever typed still chooses among the rest. */
const SCORE_MIN = 0.5
const ADRESSES_MAX = 5
const TEXT_MAX = 120

type Feature = { geometry?: { coordinates?: unknown }; properties?: Record<string, unknown> }

/** The addresses of a geocoder's answer. What is malformed, ill scored or outside France is left out; null: no answer. */
export function readAdresses(body: unknown): Adresse[] | null {
  const features = isObject(body) ? body.features : null
  if (!Array.isArray(features)) return null
  const found = new Map<string, Adresse>()
  for (const feature of features.slice(0, ADRESSES_MAX * 4)) {
    const adresse = isObject(feature) ? readAdresse(feature as Feature) : null
    if (adresse && found.size < ADRESSES_MAX) found.set(`${adresse.nom}|${adresse.codePostal}`, adresse)
  }
  return [...found.values()]
}

function readAdresse({ geometry, properties }: Feature): Adresse | null {
  if (!isObject(geometry) || !isObject(properties)) return null
  const { type, score } = properties
  if (!TYPES.includes(type as string) || typeof score !== 'number' || !(score >= SCORE_MIN)) return null
  const [nom, codePostal, commune] = [properties.name, properties.postcode, properties.city].map(readText)
  const point = readPoint(geometry.coordinates)
  return nom && commune && point ? { nom, codePostal: codePostal ?? '', commune, ...point } : null
}

function readPoint(coordinates: unknown): { lat: number; lon: number } | null {
  if (!Array.isArray(coordinates)) return null
  const [lon, lat] = coordinates.map((degrees) =>
    typeof degrees === 'number' ? Math.round(degrees * 1000) / 1000 : NaN,
  )
  if (lat === undefined || lon === undefined) return null
  return [METROPOLE, ...TERRITOIRES].some((territoire) => territoireHolds(territoire, { lat, lon }))
    ? { lat, lon }
    : null
}

function readText(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const text = value
    .slice(0, TEXT_MAX)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  return text === '' ? null : text
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
