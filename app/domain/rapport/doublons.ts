import { distanceKm } from '../distance/distance.ts'
import { fold } from '../texte/fold.ts'
import { formatDate, formatTelephone } from '../texte/format.ts'
import { isApproximate, type Precision } from '../vocabulary.ts'

/** What tells two places apart. */
export type FicheComparee = {
  numero: number
  nom: string
  adresse: string | null
  codePostal: string | null
  communeCode: string | null
  communeNom: string | null
  telephone: string | null
  courriels: readonly string[]
  horaires: string | null
  dateMaj: string | null
  source: string | null
  lat: number | null
  lon: number | null
  precision: Precision
}

export const SIGNES = ['nom', 'telephone', 'point'] as const
export type Signe = (typeof SIGNES)[number]
export const SIGNE_LABELS: Record<Signe, string> = {
  nom: 'même nom',
  telephone: 'même téléphone',
  point: 'positions à moins de 100 m',
}

/** Two entrances of one building, or one address found twice, are within it. */
const MEME_POINT_KM = 0.1
/** Beyond, two places of one name and one switchboard in a town are two branches. */
const MEME_QUARTIER_KM = 0.5

/**
 * Why two places may be one; [] when nothing says so. One sign alone is no reason: a town hall and its library share a
 * point, the places of a commune its switchboard, and "Mairie" is everywhere. Two of three are needed, never more than
 * 500 m apart; between approximate positions, in one commune. Two house numbers are two places, and visits at home are
 * another service of the same desk. The import has joined those of one name and address.
 */
export function signesDeDoublon(a: FicheComparee, b: FicheComparee): Signe[] {
  if (isAtHome(a) !== isAtHome(b)) return []
  const km = distanceBetween(a, b)
  const near = km === null ? a.communeCode !== null && a.communeCode === b.communeCode : km <= MEME_QUARTIER_KM
  if (!near) return []
  const signes: Signe[] = []
  if (fold(a.nom) === fold(b.nom)) signes.push('nom')
  if (a.telephone !== null && a.telephone === b.telephone) signes.push('telephone')
  if (km !== null && km <= MEME_POINT_KM && !haveTwoNumbers(a, b)) signes.push('point')
  return signes.length >= 2 ? signes : []
}

function isAtHome({ nom }: FicheComparee): boolean {
  return fold(nom).includes('a domicile')
}

/** Both addresses begin with a number, and not the same. */
function haveTwoNumbers(a: FicheComparee, b: FicheComparee): boolean {
  const [left, right] = [a, b].map(({ adresse }) => /^\d+/.exec(adresse ?? '')?.[0])
  return left !== undefined && right !== undefined && left !== right
}

/** Kilometres; null unless both positions are precise: two centres of one commune are no distance. */
function distanceBetween(a: FicheComparee, b: FicheComparee): number | null {
  if (isApproximate(a.precision) || isApproximate(b.precision)) return null
  if (a.lat === null || a.lon === null || b.lat === null || b.lon === null) return null
  return distanceKm({ lat: a.lat, lon: a.lon }, { lat: b.lat, lon: b.lon })
}

export type Doublon<T> = { a: T; b: T; signes: Signe[] }

/** The pairs of places that may be one, those with the most signs first. */
export function doublonsPossibles<T extends FicheComparee>(fiches: readonly T[]): Doublon<T>[] {
  // Two of three signs hold the name or the telephone: only those that share one are compared.
  const groups = new Map<string, T[]>()
  for (const fiche of fiches) {
    for (const key of [`nom ${fold(fiche.nom)}`, fiche.telephone && `tel ${fiche.telephone}`]) {
      if (key) groups.set(key, [...(groups.get(key) ?? []), fiche])
    }
  }
  const found = new Map<string, Doublon<T>>()
  for (const group of groups.values()) {
    for (const [rang, a] of group.entries()) {
      for (const b of group.slice(rang + 1)) {
        const signes = signesDeDoublon(a, b)
        if (signes.length > 0) found.set(`${a.numero} ${b.numero}`, { a, b, signes })
      }
    }
  }
  return [...found.values()].sort((x, y) => y.signes.length - x.signes.length || x.a.numero - y.a.numero)
}

export type Difference = { champ: string; a: string | null; b: string | null }

/** What two places do not say alike, field by field. */
export function differencesOf(a: FicheComparee, b: FicheComparee): Difference[] {
  const said = (f: FicheComparee): [string, string | null][] => [
    ['Nom', f.nom],
    ['Adresse', [f.adresse, f.codePostal, f.communeNom].filter(Boolean).join(', ') || null],
    ['Téléphone', f.telephone && formatTelephone(f.telephone)],
    ['Courriel', f.courriels.join(', ') || null],
    ['Horaires', f.horaires],
    ['Mise à jour', f.dateMaj && formatDate(f.dateMaj)],
    ['Source', f.source],
  ]
  const autres = new Map(said(b))
  return said(a).flatMap(([champ, valeur]) => {
    const autre = autres.get(champ) ?? null
    return valeur === autre ? [] : [{ champ, a: valeur, b: autre }]
  })
}
