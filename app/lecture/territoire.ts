import { discRadiusKm, distanceKm, type Point, toleranceKm } from '#app/domain/distance/distance.ts'
import { communeOfArrondissement } from '#app/domain/territoires/codes.ts'
import { estimateRuralite, type Ruralite, ruraliteOfDensite } from '#app/domain/vocabulary.ts'
import type { Geocodes } from './adresses-geocodees.ts'
import type { Contours } from './contours.ts'
import { indexNoms } from './noms-de-communes.ts'
import type { Ancienne } from './toponymes.ts'

/** A commune of today. `surfaceKm2` and the centre may be unknown. */
export type Commune = {
  code: string
  nom: string
  departement: string
  region: string | null
  epci: string | null
  codesPostaux: string[]
  population: number
  anciensCodes: string[]
  centre: Point | null
  surfaceKm2: number | null
  densite: number | null
  ruralite: Ruralite
  ruraliteEstimee: boolean
  frr: string | null
}

export type Departement = { code: string; nom: string; region: string | null; surfaceKm2: number | null }

/** How far a point may lie outside its department's outline: the coast of the outlines is coarse. */
const CONTOUR_MARGIN_KM = 10

/** Of a department's communes: a national file lacks 106 of 34,969, the embedded one three in four. */
const CENTRES_CONNUS = 0.9

/** Saint-Barthélemy and Saint-Martin kept Guadeloupe's postcodes when they left it in 2007. */
const CODES_POSTAUX_COM: Record<string, string> = { '97133': '977', '97150': '978' }

/**
 * What the rules of place need to know of France: look-ups of communes, postcodes, departments. Builds no state.
 * `geocodes`: the addresses whose position is known; absent, none is.
 */
export type Territoire = ReturnType<typeof buildTerritoire> & { geocodes?: Geocodes }

/**
 * @param communes of today, one per code
 * @param departements all of them, the territories overseas included
 * @param contours outlines of departments (a territory without outline accepts any point)
 * @param anciennes the former names of communes
 */
