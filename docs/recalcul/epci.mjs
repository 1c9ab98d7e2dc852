// Habitants, lieux et postes validés par intercommunalité. Une ligne sans commune connue n’est dans aucune.
// node docs/recalcul/epci.mjs structures.csv lieux.csv communes.json data/referentiel/communes.csv
import { ecrire, lireCommunes, lireCsv, lireLieu, lirePostes, situer, sommer, totaliser } from './lire.mjs'

const [, , structures, fichierLieux, json, referentiel] = process.argv
const communes = lireCommunes(json, referentiel)
const trouver = situer(communes)
const epciDe = (ligne) => trouver(ligne).commune?.epci ?? ''
const habitants = sommer(
  communes,
  ({ epci }) => epci,
  ({ population }) => population,
)
const lieux = sommer(lireCsv(fichierLieux).map(lireLieu), epciDe, () => 1)
const postes = sommer(lirePostes(structures), epciDe, (poste) => poste.postes)
for (const sommes of [habitants, lieux, postes]) sommes.delete('')
ecrire([
  ['epci', 'habitants', 'lieux', 'postes'],
  ...[...habitants].map(([epci, h]) => [epci, h, lieux.get(epci) ?? 0, postes.get(epci) ?? 0]),
  ['total', totaliser(habitants), totaliser(lieux), totaliser(postes)],
])
