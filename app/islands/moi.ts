import { celluleOf } from '#app/domain/distance/cellule.ts'
import type { Point } from '#app/domain/distance/distance.ts'

/**
 * Where the visitor is, given by the button: remembered until the tab is closed, here alone. No address holds it and
 * nothing is asked with it but the list of its cell (docs/regles.md §14).
 */
const CLE = 'ma-position'

/** What a browser that keeps nothing remembers, until the page is left. */
let ici = ''

/** Degrees with 4 decimals, 10 m: no device knows better. */
const DECIMALS = 4

/** Remembers a position; its cell. */
export function keepMine({ latitude, longitude }: GeolocationCoordinates): string {
  const [lat, lon] = [latitude, longitude].map((degrees) => Number(degrees.toFixed(DECIMALS))) as [number, number]
  ici = `${lat} ${lon}`
  try {
    sessionStorage.setItem(CLE, ici)
  } catch {
    // This page knows it.
  }
  return celluleOf({ lat, lon })
}

/** Where the visitor is, when it is in the cell of this address; else null. */
export function mineIn(url: string): Point | null {
  const cellule = new URL(url, location.href).searchParams.get('cellule')
  const moi = cellule === null ? null : read()
  return moi !== null && celluleOf(moi) === cellule ? moi : null
}

function read(): Point | null {
  const [lat, lon] = kept().split(' ').map(Number)
  return lat === undefined || lon === undefined ? null : { lat, lon }
}

function kept(): string {
  try {
    return sessionStorage.getItem(CLE) ?? ici
  } catch {
    return ici
  }
}
