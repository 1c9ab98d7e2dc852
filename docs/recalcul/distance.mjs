// Part des habitants dont la commune a son centre à 10 km au plus d’un lieu, à vol d’oiseau ; la distance médiane.
// node docs/recalcul/distance.mjs lieux.csv communes.json data/referentiel/communes.csv [km] [france-services.csv]
// Avec le fichier des France services : d’un lieu ou d’une France services.
import { ecrire, lireCommunes, lirePoints, volDOiseau } from './lire.mjs'

const [, , fichierLieux, json, referentiel, km = 10, fichierFranceServices] = process.argv
const communes = lireCommunes(json, referentiel)
const lieux = [fichierLieux, ...(fichierFranceServices ? [fichierFranceServices] : [])].flatMap(lirePoints)

/** Ce qui se parcourt sans passer la mer : un territoire d’outre-mer, la Corse, le reste de la France. */
function terre({ departement }) {
  if (departement.length === 3) return departement
  return /^2[AB]$/.test(departement) ? 'Corse' : 'Hexagone'
}

/** Un degré de latitude fait plus de 111 km : ce qui est plus loin en latitude seule n’a pas à être mesuré. */
function lePlusProche(commune) {
  let distance = Number.POSITIVE_INFINITY
  for (const lieu of lieux)
    if (Math.abs(lieu.lat - commune.lat) * 111 <= distance) distance = Math.min(distance, volDOiseau(lieu, commune))
  return distance
}

// Là où le fichier ne dit rien, le lieu le plus proche est au-delà d’une mer : il ne compte pas.
const terres = new Set(lieux.map(terre))
const situees = communes
  .filter(({ lat }) => lat !== undefined)
  .map((commune) => {
    const connue = terres.has(terre(commune))
    return { ...commune, connue, distance: connue ? lePlusProche(commune) : Number.POSITIVE_INFINITY }
  })
  .sort((a, b) => a.distance - b.distance)
const habitants = (liste) => liste.reduce((somme, { population }) => somme + population, 0)
const calcules = habitants(situees)

/** La moitié des habitants vit dans une commune à cette distance, ou plus près. */
function mediane() {
  let somme = 0
  for (const { distance, population } of situees) {
    somme += population
    if (somme * 2 >= calcules) return Number.isFinite(distance) ? distance : ''
  }
}

const proches = habitants(situees.filter(({ distance }) => distance <= km))
const sansLieu = habitants(situees.filter(({ connue }) => !connue))
ecrire([
  [
    ...['habitants_a_portee', 'habitants_comptes', 'part', 'part_des_habitants_comptes'],
    ...['habitants_plus_loin', 'habitants_de_territoires_sans_lieu', 'mediane_km'],
  ],
  [
    ...[proches, calcules, (proches / calcules).toFixed(4), (calcules / habitants(communes)).toFixed(4)],
    ...[calcules - sansLieu - proches, sansLieu, mediane()],
  ],
])
