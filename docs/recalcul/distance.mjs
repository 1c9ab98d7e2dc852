// Part des habitants dont la commune a son centre à 10 km au plus d’un lieu, à vol d’oiseau.
// node docs/recalcul/distance.mjs lieux.csv communes.json data/referentiel/communes.csv [km]
import { ecrire, lireCommunes, lireCsv } from './lire.mjs'

const [, , fichierLieux, json, referentiel, km = 10] = process.argv
const communes = lireCommunes(json, referentiel)
const lieux = lireCsv(fichierLieux)
  // Un lieu dont l’adresse n’est pas située est au centre de sa commune, écrit dans des colonnes à part.
  .map((lieu) => [lieu.latitude || lieu.latitude_approchee, lieu.longitude || lieu.longitude_approchee])
  .filter(([lat, lon]) => lat && lon)
  .map(([lat, lon]) => ({ lat: Number(lat), lon: Number(lon) }))

const RAYON_TERRE_KM = 6371.0088
const radians = (degres) => (degres * Math.PI) / 180

/** En km, arrondi au mètre comme sur le site ; par la loi sphérique des cosinus. */
function volDOiseau(a, b) {
  const [lat1, lat2, ecart] = [a.lat, b.lat, b.lon - a.lon].map(radians)
  const cosinus = Math.sin(lat1) * Math.sin(lat2) + Math.cos(lat1) * Math.cos(lat2) * Math.cos(ecart)
  return Math.round(RAYON_TERRE_KM * Math.acos(Math.min(1, cosinus)) * 1000) / 1000
}

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
