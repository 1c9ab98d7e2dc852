import type { MapPoint } from '#app/domain/carte/points.ts'

const METROPOLE = { lat: 46.6, lon: 2.4, spread: 2.6 }
const OUTRE_MER = [
  { lat: 16.2, lon: -61.5, spread: 0.15 },
  { lat: 4.5, lon: -52.6, spread: 0.5 },
  { lat: -21.1, lon: 55.5, spread: 0.15 },
  { lat: -12.8, lon: 45.15, spread: 0.08 },
]

/** Points as the field has them: towns of very unequal size, a sixth of the points on their town's very centre. */
export function clusteredPoints({
  lieux,
  structures,
  seed,
}: {
  lieux: number
  structures: number
  seed: number
}): MapPoint[] {
  const random = randomOf(seed)
  const bell = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  const towns = Array.from({ length: 3_000 }, () => {
    const territoire = random() < 0.9 ? METROPOLE : (OUTRE_MER[Math.floor(random() * OUTRE_MER.length)] ?? METROPOLE)
    return { lat: territoire.lat + bell() * territoire.spread * 0.7, lon: territoire.lon + bell() * territoire.spread }
  })
  function place(objet: MapPoint['objet'], rank: number): MapPoint {
    // The cube favours the first towns, as large towns have most of the places.
    const town = towns[Math.floor(random() ** 3 * towns.length)] as { lat: number; lon: number }
    const approximate = random() < (objet === 'lieu' ? 0.16 : 0.9)
    const away = approximate ? 0 : 0.015
    const point = { objet, numero: rank + 1, lat: town.lat + bell() * away, lon: town.lon + bell() * away, approximate }
    return objet === 'lieu' ? point : { ...point, postes: 1 + Math.floor(random() * 4) }
  }
  return [
    ...Array.from({ length: lieux }, (_, rank) => place('lieu', rank)),
    ...Array.from({ length: structures }, (_, rank) => place('structure', rank)),
  ]
}

/** mulberry32: the same numbers from the same seed, on any machine. */
function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
