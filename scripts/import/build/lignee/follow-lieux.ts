import { shortId } from '#app/lecture/identity.ts'
import { type Change, champsChanges } from './changements.ts'
import { matchSides } from './match-lieux.ts'
import type { LieuSuivi, Trace } from './trace.ts'

/** An id that was a place's and is no more. `versId`: the place that took it over; null when it is gone. */
export type Ancien = Omit<LieuSuivi, 'codePostal' | 'dit'> & {
  id: string
  versId: string | null
  /** YYYY-MM-DD of the last file that had it, and of the first that did not. */
  vuLe: string
  disparuLe: string
}

/** What has been followed so far, as it is kept from one import to the next. */
export type EtatLignee = {
  vivants: readonly Trace[] | null
  vuLe: string
  anciens: readonly Ancien[]
  depuis: readonly (readonly [id: string, millesime: string])[]
  changes: readonly (readonly [id: string, change: Change])[]
}

const RIEN: EtatLignee = { vivants: null, vuLe: '', anciens: [], depuis: [], changes: [] }

/** Follows places from file to file, oldest first: what was seen keeps its id, whatever became of its row. */
export function startLignee(avant: EtatLignee = RIEN) {
  let { vivants, vuLe } = avant
  const anciens = new Map(avant.anciens.map((ancien) => [ancien.id, ancien]))
  const depuis = new Map(avant.depuis)
  const changes = new Map(avant.changes)

  /** Gives their ids to the places of the next file, which are then the lineage's. */
  function followFile(suivants: readonly Trace[], millesime: string): void {
    const { ancetreOf, fusionOf } = matchSides(vivants ?? [], suivants)
    const pris = new Set(Array.from(ancetreOf.values(), ({ id }) => id))
    for (const trace of suivants) {
      const ancetre = ancetreOf.get(trace)
      trace.id = ancetre?.id ?? idLibre(trace.own, pris)
      if (!ancetre && vivants !== null) depuis.set(trace.id, millesime)
      const champs = ancetre ? champsChanges(ancetre.fiche.dit, trace.fiche.dit) : []
      if (champs.length > 0) changes.set(trace.id, { le: millesime, champs })
    }
    for (const trace of vivants ?? []) {
      if (pris.has(trace.id)) continue
      const { codePostal: _, dit: __, ...fiche } = trace.fiche
      const versId = fusionOf.get(trace)?.id ?? null
      anciens.set(trace.id, { ...fiche, id: trace.id, versId, vuLe, disparuLe: millesime })
    }
    // A place that comes back is no longer gone.
    for (const id of pris) anciens.delete(id)
    vivants = suivants
    vuLe = millesime
  }

  /** Every id that was and is no more, each leading to a place of the last file, or nowhere. */
  function endFollowing(): Ancien[] {
    return [...anciens.values()].map((ancien) => ({ ...ancien, versId: suite(ancien, anciens) }))
  }

  /** The millésime of the first file that had a place; null when the oldest had it already. */
  function depuisOf(id: string): string | null {
    return depuis.get(id) ?? null
  }

  /** What changed last in a place, and in which file; null when nothing has. */
  function changeOf(id: string): Change | null {
    return changes.get(id) ?? null
  }

  function etat(): EtatLignee {
    return { vivants, vuLe, anciens: [...anciens.values()], depuis: [...depuis], changes: [...changes] }
  }

  return { followFile, endFollowing, depuisOf, changeOf, etat }
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
