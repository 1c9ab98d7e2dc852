import { shortId } from '#app/lecture/identity.ts'
import type { LieuSuivi, LieuxGardes } from './keep-lieux.ts'
import { type Cote, matchSides } from './match-lieux.ts'

/** An id that was a place's and is no more. `versId`: the place that took it over; null when it is gone. */
export type Ancien = Omit<LieuSuivi, 'codePostal'> & {
  id: string
  versId: string | null
  /** YYYY-MM-DD of the last file that had it, and of the first that did not. */
  vuLe: string
  disparuLe: string
}

/** Follows places from file to file, oldest first: what was seen keeps its id, whatever became of its row. */
export function startLignee() {
  let vivants: Cote | null = null
  let vuLe = ''
  const anciens = new Map<string, Ancien>()
  const depuis = new Map<string, string>()

  /**
   * The places of the next file, which are then the lineage's; gives the id of each, by its rank, and the one that it
   * would have had alone.
   */
  function followFile(traces: LieuxGardes, millesime: string): { ids: string[]; own: string[] } {
    const own = traces.ids()
    const { ancetreOf, fusionOf } = matchSides(vivants, { traces, ids: own })
    const kept = own.map((_, rang) => vivants?.ids[ancetreOf[rang] as number] ?? null)
    const pris = new Set(kept.filter((id) => id !== null))
    const ids = own.map((alone, rang) => {
      const id = kept[rang] ?? idLibre(alone, pris)
      if (kept[rang] === null && vivants !== null) depuis.set(id, millesime)
      return id
    })
    for (const [rang, id] of (vivants?.ids ?? []).entries()) {
      if (pris.has(id)) continue
      const { codePostal: _, ...fiche } = (vivants as Cote).traces.fiche(rang)
      const versId = ids[fusionOf[rang] as number] ?? null
      anciens.set(id, { ...fiche, id, versId, vuLe, disparuLe: millesime })
    }
    // A place that comes back is no longer gone.
    for (const id of pris) anciens.delete(id)
    vivants?.traces.forget()
    vivants = { traces, ids }
    vuLe = millesime
    return { ids, own }
  }

  /** Every id that was and is no more, each leading to a place of the last file, or nowhere. */
  function endFollowing(): Ancien[] {
    vivants?.traces.forget()
    return [...anciens.values()].map((ancien) => ({ ...ancien, versId: suite(ancien, anciens) }))
  }

  /** The millésime of the first file that had a place; null when the oldest had it already. */
  function depuisOf(id: string): string | null {
    return depuis.get(id) ?? null
  }

  return { followFile, endFollowing, depuisOf }
}

/** Through the places that took it over one after the other. */
function suite(ancien: Ancien, anciens: ReadonlyMap<string, Ancien>): string | null {
  const vus = new Set([ancien.id])
  let vers = ancien.versId
  while (vers !== null && anciens.has(vers) && !vus.has(vers)) {
    vus.add(vers)
    vers = anciens.get(vers)?.versId ?? null
  }
  return vers !== null && vus.has(vers) ? null : vers
}

/** A place that bears the name another one had, whose id lives on under its new name, takes the next one. */
function idLibre(id: string, pris: Set<string>): string {
  let libre = id
  for (let n = 2; pris.has(libre); n += 1) libre = shortId(`${id}|${n}`)
  pris.add(libre)
  return libre
}
