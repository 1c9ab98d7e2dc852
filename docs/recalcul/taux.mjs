// Lieux et postes validés pour 10 000 habitants, par département et au total.
// node docs/recalcul/taux.mjs structures.csv lieux.csv communes.json data/referentiel/communes.csv
import { ecrire, lireCommunes, lireCsv, lirePostes, sommer, totaliser } from './lire.mjs'

const [, , structures, fichierLieux, communes, referentiel] = process.argv
const departement = (ligne) => ligne.departement
const postes = sommer(lirePostes(structures), departement, (ligne) => ligne.postes)
const lieux = sommer(lireCsv(fichierLieux), departement, () => 1)
const habitants = sommer(lireCommunes(communes, referentiel), departement, ({ population }) => population)

const pour10000 = (nombre, population) => (population > 0 ? ((nombre / population) * 10_000).toFixed(2) : '')
const rangee = (code, h, l, p) => [code, h, l, pour10000(l, h), p, pour10000(p, h)]
ecrire([
  ['departement', 'habitants', 'lieux', 'lieux_pour_10000', 'postes', 'postes_pour_10000'],
  ...[...habitants].map(([code, h]) => rangee(code, h, lieux.get(code) ?? 0, postes.get(code) ?? 0)),
  rangee('total', totaliser(habitants), totaliser(lieux), totaliser(postes)),
])
