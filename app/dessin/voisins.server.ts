import { contoursDeFrance } from './france.server.ts'

let voisins: Map<string, Set<string>> | undefined

/** The departments that touch this one, by code: their outlines share points. None across the sea, nor without outline. */
export function voisinsDe(code: string): string[] {
  voisins ??= touching()
  return [...(voisins.get(code) ?? [])].sort()
}

function touching(): Map<string, Set<string>> {
  const byPoint = new Map<string, Set<string>>()
  for (const { properties, geometry } of contoursDeFrance()) {
    const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()
    for (const point of rings.flat()) addTo(byPoint, point.join(), properties.code)
  }
  const byCode = new Map<string, Set<string>>()
  for (const codes of byPoint.values())
    for (const one of codes) for (const other of codes) if (one !== other) addTo(byCode, one, other)
  return byCode
}

function addTo(map: Map<string, Set<string>>, key: string, value: string): void {
  map.set(key, (map.get(key) ?? new Set<string>()).add(value))
}
