// Lieux et postes validés par classe de la grille de l’Insee : par lieu d’accueil, et par siège de l’employeur.
// node docs/recalcul/ruralite.mjs structures.csv lieux.csv grille.csv communes.json data/referentiel/communes.csv
import { ecrire, lireCommunes, lireCsv, lireLieu, lirePostes, situer, sommer, totaliser } from './lire.mjs'

const [, , structures, fichierLieux, grille, json, referentiel] = process.argv
const communes = lireCommunes(json, referentiel)
const niveaux = new Map(lireCsv(grille).map((ligne) => [ligne.CODGEO, ligne]))

/** Une commune plus récente que la grille prend la classe de sa partie la plus peuplée. */
function classe(commune) {
  const parties = (commune?.anciens ?? []).flatMap((code) => niveaux.get(code) ?? [])
  const ligne = niveaux.get(commune?.code) ?? parties.sort((a, b) => b.PMUN21 - a.PMUN21)[0]
  if (ligne === undefined) return 'non classé'
  const niveau = Number(ligne.DENS7 ?? ligne.DENS)
  return niveau === 1 ? 'urbain dense' : niveau <= 4 ? 'urbain intermédiaire' : 'rural'
}

const trouver = situer(communes)

/** Sans commune connue, la classe est celle de toutes les communes possibles, si elles n’en ont qu’une. */
function classeDe(ligne) {
  const { commune, possibles } = trouver(ligne)
  if (commune) return classe(commune)
  const classes = new Set(possibles.map(classe))
  return classes.size === 1 ? [...classes][0] : 'non classé'
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
