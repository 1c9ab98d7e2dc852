import { type Chiffres, chiffresOf, groupBy, type Territoire } from '#app/domain/couverture/comptes.ts'
import { terreOf, terresDesservies } from '#app/domain/territoires/terre.ts'
import { cellules } from './comptes.server.ts'
import type { Db } from './connect.server.ts'
import { listDepartements } from './departements.server.ts'
import { remember } from './memoire.server.ts'

export type ChiffresDepartement = Territoire & { chiffres: Chiffres }

/** Every department and territory, by code, with all its figures and the cells that they are made of. */
export function chiffresDesDepartements(db: Db): ChiffresDepartement[] {
  return remember(db, readDepartements)
}

function readDepartements(db: Db): ChiffresDepartement[] {
  const ofDepartement = groupBy(cellules(db), ({ departement }) => departement)
  return listDepartements(db).map(({ code, nom, region }) => {
    const own = ofDepartement.get(code) ?? []
    return { code, nom, region, cellules: own, chiffres: chiffresOf(own) }
  })
}

/** The same figures over departments and territories together: those of a region, those of France. */
export function chiffresEnsemble(db: Db, wanted?: (row: ChiffresDepartement) => boolean): Chiffres {
  return wanted ? sumOf(chiffresDesDepartements(db).filter(wanted)) : remember(db, readEnsemble)
}

function readEnsemble(db: Db): Chiffres {
  return sumOf(chiffresDesDepartements(db))
}

function sumOf(rows: readonly ChiffresDepartement[]): Chiffres {
  return chiffresOf(rows.flatMap((row) => row.cellules))
}

/** Whether a department can reach a place without crossing a sea. */
export function isDesservi(db: Db, departement: string): boolean {
  return departementsDesservis(db).has(departement)
}

/** The departments that can: asked once by who has many communes to look at. */
export function departementsDesservis(db: Db): ReadonlySet<string> {
  return remember(db, readDesservis)
}

function readDesservis(db: Db): ReadonlySet<string> {
  const departements = chiffresDesDepartements(db).map(({ code, chiffres: { lieux } }) => ({ code, lieux }))
  const terres = terresDesservies(departements)
  return new Set(departements.flatMap(({ code }) => (terres.has(terreOf(code)) ? [code] : [])))
}