export function buildTerritoire(
  communes: Commune[],
  departements: Departement[],
  contours: Contours,
  anciennes: readonly Pick<Ancienne, 'nom' | 'commune' | 'genre'>[] = [],
) {
  const byCode = new Map(communes.map((commune) => [commune.code, commune]))
  const byOldCode = new Map(communes.flatMap((c) => c.anciensCodes.map((code) => [code, c] as const)))
  const byCodePostal = groupBy(communes, (commune) => commune.codesPostaux)
  // A town within a commune gave its name to no postcode: a CEDEX of it may be of the next one.
  const noms = indexNoms(
    communes,
    anciennes.filter(({ genre }) => genre !== 'localite'),
  )
  const byDepartement = groupBy(communes, (commune) => [commune.departement])
  const departementByCode = new Map(departements.map((one) => [one.code, one]))
  const meanRadiusKm = new Map(
    departements.map((one) => [one.code, estimateRadius(one, byDepartement.get(one.code)?.length ?? 0)]),
  )

  /** The commune of a code; an old code or an arrondissement is followed. */
  function communeOf(code: string | null): Commune | null {
    if (code === null) return null
    return byCode.get(code) ?? byOldCode.get(code) ?? byCode.get(communeOfArrondissement(code) ?? '') ?? null
  }

  /** The commune of that name among those of the postcode; a CEDEX postcode falls back on the same department. */
  function communeNamed(nom: string, codePostal: string | null): Commune | null {
    const here = byCodePostal.get(codePostal ?? '') ?? []
    const named = noms.named(nom)
    const former = noms.formerly(nom)
    const only = (some: readonly Commune[]) => (some.length === 1 ? (some[0] as Commune) : null)
    const near = (some: readonly Commune[]) => some.filter((one) => isOfCodePostal(one, codePostal))
    return (
      only(named.filter((one) => here.includes(one))) ??
      only(near(named)) ??
      only(near(former)) ??
      noms.near(nom, here, 2) ??
      noms.alike(nom, here)
    )
  }

  /** Whether a commune has a postcode of the same territory: its first two digits, three overseas. */
  function isOfCodePostal({ codesPostaux }: Commune, codePostal: string | null): boolean {
    const prefix = codePostal?.slice(0, /^9[78]/.test(codePostal) ? 3 : 2)
    return prefix !== undefined && codesPostaux.some((code) => code.startsWith(prefix))
  }

  function communesOfCodePostal(codePostal: string | null): Commune[] {
    return codePostal === null ? [] : (byCodePostal.get(codePostal) ?? [])
  }

  /** The department of a postcode: that of its communes, all in one; by table for 97133 and 97150. */
  function departementOfCodePostal(codePostal: string | null): string | null {
    if (codePostal === null) return null
    const table = CODES_POSTAUX_COM[codePostal]
    if (table) return table
    const codes = new Set(communesOfCodePostal(codePostal).map((one) => one.departement))
    return codes.size === 1 ? ([...codes][0] as string) : null
  }

  /** The same; of a postcode that no commune bears, that of its first digits. */
  function departementOfCedex(codePostal: string | null): string | null {
    if (codePostal === null || byCodePostal.has(codePostal)) return departementOfCodePostal(codePostal)
    const digits = /^9[78]/.test(codePostal) ? codePostal.slice(0, 3) : codePostal.slice(0, 2)
    const code = digits === '20' ? (/^20[01]/.test(codePostal) ? '2A' : '2B') : digits
    return departementByCode.has(code) ? code : null
  }

  /**
   * True when a point may be in its commune: within `toleranceKm` of the centre
   * (radius: twice the department's mean radius where the surface is unknown); without a centre, within 10 km
   * of the department's outline.
   */
  function believes(point: Point, commune: Commune | null, departement: string | null): boolean {
    if (commune?.centre) return distanceKm(point, commune.centre) <= toleranceKm(radiusOf(commune))
    const code = commune?.departement ?? departement
    return code === null || contours.contains(code, point, CONTOUR_MARGIN_KM)
  }

  function radiusOf(commune: Commune): number {
    if (commune.surfaceKm2 !== null) return discRadiusKm(commune.surfaceKm2)
    return 2 * (meanRadiusKm.get(commune.departement) ?? 5)
  }

  /**
   * The commune whose centre is nearest to a point, in the department that holds it; null where many centres are not
   * known: the nearest known one would be proposed for them.
   */
  function communeAt(point: Point): Commune | null {
    const candidates = communesOfDepartement(contours.departementAt(point, CONTOUR_MARGIN_KM) ?? '')
    const situees = candidates.flatMap((commune) => (commune.centre ? [{ commune, centre: commune.centre }] : []))
    if (situees.length < candidates.length * CENTRES_CONNUS) return null
    const near = situees
      .map(({ commune, centre }) => ({ commune, km: distanceKm(point, centre) }))
      .sort((a, b) => a.km - b.km)[0]
    return near && near.km <= toleranceKm(radiusOf(near.commune)) ? near.commune : null
  }

  function communesOfDepartement(code: string): readonly Commune[] {
    return byDepartement.get(code) ?? []
  }

  /** The centre of the most populated commune of a postcode that has one. */
  function centreOfCodePostal(codePostal: string | null): Point | null {
    return mostPopulated(communesOfCodePostal(codePostal))?.centre ?? null
  }

  /** The centre of the department's most populated commune that has one. */
  function centreOfDepartement(code: string): Point | null {
    return mostPopulated(byDepartement.get(code) ?? [])?.centre ?? null
  }

  return {
    communes,
    departements,
    departementByCode,
    communeOf,
    communeNamed,
    noms,
    isOfCodePostal,
    communesOfCodePostal,
    communesOfDepartement,
    departementOfCodePostal,
    departementOfCedex,
    believes,
    communeAt,
    departementAt: (point: Point) => contours.departementAt(point, CONTOUR_MARGIN_KM),
    centreOfCodePostal,
    centreOfDepartement,
  }
}

function mostPopulated(communes: Commune[]): Commune | null {
  return communes.filter((one) => one.centre).sort((a, b) => b.population - a.population)[0] ?? null
}

function estimateRadius({ surfaceKm2 }: Departement, communes: number): number {
  return surfaceKm2 && communes > 0 ? discRadiusKm(surfaceKm2 / communes) : 5
}

function groupBy<T>(items: T[], keys: (item: T) => string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    for (const key of keys(item)) {
      const group = groups.get(key)
      if (group) group.push(item)
      else groups.set(key, [item])
    }
  }
  return groups
}

/** A level and the population that goes with it in the grid's own file. */
export type Grille = Map<string, { densite: number; population: number }>

/**
 * The class of each commune. With a grid: its level, or for a commune that the grid does not know yet
 * the level of its most populated member; otherwise `inconnue`. Without: estimated from the population.
 */
export function classRuralite(
  commune: Commune,
  grille: Grille | null,
): Pick<Commune, 'densite' | 'ruralite' | 'ruraliteEstimee'> {
  if (grille === null) {
    return { densite: null, ruralite: estimateRuralite(commune.population), ruraliteEstimee: true }
  }
  const members = [commune.code, ...commune.anciensCodes].flatMap((code) => grille.get(code) ?? [])
  const own = grille.get(commune.code) ?? members.sort((a, b) => b.population - a.population)[0]
  if (!own) return { densite: null, ruralite: 'inconnue', ruraliteEstimee: false }
  return { densite: own.densite, ruralite: ruraliteOfDensite(own.densite), ruraliteEstimee: false }
}
