// Part des postes validés dont l’employeur a au moins un lieu connu, par département et au total.
// node docs/recalcul/situes.mjs structures.csv lieux.csv
import { ecrire, lireCsv, lireEmployeurs, lirePostes, sommer, totaliser } from './lire.mjs'

const [, , structures, fichierLieux] = process.argv
const postes = lirePostes(structures)

const employeurDe = lireEmployeurs(postes)
const avecLieu = new Set(lireCsv(fichierLieux).map(employeurDe))
const departement = (poste) => poste.departement
const tous = sommer(postes, departement, (poste) => poste.postes)
const situes = sommer(postes, departement, ({ siret, postes }) => (siret !== '' && avecLieu.has(siret) ? postes : 0))
const rangee = (code, nombre, ensemble) => [code, ensemble, nombre, (nombre / ensemble).toFixed(4)]
ecrire([
  ['departement', 'postes', 'postes_avec_lieu', 'part'],
  ...[...tous].map(([code, ensemble]) => rangee(code, situes.get(code) ?? 0, ensemble)),
  rangee('total', totaliser(situes), totaliser(tous)),
])
