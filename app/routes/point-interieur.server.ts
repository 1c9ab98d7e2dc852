type Point = readonly [x: number, y: number]

const PAS = 24

/**
 * The point of a ring's inside that is farthest from its edge, on a grid of 24 × 24: where a number fits best. (A
 * centroid falls on the border of long or bent shapes, such as the Nord.) A ring too thin for the grid gives its first point.
 */
export function pointInterieur(ring: readonly Point[]): Point {
  const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)]
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  const [dx, dy] = [(Math.max(...xs) - left) / PAS, (Math.max(...ys) - top) / PAS]
  let best: { point: Point; clearance: number } = { point: ring[0] ?? [0, 0], clearance: 0 }
  for (let i = 1; i < PAS; i++) {
    for (let j = 1; j < PAS; j++) {
      const point: Point = [left + i * dx, top + j * dy]
      const clearance = isInside(point, ring) ? distanceToEdge(point, ring) : 0
      if (clearance > best.clearance) best = { point, clearance }
    }
  }
  return best.point
}

function sides(ring: readonly Point[]): [Point, Point][] {
  return ring.flatMap((point, rang): [Point, Point][] => {
    const previous = ring.at(rang - 1)
    return previous === undefined ? [] : [[previous, point]]
  })
}

/** Crossings of the half-line to the right: an odd number is inside. */
function isInside([x, y]: Point, ring: readonly Point[]): boolean {
  const crossed = sides(ring).filter(
    ([[ax, ay], [bx, by]]) => ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax),
  )
  return crossed.length % 2 === 1
}

function distanceToEdge([x, y]: Point, ring: readonly Point[]): number {
  const distances = sides(ring).map(([[ax, ay], [bx, by]]) => {
    const length = (bx - ax) ** 2 + (by - ay) ** 2
    const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length))
    return Math.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay))
  })
  return Math.min(...distances)
}
