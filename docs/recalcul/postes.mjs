// Postes validés, par département et au total.
// node docs/recalcul/postes.mjs structures.csv
import { ecrire, lirePostes, sommer, totaliser } from './lire.mjs'

const departement = (poste) => poste.departement
const parDepartement = sommer(lirePostes(process.argv[2]), departement, ({ postes }) => postes)
ecrire([['departement', 'postes'], ...parDepartement, ['total', totaliser(parDepartement)]])
