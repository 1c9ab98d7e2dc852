// Lieux et postes validés par classe de la grille de l’Insee : par lieu d’accueil, et par siège de l’employeur.
// node docs/recalcul/ruralite.mjs structures.csv lieux.csv grille.csv communes.json data/referentiel/communes.csv
import { ecrire, lireCommunes, lireCsv, lirePostes, sommer, totaliser } from './lire.mjs'

const [, , structures, fichierLieux, grille, json, referentiel] = process.argv
const communes = lireCommunes(json, referentiel)
const parCode = new Map(communes.flatMap((une) => une.anciens.map((code) => [code, une])))
for (const une of communes) parCode.set(une.code, une)
const niveaux = new Map(lireCsv(grille).map((ligne) => [ligne.CODGEO, ligne]))

/** Une commune plus récente que la grille prend la classe de sa partie la plus peuplée. */
function classe(commune) {
  const parties = (commune?.anciens ?? []).flatMap((code) => niveaux.get(code) ?? [])
  const ligne = niveaux.get(commune?.code) ?? parties.sort((a, b) => b.PMUN21 - a.PMUN21)[0]
  if (ligne === undefined) return 'non classé'
  const niveau = Number(ligne.DENS7 ?? ligne.DENS)
  return niveau === 1 ? 'urbain dense' : niveau <= 4 ? 'urbain intermédiaire' : 'rural'
}

const plier = (nom) =>
  nom
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, ' ')
const VILLES = { 751: '75056', 132: '13055', 693: '69123' }

/** Le code de la commune est cru s’il est dans le département de la ligne ; sinon le nom, puis le code postal. */
function classeDe({ commune, departement, codePostal, nom }) {
  const codee = parCode.get(commune) ?? parCode.get(VILLES[commune.slice(0, 3)])
  if (codee?.departement === departement) return classe(codee)
  const duDepartement = communes.filter((une) => une.departement === departement)
  const ici = duDepartement.filter((une) => une.codesPostaux.includes(codePostal))
  // Un code postal CEDEX n’est celui d’aucune commune : son nom la dit, s’il est seul dans le département.
  for (const liste of [ici, duDepartement]) {
    const nommees = liste.filter((une) => plier(une.nom) === plier(nom))
    if (nommees.length === 1) return classe(nommees[0])
  }
  const classes = new Set(ici.map(classe))
  return classes.size === 1 ? [...classes][0] : 'non classé'
}

const lireLieu = ({ code_insee: commune, departement, code_postal: codePostal, commune: nom }) => {
  return { commune, departement, codePostal, nom }
}
const lieux = sommer(lireCsv(fichierLieux).map(lireLieu), classeDe, () => 1)
const postes = sommer(lirePostes(structures), classeDe, (poste) => poste.postes)
const habitants = sommer(communes, classe, ({ population }) => population)
const part = (nombres, nom) => ((nombres.get(nom) ?? 0) / totaliser(nombres)).toFixed(4)
ecrire([
  ['classe', 'habitants', 'lieux', 'part_des_lieux', 'postes', 'part_des_postes'],
  ...['rural', 'urbain intermédiaire', 'urbain dense', 'non classé'].map((nom) => {
    const [h, l, p] = [habitants, lieux, postes].map((nombres) => nombres.get(nom) ?? 0)
    return [nom, h, l, part(lieux, nom), p, part(postes, nom)]
  }),
])
