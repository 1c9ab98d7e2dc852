import type { Point } from '#app/domain/distance/distance.ts'
import type { AdresseDite } from './emplacement.ts'
import type { Commune, Territoire } from './territoire.ts'

/**
 * The commune of a place, by its four witnesses (docs/regles.md §3): that which most of them name. Of equal numbers, that
 * of a name and a point that agree where the code's cannot be (a code is often made from the postcode), then of the INSEE
 * code, the postcode and the name, the name within the postcode's department, the postcode, the point. Null when none is
 * named, or several alike. `coded`: the commune of the INSEE code.
 */
export function elect(
  said: AdresseDite,
  coded: Commune | null,
  point: Point | null,
  territoire: Territoire,
): Commune | null {
  const { noms } = territoire
  const here = territoire.communesOfCodePostal(said.codePostal)
  if (coded === null && said.codePostal === null && point === null) return namedAlone(said, territoire)
  const named = namedBy(said, coded, point, territoire)
  // As most rows are: nothing to weigh.
  const [both, ...others] = here.filter((one) => named.includes(one))
  if (both && others.length === 0 && (coded === null || coded === both)) return both
  const codedNear = coded !== null && point !== null && isNear(point, coded, territoire)
  const candidates = [...new Set([...(coded ? [coded] : []), ...named, ...here])]
  const ranked = candidates
    .map((commune) => ({ commune, rang: rangOf(commune) }))
    .filter(({ rang }) => rang !== null) as { commune: Commune; rang: number }[]
  const most = Math.max(...ranked.map(({ rang }) => rang))
  const best = ranked.filter(({ rang }) => rang === most).map(({ commune }) => commune)
  if (best.length === 1) return best[0] as Commune
  const at = point && territoire.communeAt(point)
  return at && best.includes(at) ? at : null

  /** Votes first, then what decides between equals; null for a commune that a name far away alone names. */
  function rangOf(commune: Commune): number | null {
    const [code, postal, nom] = [commune === coded, here.includes(commune), named.includes(commune)]
    const vu = point !== null && isNear(point, commune, territoire)
    const votes = [code, postal, nom, vu].filter(Boolean).length
    const voisin = nom && territoire.isOfCodePostal(commune, said.codePostal)
    if (!code && !postal && !voisin && !(nom && vu)) return null
    // A name of today before the same name of the past, and both before one that misses a letter.
    const today = nom && noms.named(said.communeNom ?? '').includes(commune)
    const exact = today || (nom && noms.formerly(said.communeNom ?? '').includes(commune))
    const order = [nom && vu && !codedNear, code, postal && nom, voisin && exact, postal, voisin, today]
    return order.reduce((rang, holds) => 2 * rang + (holds ? 1 : 0), votes)
  }
}

/** Where a name is the only witness: the one commune that bears it today, else that did. Nothing is forgiven it. */
function namedAlone({ communeNom: nom }: AdresseDite, { noms }: Territoire): Commune | null {
  const today = noms.named(nom ?? '')
  const [only = null, ...others] = today.length > 0 ? today : noms.formerly(nom ?? '')
  return others.length === 0 ? only : null
}

/** The two numbers of a point may have been swapped: it is the same witness. */
function isNear({ lat, lon }: Point, commune: Commune, { believes }: Territoire): boolean {
  return [
    { lat, lon },
    { lat: lon, lon: lat },
  ].some((point) => Math.abs(point.lat) <= 90 && believes(point, commune, commune.departement))
}

/** Those that the name may be of: exactly, today or formerly; else but for an article, a letter or an end, near the others. */
function namedBy(said: AdresseDite, coded: Commune | null, point: Point | null, territoire: Territoire): Commune[] {
  const { communeNom: nom, codePostal } = said
  if (!nom) return []
  const { noms } = territoire
  const here = territoire.communesOfCodePostal(codePostal)
  // A CEDEX is named for the post: Sophia Antipolis, a name that Valbonne bore, is in three communes.
  const cedex = codePostal !== null && here.length === 0
  const exactes = [...noms.named(nom), ...(cedex ? [] : noms.formerly(nom))]
  if (exactes.some((one) => one === coded || territoire.isOfCodePostal(one, codePostal))) return exactes
  const proche = noms.near(nom, here, LETTRES_AU_CODE_POSTAL) ?? noms.alike(nom, here)
  if (proche) return [...exactes, proche]
  // Another commune is so named: it is not misspelt here.
  if (exactes.length > 0) return exactes
  const departement =
    coded?.departement ??
    territoire.departementOfCedex(codePostal) ??
    (point && codePostal === null ? territoire.departementAt(point) : null)
  const voisine = departement && noms.near(nom, territoire.communesOfDepartement(departement), LETTRES_AU_DEPARTEMENT)
  return voisine ? [voisine] : []
}

/** Among the few communes of a postcode a name may miss two letters, when it is long; among hundreds, one. */
const LETTRES_AU_CODE_POSTAL = 2
const LETTRES_AU_DEPARTEMENT = 1
