// Postes validés : d’un fichier à un plus récent, par département et au total.
// node docs/recalcul/evolution.mjs ancien.csv recent.csv
import { ecrire, lirePostes, sommer, totaliser } from './lire.mjs'

const [, , ancien, recent] = process.argv
const departement = (poste) => poste.departement
const avant = sommer(lirePostes(ancien), departement, ({ postes }) => postes)
const apres = sommer(lirePostes(recent), departement, ({ postes }) => postes)

const rangee = (code, a, b) => [code, a, b, b - a]
const codes = [...new Set([...avant.keys(), ...apres.keys()])].sort()
ecrire([
  ['departement', 'avant', 'apres', 'ecart'],
  ...codes.map((code) => rangee(code, avant.get(code) ?? 0, apres.get(code) ?? 0)),
  rangee('total', totaliser(avant), totaliser(apres)),
])
