import { SEUILS_KM, type SeuilKm } from '../chiffres/table.ts'
import type { Ruralite } from '../vocabulary.ts'
import type { Etat } from './etat.ts'
import type { Pays } from './pays.ts'

/** What is left at one moment, somewhere. Inhabitants are those of communes with a known centre. */
export type Compte = {
  postes: number
  employeurs: number
  lieux: number
  habitants: number
  /** Inhabitants of communes whose centre is within so many km of a place. */
  proches: Record<SeuilKm, number>
  /** Communes, and their inhabitants, whose centre is farther than 20 km from any place. */
  communesLoin: number
  habitantsLoin: number
}
export type Bilan = { national: Compte; ruralites: Map<Ruralite, Compte>; departements: Map<string, Compte> }

/** Counts what a state holds: nationally, by rurality, by department, each on its own. */
export function bilanOf(pays: Pays, etat: Etat): Bilan {
  const bilan: Bilan = { national: emptyCompte(), ruralites: new Map(), departements: new Map() }
  const add = adderOf(bilan)
  for (const [rang, poste] of pays.postes.entries()) if (etat.finis[rang] === 0) add(poste, addPoste)
  for (const [rang, employeur] of pays.employeurs.entries()) if (etat.restants[rang] !== 0) add(employeur, addEmployeur)
  for (const [rang, lieu] of pays.lieux.entries()) if (etat.ouverts[rang] === 1) add(lieu, addLieu)
  for (const [rang, commune] of pays.communes.entries()) {
    const km = etat.km[rang] as number
    if (Number.isNaN(km)) continue
    // Where there never was a place on the land, nobody is said to be far from one.
    const connue = Number.isFinite(pays.km[rang] as number)
    add(commune, connue ? addCommune : addHabitants, commune.population, km)
  }
  return bilan
}

type Add = (compte: Compte, population: number, km: number) => void
const addPoste: Add = (compte) => {
  compte.postes += 1
}
const addEmployeur: Add = (compte) => {
  compte.employeurs += 1
}
const addLieu: Add = (compte) => {
  compte.lieux += 1
}
const addHabitants: Add = (compte, population) => {
  compte.habitants += population
}
const addCommune: Add = (compte, population, km) => {
  compte.habitants += population
  for (const seuil of SEUILS_KM) if (km <= seuil) compte.proches[seuil] += population
  if (km <= 20) return
  compte.communesLoin += 1
  compte.habitantsLoin += population
}

/** Adds to the three counts that something belongs to. */
function adderOf({ national, ruralites, departements }: Bilan) {
  return (situe: { ruralite: Ruralite; departement: string }, add: Add, population = 0, km = 0): void => {
    add(national, population, km)
    add(compteOf(ruralites, situe.ruralite), population, km)
    add(compteOf(departements, situe.departement), population, km)
  }
}

function compteOf<K>(comptes: Map<K, Compte>, cle: K): Compte {
  const compte = comptes.get(cle) ?? emptyCompte()
  comptes.set(cle, compte)
  return compte
}

export function emptyCompte(): Compte {
  const proches = { 5: 0, 10: 0, 20: 0 }
  return { postes: 0, employeurs: 0, lieux: 0, habitants: 0, proches, communesLoin: 0, habitantsLoin: 0 }
}
