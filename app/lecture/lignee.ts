import type { Reseau } from '#app/domain/vocabulary.ts'
import { shortId } from './identity.ts'

/** What is known of a place of one file: its own id, and what it may share with the same place in another file. */
export type Trace = {
  id: string
  reseau: Reseau
  /** Keys of app/lecture/identity.ts. */
  bases: readonly string[]
  homonymes: readonly string[]
  /** Folded addresses. */
  adresses: readonly string[]
  /** The identifiers that the file gave its rows, each part of a merged one ("A_1__B_2"). */
  publies: readonly string[]
  nom: string
  /** Code of its commune, else its name or its postcode: where an identifier may be believed. */
  commune: string
  communeCode: string | null
  communeNom: string | null
  departement: string
  lat: number | null
  lon: number | null
}

/** An id that was a place's and is no more. `versId`: the place that took it over; null when it is gone. */
export type Ancien = Pick<
  Trace,
  'id' | 'nom' | 'communeCode' | 'communeNom' | 'departement' | 'lat' | 'lon' | 'reseau'
> & {
  versId: string | null
  /** YYYY-MM-DD of the last file that had it, and of the first that did not. */
  vuLe: string
  disparuLe: string
}

/** What makes two places of two files the same, the surest first. */
const LIENS: { force: number; keysOf: (trace: Trace) => Iterable<string> }[] = [
  { force: 0, keysOf: ({ bases, adresses }) => basesSures(bases, adresses) },
  { force: 1, keysOf: ({ reseau, commune, publies }) => publies.map((id) => `${reseau}|${commune}|${id}`) },
  { force: 2, keysOf: ({ homonymes }) => homonymes },
  // The two last hold only where they name one place on each side.
  { force: 3, keysOf: ({ bases }) => bases.filter((base) => base.startsWith('nom|')) },
  {
    force: 4,
    keysOf: ({ reseau, commune, adresses }) => adresses.map((adresse) => `${reseau}|${commune}|${adresse}`),
  },
]
const SEUL_SI_UNIQUE = 3

/** A name in a commune is sure with its address; the other bases are sure by themselves. */
function* basesSures(bases: readonly string[], adresses: readonly string[]): Generator<string> {
  for (const base of bases) {
    if (!base.startsWith('nom|')) yield base
    else for (const adresse of adresses.length > 0 ? adresses : ['']) yield `${base}|${adresse}`
  }
}

/** Follows places from file to file, oldest first: what was seen keeps its id, whatever became of its row. */
export function startLignee() {
  let vivants: Trace[] = []
  let vuLe = ''
  const anciens = new Map<string, Ancien>()
  const depuis = new Map<string, string>()

  /** The places of the next file; gives the id of each, by the id that it would have had alone. */
  function suivre(traces: readonly Trace[], millesime: string): Map<string, string> {
    const { ancetreOf, fusions } = rapprocher(vivants, traces)
    const ids = new Map<string, string>()
    const pris = new Set<string>()
    for (const trace of traces) {
      const ancetre = ancetreOf.get(trace)
      if (ancetre) {
        ids.set(trace.id, ancetre.id)
        pris.add(ancetre.id)
      }
    }
    for (const trace of traces) {
      if (ids.has(trace.id)) continue
      const id = idLibre(trace.id, pris)
      ids.set(trace.id, id)
      if (vuLe !== '') depuis.set(id, millesime)
    }
    const next = traces.map((trace) => ({ ...trace, id: ids.get(trace.id) ?? trace.id }))
    for (const { id, nom, communeCode, communeNom, departement, lat, lon, reseau } of vivants) {
      if (pris.has(id)) continue
      const heir = fusions.get(id)
      const versId = heir ? (ids.get(heir.id) ?? null) : null
      const where = { communeCode, communeNom, departement, lat, lon }
      anciens.set(id, { id, nom, ...where, reseau, versId, vuLe, disparuLe: millesime })
    }
    // A place that comes back is no longer gone.
    for (const id of pris) anciens.delete(id)
    vivants = next
    vuLe = millesime
    return ids
  }

  /** Every id that was and is no more, each leading to a place of the last file, or nowhere. */
  function finir(): Ancien[] {
    return [...anciens.values()].map((ancien) => ({ ...ancien, versId: suite(ancien, anciens) }))
  }

  /** The millésime of the first file that had a place; null when the oldest had it already. */
  function depuisOf(id: string): string | null {
    return depuis.get(id) ?? null
  }

  return { suivre, finir, depuisOf }
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

type Arete = { force: number; avant: Trace; apres: Trace }

/**
 * The ancestor of each place, at most one each way, the surest links first; and the places of before that another one
 * took over (`fusions`, by id). The order of the rows changes nothing.
 */
function rapprocher(avant: readonly Trace[], apres: readonly Trace[]) {
  const aretes = LIENS.flatMap((lien) => aretesOf(avant, apres, lien)).sort(
    (a, b) => a.force - b.force || order(a.apres.id, b.apres.id) || order(a.avant.id, b.avant.id),
  )
  const ancetreOf = new Map<Trace, Trace>()
  const heritiers = new Map<Trace, Trace>()
  const fusions = new Map<string, Trace>()
  for (const { force, avant: before, apres: after } of aretes) {
    if (!ancetreOf.has(after) && !heritiers.has(before)) {
      ancetreOf.set(after, before)
      heritiers.set(before, after)
    } else if (force < SEUL_SI_UNIQUE && !heritiers.has(before) && !fusions.has(before.id))
      fusions.set(before.id, after)
  }
  for (const before of heritiers.keys()) fusions.delete(before.id)
  return { ancetreOf, fusions }
}

function aretesOf(avant: readonly Trace[], apres: readonly Trace[], { force, keysOf }: (typeof LIENS)[0]): Arete[] {
  const before = byKey(avant, keysOf)
  const after = byKey(apres, keysOf)
  return [...after].flatMap(([key, nexts]) => {
    const olds = before.get(key) ?? []
    if (force >= SEUL_SI_UNIQUE && (olds.length !== 1 || nexts.length !== 1)) return []
    return nexts.flatMap((next) =>
      olds.filter((old) => old.reseau === next.reseau).map((old) => ({ force, avant: old, apres: next })),
    )
  })
}

function byKey(traces: readonly Trace[], keysOf: (trace: Trace) => Iterable<string>): Map<string, Trace[]> {
  const groups = new Map<string, Trace[]>()
  for (const trace of traces) {
    for (const key of new Set(keysOf(trace))) {
      const group = groups.get(key)
      if (group) group.push(trace)
      else groups.set(key, [trace])
    }
  }
  return groups
}

function order(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
