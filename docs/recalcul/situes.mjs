// Part des postes validés dont l’employeur a au moins un lieu connu, par département et au total.
// node docs/recalcul/situes.mjs structures.csv lieux.csv
import { ecrire, lireCsv, lirePostes, sommer, totaliser } from './lire.mjs'

const [, , structures, fichierLieux] = process.argv
const postes = lirePostes(structures)

// Un employeur est dans le département de sa ligne qui a le plus de postes, la première à égalité.
const employeurs = new Map()
for (const ligne of postes.filter(({ siret }) => siret !== '')) {
  const connu = employeurs.get(ligne.siret) ?? { total: 0, plus: 0, departement: '' }
  const mieux = ligne.postes > connu.plus ? { plus: ligne.postes, departement: ligne.departement } : {}
  employeurs.set(ligne.siret, { ...connu, ...mieux, total: connu.total + ligne.postes })
}

/** Un lieu est à l’employeur de son SIRET, sinon à celui de son SIREN dans le département qui a le plus de postes. */
function employeurDe({ pivot, departement }) {
  if (employeurs.has(pivot)) return pivot
  const semblables = [...employeurs].filter(([siret, un]) => {
    return pivot !== '' && siret.slice(0, 9) === pivot.slice(0, 9) && un.departement === departement
  })
  return semblables.sort(([, a], [, b]) => b.total - a.total)[0]?.[0]
}

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
