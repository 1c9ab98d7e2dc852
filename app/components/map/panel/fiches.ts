import type { MapFiche, Objet, PointRef } from '#app/domain/carte/points.ts'

/** The parameter of each layer in `/fiches.json?l=12,45&s=3`. */
const PARAMETERS: Record<Objet, string> = { lieu: 'l', 'france-services': 'f', autre: 'a', structure: 's' }

/** The names and addresses of these points, in the same order; those that the site no longer knows are left out. */
export async function fetchFiches(
  fichesUrl: string,
  points: readonly PointRef[],
  signal?: AbortSignal,
): Promise<MapFiche[]> {
  const response = await fetch(fichesAddress(fichesUrl, points), signal === undefined ? {} : { signal })
  if (!response.ok) throw new Error(`${fichesUrl}: ${response.status}`)
  const { fiches } = (await response.json()) as { fiches: MapFiche[] }
  return points.flatMap(
    (point) => fiches.find((fiche) => fiche.objet === point.objet && fiche.numero === point.numero) ?? [],
  )
}

/** `/fiches.json?l=12,45&s=3`; what the url asks already comes first. */
export function fichesAddress(fichesUrl: string, points: readonly PointRef[]): string {
  const parts = Object.entries(PARAMETERS).flatMap(([objet, parameter]) => {
    const numeros = points.filter((point) => point.objet === objet).map((point) => point.numero)
    return numeros.length === 0 ? [] : [`${parameter}=${numeros.join(',')}`]
  })
  return `${fichesUrl}${fichesUrl.includes('?') ? '&' : '?'}${parts.join('&')}`
}
