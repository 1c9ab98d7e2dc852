import type { Ruralite } from '../vocabulary.ts'

/** A row of a structures file: posts validated for an employer, in the row's own department. */
export type LignePostes = {
  siret: string | null
  nom: string
  type: string | null
  departement: string
  commune: string | null
  communeNom: string | null
  ruralite: Ruralite
  nombre: number
  /** Its page's employer, in the file in force. */
  structureId: number | null
}

/** An employer of either file; `suivi` says by what it was found in both, null when it is in one only. */
export type Employeur = {
  siret: string
  avant: LignePostes[]
  apres: LignePostes[]
  suivi: 'siret' | 'siren' | null
}

/** `sans`: the rows without SIRET, which nobody can follow; they count in the totals. */
export type Suivi = { employeurs: Employeur[]; sans: { avant: LignePostes[]; apres: LignePostes[] } }

/**
 * Follows each employer from one file to the other: by SIRET, then, among those left on both sides, by SIREN within
 * the department that has most of its posts (docs/regles.md §6); of several, those of one commune first, then by SIRET.
 * A row of 0 posts says that the employer is in the list, not that it has posts there.
 */
export function followEmployers(avant: readonly LignePostes[], apres: readonly LignePostes[]): Suivi {
  const [before, after] = [bySiret(avant), bySiret(apres)]
  const employeurs: Employeur[] = []
  for (const [siret, lignes] of before) {
    const now = after.get(siret)
    employeurs.push({ siret, avant: lignes, apres: now ?? [], suivi: now ? 'siret' : null })
  }
  for (const [siret, lignes] of after) {
    if (!before.has(siret)) employeurs.push({ siret, avant: [], apres: lignes, suivi: null })
  }
  return {
    employeurs: joinBySiren(employeurs),
    sans: { avant: avant.filter(({ siret }) => !siret), apres: apres.filter(({ siret }) => !siret) },
  }
}

function bySiret(lignes: readonly LignePostes[]): Map<string, LignePostes[]> {
  const found = new Map<string, LignePostes[]>()
  for (const ligne of lignes) {
    if (!ligne.siret) continue
    const rows = found.get(ligne.siret)
    if (rows) rows.push(ligne)
    else found.set(ligne.siret, [ligne])
  }
  return found
}

/** Joins the employers without a post left and those that had none that share their SIREN in a department, one to one. */
function joinBySiren(employeurs: readonly Employeur[]): Employeur[] {
  const gone = employeurs.filter(({ avant, apres }) => hasPostes(avant) && !hasPostes(apres)).sort(byNumber)
  const arrived = new Map<string, Employeur[]>()
  for (const one of employeurs.filter(({ avant, apres }) => hasPostes(apres) && !hasPostes(avant)).sort(byNumber)) {
    const key = sirenKey(one)
    arrived.set(key, [...(arrived.get(key) ?? []), one])
  }
  const partner = new Map<Employeur, Employeur>()
  const join = (suits: (left: Employeur, right: Employeur) => boolean) => {
    const taken = new Set(partner.values())
    for (const left of gone) {
      if (partner.has(left)) continue
      const right = arrived.get(sirenKey(left))?.find((one) => !taken.has(one) && suits(left, one))
      if (!right) continue
      partner.set(left, right)
      taken.add(right)
    }
  }
  join((left, right) => mainLigne(left.avant).commune === mainLigne(right.apres).commune)
  join(() => true)
  const taken = new Set(partner.values())
  return employeurs
    .filter((one) => !taken.has(one))
    .map((one): Employeur => {
      const right = partner.get(one)
      if (!right) return one
      const { siret } = right
      return { siret, avant: [...one.avant, ...right.avant], apres: [...right.apres, ...one.apres], suivi: 'siren' }
    })
}

function hasPostes(lignes: readonly LignePostes[]): boolean {
  return lignes.some(({ nombre }) => nombre > 0)
}

function byNumber(a: Employeur, b: Employeur): number {
  return a.siret < b.siret ? -1 : 1
}

function sirenKey({ siret, avant, apres }: Employeur): string {
  return `${siret.slice(0, 9)}|${mainLigne(hasPostes(avant) ? avant : apres).departement}`
}

/** The row with most posts, the first of equals: where an employer stands. */
export function mainLigne(lignes: readonly LignePostes[]): LignePostes {
  return lignes.reduce((best, ligne) => (ligne.nombre > best.nombre ? ligne : best))
}
