import type { Employeur, LignePostes, Suivi } from './suivi.ts'

/**
 * What changed in one part of the country, in posts then in employers.
 * `avant + apparus − disparus + (sansApres − sansAvant) = apres`, rows without SIRET being in `sans…`;
 * `plus + autant + moins + sansPoste + absents` employers had posts then, `plus + autant + moins + nouveaux` have some now.
 */
export type Bilan = {
  avant: number
  apres: number
  /** Posts that an employer has more of here, those of new employers included. */
  apparus: number
  disparus: number
  sansAvant: number
  sansApres: number
  /** Employers there at both dates, with more, as many or fewer posts here. */
  plus: number
  autant: number
  moins: number
  nouveaux: number
  /** Still in the list, with 0 posts here. */
  sansPoste: number
  absents: number
}

export const BILAN_VIDE: Bilan = {
  ...{ avant: 0, apres: 0, apparus: 0, disparus: 0, sansAvant: 0, sansApres: 0 },
  ...{ plus: 0, autant: 0, moins: 0, nouveaux: 0, sansPoste: 0, absents: 0 },
}

/** The change by key of a row: its department, its class… An employer counts in each part where it has posts. */
export function countBy({ employeurs, sans }: Suivi, keyOf: (ligne: LignePostes) => string): Map<string, Bilan> {
  const bilans = new Map<string, Bilan>()
  const at = (key: string) => {
    const bilan = bilans.get(key) ?? { ...BILAN_VIDE }
    bilans.set(key, bilan)
    return bilan
  }
  for (const employeur of employeurs) {
    for (const [key, one] of postesBy(employeur, keyOf)) addEmployeur(at(key), one)
  }
  for (const ligne of sans.avant) addSans(at(keyOf(ligne)), ligne.nombre, 0)
  for (const ligne of sans.apres) addSans(at(keyOf(ligne)), 0, ligne.nombre)
  return bilans
}

/** The change of the whole: an employer counts once, and a post that went from one part to another not at all. */
export function countAll(suivi: Suivi): Bilan {
  return countBy(suivi, () => '').get('') ?? BILAN_VIDE
}

/**
 * Posts that an employer has in another place than before: the smaller of what its places gained and lost. A place is
 * a commune; it is a department where a row of the employer has no known commune, or when `keyOf` says so.
 */
export function movedPostes(employeur: Employeur, keyOf: (ligne: LignePostes) => string = placeKey(employeur)): number {
  let [gained, lost] = [0, 0]
  for (const { avant, apres } of postesBy(employeur, keyOf).values()) {
    gained += Math.max(0, apres - avant)
    lost += Math.max(0, avant - apres)
  }
  return Math.min(gained, lost)
}

export function sumPostes(lignes: readonly LignePostes[]): number {
  return lignes.reduce((sum, { nombre }) => sum + nombre, 0)
}

function placeKey({ avant, apres }: Employeur): (ligne: LignePostes) => string {
  const known = [...avant, ...apres].every(({ commune }) => commune !== null)
  return ({ departement, commune }) => (known ? `${departement}|${commune}` : departement)
}

function postesBy({ avant, apres }: Employeur, keyOf: (ligne: LignePostes) => string) {
  const postes = new Map<string, Devenu>()
  const at = (key: string) => {
    const one = postes.get(key) ?? { avant: 0, apres: 0, inscrit: false }
    postes.set(key, one)
    return one
  }
  for (const ligne of avant) at(keyOf(ligne)).avant += ligne.nombre
  for (const ligne of apres) {
    const one = at(keyOf(ligne))
    one.apres += ligne.nombre
    one.inscrit = true
  }
  return postes
}

/** Posts at both dates; `inscrit`: a row of the later list says so, be it of 0 posts. */
type Devenu = { avant: number; apres: number; inscrit: boolean }
export type Sort = 'plus' | 'autant' | 'moins' | 'nouveaux' | 'sansPoste' | 'absents'

/** What became of an employer; null when it had no post and has none. */
export function sortOf({ avant, apres, inscrit }: Devenu): Sort | null {
  if (avant === 0) return apres === 0 ? null : 'nouveaux'
  if (apres === 0) return inscrit ? 'sansPoste' : 'absents'
  if (apres === avant) return 'autant'
  return apres > avant ? 'plus' : 'moins'
}

/** The same of the whole of it. */
export function sortEnsemble({ avant, apres }: Employeur): Sort | null {
  return sortOf({ avant: sumPostes(avant), apres: sumPostes(apres), inscrit: apres.length > 0 })
}

function addEmployeur(bilan: Bilan, devenu: Devenu): void {
  const { avant, apres } = devenu
  bilan.avant += avant
  bilan.apres += apres
  bilan.apparus += Math.max(0, apres - avant)
  bilan.disparus += Math.max(0, avant - apres)
  const sort = sortOf(devenu)
  if (sort !== null) bilan[sort] += 1
}

function addSans(bilan: Bilan, avant: number, apres: number): void {
  bilan.avant += avant
  bilan.apres += apres
  bilan.sansAvant += avant
  bilan.sansApres += apres
}
