import type { Point } from '#app/domain/distance/distance.ts'
import type { Journal } from './journal.ts'
import { degreesOfLambert93 } from './lambert93.ts'
import { readText } from './text.ts'

type Cells = Record<string, string>

/**
 * A latitude and a longitude in degrees. A decimal comma is put right; degrees and minutes, Lambert-93 metres, and both
 * numbers in one cell are converted; `0,0` is absent.
 */
export function readCoordinates(cells: Cells, journal: Journal): Point | null {
  const [latitude, longitude] = [readText(cells, 'latitude', journal), readText(cells, 'longitude', journal)]
  if (latitude === null && longitude === null) return null
  const converti = convert(latitude, longitude)
  if (converti !== null) {
    const { lat, lon } = converti
    // Without the other column, a corrected file has nowhere to put it.
    const both = cells.latitude !== undefined && cells.longitude !== undefined
    const raw = [latitude, longitude].filter((one) => one !== null).join(' ; ')
    journal.note('latitude', 'coordonnees.converties', raw, both ? `${lat}, ${lon}` : null)
    return converti
  }
  const [lat, lon] = [readDegrees(latitude, 'latitude', journal), readDegrees(longitude, 'longitude', journal)]
  if (lat === null || lon === null || (lat === 0 && lon === 0)) return null
  if (Math.abs(lat) <= 180 && Math.abs(lon) <= 180 && (Math.abs(lat) <= 90 || Math.abs(lon) <= 90)) return { lat, lon }
  journal.note('latitude', 'coordonnees.invalides', `${lat}, ${lon}`)
  return null
}

/** No coordinate is longer. */
const COORDONNEE_MAX = 60

/** What is no pair of decimal degrees and can be made one; null for the rest. */
function convert(latitude: string | null, longitude: string | null): Point | null {
  const [first = '', second = ''] =
    latitude === null || longitude === null ? splitPair(latitude ?? longitude ?? '') : []
  const [y, x] = first ? [first, second] : [latitude ?? '', longitude ?? '']
  if (y.length > COORDONNEE_MAX || x.length > COORDONNEE_MAX) return null
  const [lat, lon] = [numberOf(y), numberOf(x)]
  if (lat !== null && lon !== null)
    return first && inDegrees(lat, lon) ? { lat, lon } : (lambert(lon, lat) ?? lambert(lat, lon))
  const [north, east] = [sexagesimal(y, 'NS'), sexagesimal(x, 'EWO')]
  return north !== null && east !== null ? { lat: north, lon: east } : null
}

/** "43.0569, 2.2186", "43,0569 ; 2,2186" in one cell → its two numbers. */
function splitPair(text: string): string[] {
  if (text.length > COORDONNEE_MAX) return []
  const [, lat = '', lon = ''] =
    text.match(/^[([]?(-?\d+\.\d+)[\s,;|/]+(-?\d+\.\d+)[)\]]?$/) ?? text.match(/^(-?\d+,\d+)[\s;|/]+(-?\d+,\d+)$/) ?? []
  return lat ? [lat, lon] : []
}

function inDegrees(lat: number, lon: number): boolean {
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 && !(lat === 0 && lon === 0)
}

/** Metres of Lambert-93, over mainland France and Corsica alone. */
function lambert(x: number, y: number): Point | null {
  const inside = x >= 100_000 && x <= 1_300_000 && y >= 6_000_000 && y <= 7_200_000
  return inside ? degreesOfLambert93(x, y) : null
}

/** 43°03'25"N, 2° 13,1' E, or degrees with their letter alone ("43.0569N"); null without a sign that says so. */
const SEXAGESIMAL =
  /^(-?\d{1,3}(?:[.,]\d+)?)\s*(°|deg|º)?\s*(?:(\d{1,2}(?:[.,]\d+)?)\s*['’′])?\s*(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:"|″|”|''))?\s*([NSEWO])?$/i

function sexagesimal(text: string, letters: string): number | null {
  const lu = SEXAGESIMAL.exec(text)
  if (lu === null || (lu[2] === undefined && lu[5] === undefined)) return null
  const [degrees, minutes, seconds] = [lu[1], lu[3], lu[4]].map((one) => Number((one ?? '0').replace(',', '.')))
  const letter = lu[5]?.toUpperCase()
  if ((minutes as number) >= 60 || (seconds as number) >= 60 || (letter && !letters.includes(letter))) return null
  const value = Math.abs(degrees as number) + (minutes as number) / 60 + (seconds as number) / 3600
  const south = letter === 'S' || letter === 'W' || letter === 'O' || lu[1]?.startsWith('-')
  return Number((south ? -value : value).toFixed(6))
}

function numberOf(text: string): number | null {
  const dotted = text.replace(/^(-?\d+),(\d+)$/, '$1.$2')
  return /^-?\d+(\.\d+)?$/.test(dotted) ? Number(dotted) : null
}

function readDegrees(text: string | null, field: string, journal: Journal): number | null {
  if (text === null) return null
  const value = numberOf(text)
  if (value === null) journal.note(field, 'coordonnees.invalides', text)
  else if (text.includes(',')) journal.note(field, 'coordonnees.virgule', text, text.replace(',', '.'))
  return value
}
