/** Web Mercator (EPSG:3857) as fractions of its square: (0, 0) is the north-west corner, (1, 1) the south-east. */

const MAX_LATITUDE = 85.0511287798066

export function worldX(lon: number): number {
  return lon / 360 + 0.5
}

export function worldY(lat: number): number {
  const sine = Math.sin((Math.max(-MAX_LATITUDE, Math.min(MAX_LATITUDE, lat)) * Math.PI) / 180)
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)
}

/** The inverses: degrees of a fraction of the square. */
export function longitudeOf(x: number): number {
  return (x - 0.5) * 360
}

export function latitudeOf(y: number): number {
  return (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI
}
