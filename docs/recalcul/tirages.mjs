// Des postes tirés au sort prennent fin, 101 fois : combien de lieux ferment, et combien d’habitants n’ont plus de lieu à 10 km.
// node docs/recalcul/tirages.mjs structures.csv lieux.csv communes.json data/referentiel/communes.csv [postes]
import { ecrire, lireCommunes, lireEmployeurs, lirePoints, lirePostes, volDOiseau } from './lire.mjs'

const [, , structures, fichierLieux, json, referentiel, nombre = 1200] = process.argv
const lignes = lirePostes(structures)
// Une ligne de trois postes est trois postes, dans l’ordre du fichier.
const postes = lignes.flatMap(({ siret, postes: combien }) => Array.from({ length: combien }, () => siret))
const total = sommerParSiret(postes)
const employeurDe = lireEmployeurs(lignes)
const lieux = lirePoints(fichierLieux).map((lieu) => ({ ...lieu, employeur: employeurDe(lieu) }))
// Par dixième de degré de latitude, qui fait plus de 11 km : deux bandes qui ne se touchent pas sont à plus de 10 km.
const bande = ({ lat }) => Math.floor(lat * 10)
const parBande = new Map()
for (const lieu of lieux) parBande.set(bande(lieu), [...(parBande.get(bande(lieu)) ?? []), lieu])
// Pour chaque commune qui a un lieu à 10 km, à vol d’oiseau : ces lieux.
const desservies = lireCommunes(json, referentiel)
  .filter(({ lat }) => lat !== undefined)
  .map((commune) => ({ ...commune, proches: aPortee(commune) }))
  .filter(({ proches }) => proches.length > 0)

function aPortee(commune) {
  const presque = [-1, 0, 1].flatMap((ecart) => parBande.get(bande(commune) + ecart) ?? [])
  return presque.filter((lieu) => volDOiseau(lieu, commune) <= 10)
}

function sommerParSiret(sirets) {
  const sommes = new Map()
  for (const siret of sirets.filter((un) => un !== '')) sommes.set(siret, (sommes.get(siret) ?? 0) + 1)
  return sommes
}

/** mulberry32 (Tommy Ettinger, domaine public) : les mêmes nombres pour la même graine. */
function hasard(graine) {
  let etat = graine | 0
  return () => {
    etat = (etat + 0x6d2b79f5) | 0
    let melange = Math.imul(etat ^ (etat >>> 15), 1 | etat)
    melange = (melange + Math.imul(melange ^ (melange >>> 7), 61 | melange)) ^ melange
    return ((melange ^ (melange >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Un lieu ferme quand son employeur perd son dernier poste. Un lieu sans employeur connu reste ouvert. */
function tirage(graine) {
  const [suivant, urne] = [hasard(graine), [...postes]]
  for (let i = 0; i < nombre; i += 1) {
    const j = i + Math.floor(suivant() * (urne.length - i))
    ;[urne[i], urne[j]] = [urne[j], urne[i]]
  }
  const perdus = sommerParSiret(urne.slice(0, nombre))
  const ferme = ({ employeur }) => employeur !== undefined && perdus.get(employeur) === total.get(employeur)
  const sansLieu = desservies.filter(({ proches }) => proches.every(ferme))
  return [lieux.filter(ferme).length, sansLieu.reduce((somme, { population }) => somme + population, 0)]
}

const tirages = Array.from({ length: 101 }, (_, rang) => tirage(rang + 1))
ecrire([
  ['mesure', 'minimum', 'mediane', 'maximum'],
  ...['lieux_fermes', 'habitants_sans_lieu_a_10_km'].map((nom, colonne) => {
    const valeurs = tirages.map((un) => un[colonne]).sort((a, b) => a - b)
    return [nom, valeurs[0], valeurs[50], valeurs[100]]
  }),
])
