// Part des habitants dont la commune a son centre à 10 km au plus d’un lieu, à vol d’oiseau.
// node docs/recalcul/distance.mjs lieux.csv communes.json data/referentiel/communes.csv [km] [france-services.csv]
// Avec le fichier des France services : d’un lieu ou d’une France services.
import { ecrire, lireCommunes, lirePoints, volDOiseau } from './lire.mjs'

const [, , fichierLieux, json, referentiel, km = 10, fichierFranceServices] = process.argv
const communes = lireCommunes(json, referentiel)
const lieux = [fichierLieux, ...(fichierFranceServices ? [fichierFranceServices] : [])].flatMap(lirePoints)

// Un degré de latitude fait plus de 111 km : ce qui est plus loin en latitude seule n’a pas à être mesuré.
const proche = (commune) =>
  lieux.some((lieu) => Math.abs(lieu.lat - commune.lat) * 111 <= km && volDOiseau(lieu, commune) <= km)
const habitants = (liste) => liste.reduce((somme, { population }) => somme + population, 0)
const situees = communes.filter(({ lat }) => lat !== undefined)
const [proches, calcules] = [habitants(situees.filter(proche)), habitants(situees)]
ecrire([
  ['habitants_a_portee', 'habitants_comptes', 'part', 'part_des_habitants_comptes'],
  [proches, calcules, (proches / calcules).toFixed(4), (calcules / habitants(communes)).toFixed(4)],
])
