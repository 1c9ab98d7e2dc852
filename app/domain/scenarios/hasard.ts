export type Random = () => number

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32, public domain, by Tommy Ettinger). */
export function createRandom(seed: number): Random {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/**
 * `nombre` different ranks from 0 to `total` − 1, in the order drawn: the first steps of a Fisher–Yates shuffle of
 * 0, 1, 2… At step i the rank at i changes place with the one at i + ⌊hazard × (total − i)⌋. Every set is as likely as
 * another, and a longer draw of the same seed begins with a shorter one.
 */
export function drawRanks(total: number, nombre: number, graine: number): Uint32Array {
  const random = createRandom(graine)
  const rangs = Uint32Array.from({ length: total }, (_, rang) => rang)
  for (let i = 0; i < nombre; i += 1) {
    const j = i + Math.floor(random() * (total - i))
    const pris = rangs[j] as number
    rangs[j] = rangs[i] as number
    rangs[i] = pris
  }
  return rangs.slice(0, nombre)
}
