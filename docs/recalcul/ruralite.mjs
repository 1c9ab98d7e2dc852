// Lieux et postes validés par classe de la grille de l’Insee : par lieu d’accueil, et par siège de l’employeur.
// node docs/recalcul/ruralite.mjs structures.csv lieux.csv grille.csv communes.json data/referentiel/communes.csv
import {
  ecrire,
  lireClasseDe,
  lireClasses,
  lireCommunes,
  lireCsv,
  lireLieu,
  lirePostes,
  situer,
  sommer,
  totaliser,
} from './lire.mjs'

const [, , structures, fichierLieux, grille, json, referentiel] = process.argv
const communes = lireCommunes(json, referentiel)
const classe = lireClasses(grille)
const classeDe = lireClasseDe(situer(communes), classe)
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
