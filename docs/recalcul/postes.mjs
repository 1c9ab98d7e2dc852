// Postes validés, leurs employeurs, et ce que l’État investit selon le fichier : par département et au total.
// node docs/recalcul/postes.mjs structures.csv
import { ecrire, lireStructures, sommer, totaliser } from './lire.mjs'

const lignes = lireStructures(process.argv[2])
const departement = (ligne) => ligne.departement

// Un employeur a un SIRET ; sans lui, un nom dans son département. Il est là où il a le plus de postes.
const employeurs = new Map()
for (const [rang, ligne] of lignes.entries()) {
  const { siret, employeur, codePostal } = ligne
  const cle = siret || [employeur || rang, ligne.departement, codePostal].join('|')
  if (ligne.postes > (employeurs.get(cle)?.postes ?? 0)) employeurs.set(cle, ligne)
}

const postes = sommer(lignes, departement, (ligne) => ligne.postes)
const parDepartement = sommer([...employeurs.values()], departement, () => 1)
const euros = sommer(lignes, departement, (ligne) => ligne.investissement)
const avecPostes = [...postes].filter(([, nombre]) => nombre > 0)
ecrire([
  ['departement', 'postes', 'employeurs', 'investissement'],
  ...avecPostes.map(([code, nombre]) => [code, nombre, parDepartement.get(code) ?? 0, euros.get(code)]),
  ['total', totaliser(postes), totaliser(parDepartement), totaliser(euros)],
])
