/** It has no types of its own. */
declare module 'polylabel' {
  type PlanePoint = [x: number, y: number]
  /** The point of a polygon's inside that is farthest from its rings, to within `precision`. */
  export default function polylabel(polygon: readonly PlanePoint[][], precision?: number): PlanePoint
}
