import { hrefNear } from './near-href.ts'

/** What `/api/v1/recherche` finds. */
export type Resultat = {
  type: 'commune' | 'arrondissement' | 'departement' | 'region' | 'lieu' | 'structure' | 'besoin' | 'adresse'
  code: string
  nom: string
  contexte: string
  lat?: number
  lon?: number
}

const KEPT_MAX = 50
/** What a phone shows without scrolling far; communes may be five, so that the rest is seen too. */
const EACH_MAX: Record<Resultat['type'], number> = {
  ...{ commune: 5, arrondissement: 5, departement: 2, region: 1 },
  ...{ adresse: 5, lieu: 3, structure: 2, besoin: 1 },
}

const kept = new Map<string, Resultat[]>()
let pending: AbortController | undefined

/** The choices for a text, some of each kind; null when a newer text took over or when nothing answers. */
export async function propose(q: string): Promise<Resultat[] | null> {
  pending?.abort()
  const known = kept.get(q)
  if (known) return known
  pending = new AbortController()
  try {
    const response = await fetch(`/api/v1/recherche?${new URLSearchParams({ q })}`, { signal: pending.signal })
    if (!response.ok) return null
    const { resultats } = (await response.json()) as { resultats: Resultat[] }
    return keep(q, someOfEach(resultats))
  } catch {
    return null
  }
}

function someOfEach(resultats: Resultat[]): Resultat[] {
  const left = { ...EACH_MAX }
  return resultats.filter(({ type }) => {
    left[type] -= 1
    return left[type] >= 0
  })
}

function keep(q: string, resultats: Resultat[]): Resultat[] {
  for (const oldest of kept.keys()) {
    if (kept.size < KEPT_MAX) break
    kept.delete(oldest)
  }
  kept.set(q, resultats)
  return resultats
}

/** Where a choice leads; the list keeps its other filters. */
export function hrefOf(
  { type, code, lat, lon }: Pick<Resultat, 'type' | 'code' | 'lat' | 'lon'>,
  { pathname, search }: { pathname: string; search: string },
): string {
  if (type === 'lieu') return `/lieux/${encodeURIComponent(code)}`
  if (type === 'structure') return `/structures/${encodeURIComponent(code)}`
  if (type === 'besoin') return `/besoins#${code}`
  return hrefNear(whereOf(type, code, lat, lon), pathname === '/' ? search : '')
}

function whereOf(type: Resultat['type'], code: string, lat?: number, lon?: number): [string, string][] {
  if (type === 'departement' || type === 'region') return code.split(',').map((one) => ['departement', one])
  if (type !== 'adresse') return [['commune', code]]
  return [
    ['lat', String(lat)],
    ['lon', String(lon)],
  ]
}
