/** From so many places, a source that says the same of each says nothing of any. */
const MIN_LIEUX = 50

/**
 * 1 for each place whose source states the very same services of all its places: what one does not state is then
 * unknown, not absent. `services`: bits by row; those that state nothing are left aside.
 */
export function generiques(sources: readonly (string | null)[], services: Uint16Array): Uint8Array {
  const seen = new Map<string | null, { count: number; bits: number | null }>()
  for (const [row, source] of sources.entries()) {
    const bits = services[row] as number
    if (bits === 0) continue
    const known = seen.get(source)
    if (known === undefined) seen.set(source, { count: 1, bits })
    else seen.set(source, { count: known.count + 1, bits: known.bits === bits ? bits : null })
  }
  return Uint8Array.from(sources, (source, row) => {
    const said = seen.get(source)
    return services[row] !== 0 && said && said.bits !== null && said.count >= MIN_LIEUX ? 1 : 0
  })
}
