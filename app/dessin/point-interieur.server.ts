type PlanePoint = readonly [x: number, y: number]

const PAS = 24

/**
 * The point of a ring's inside that is farthest from its edge, on a grid of 24 × 24: where a number fits best. (A
 * centroid falls on the border of long or bent shapes, such as the Nord.) A ring too thin for the grid gives its first point.
 */
export function pointInterieur(ring: readonly PlanePoint[]): PlanePoint {
  const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)]
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  const [dx, dy] = [(Math.max(...xs) - left) / PAS, (Math.max(...ys) - top) / PAS]
  // Once for the 576 points: walked again for each, the outlines of France took seconds on a busy machine.
  const edges = sides(ring)
  let best: { point: PlanePoint; clearance: number } = { point: ring[0] ?? [0, 0], clearance: 0 }
  for (let i = 1; i < PAS; i++) {
    for (let j = 1; j < PAS; j++) {
      const point: PlanePoint = [left + i * dx, top + j * dy]
      const clearance = squaredClearance(point, edges, best.clearance)
      if (clearance > best.clearance && isInside(point, edges)) best = { point, clearance }
    }
  }
  return best.point
}

type Side = readonly [PlanePoint, PlanePoint]

function sides(ring: readonly PlanePoint[]): Side[] {
  return ring.flatMap((point, rang): Side[] => {
    const previous = ring.at(rang - 1)
    return previous === undefined ? [] : [[previous, point]]
  })
}

/** Crossings of the half-line to the right: an odd number is inside. */
function isInside([x, y]: PlanePoint, edges: readonly Side[]): boolean {
  let inside = false
  for (const [[ax, ay], [bx, by]] of edges) {
    if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside
  }
  return inside
}

/** The square of the distance to the edge, or of one that is no more than `enough` already: most points are soon out. */
function squaredClearance([x, y]: PlanePoint, edges: readonly Side[], enough: number): number {
  let least = Number.POSITIVE_INFINITY
  for (const [[ax, ay], [bx, by]] of edges) {
    const length = (bx - ax) ** 2 + (by - ay) ** 2
    const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length))
    const [dx, dy] = [x - ax - along * (bx - ax), y - ay - along * (by - ay)]
    least = Math.min(least, dx * dx + dy * dy)
    if (least <= enough) return least
  }
  return least
}
