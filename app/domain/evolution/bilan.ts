import type { Employeur, LignePostes, Suivi } from './suivi.ts'

/**
 * What changed in one part of the country, in posts then in employers.
 * `avant + apparus − disparus + (sansApres − sansAvant) = apres`, rows without SIRET being in `sans…`;
 * `plus + autant + moins + absents` employers were there then, `plus + autant + moins + nouveaux` are there now.
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
  absents: number
}

export const BILAN_VIDE: Bilan = {
  ...{ avant: 0, apres: 0, apparus: 0, disparus: 0, sansAvant: 0, sansApres: 0 },
  ...{ plus: 0, autant: 0, moins: 0, nouveaux: 0, absents: 0 },
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
    for (const [key, { avant, apres }] of postesBy(employeur, keyOf)) addEmployeur(at(key), avant, apres)
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
  const postes = new Map<string, { avant: number; apres: number }>()
  const at = (key: string) => {
    const one = postes.get(key) ?? { avant: 0, apres: 0 }
    postes.set(key, one)
    return one
  }
  for (const ligne of avant) at(keyOf(ligne)).avant += ligne.nombre
  for (const ligne of apres) at(keyOf(ligne)).apres += ligne.nombre
  return postes
}

function addEmployeur(bilan: Bilan, avant: number, apres: number): void {
  bilan.avant += avant
  bilan.apres += apres
  bilan.apparus += Math.max(0, apres - avant)
  bilan.disparus += Math.max(0, avant - apres)
  if (avant === 0) bilan.nouveaux += 1
  else if (apres === 0) bilan.absents += 1
  else if (apres > avant) bilan.plus += 1
  else if (apres < avant) bilan.moins += 1
  else bilan.autant += 1
}

function addSans(bilan: Bilan, avant: number, apres: number): void {
  bilan.avant += avant
  bilan.apres += apres
  bilan.sansAvant += avant
  bilan.sansApres += apres
}
