// Lecture des fichiers publiés, commune aux scripts de ce dossier. Seule dépendance : papaparse (npm install papaparse).
import { readFileSync } from 'node:fs'
import Papa from 'papaparse'

/** Les lignes d’un fichier CSV, quel que soit son séparateur. */
export function lireCsv(chemin) {
  return Papa.parse(readFileSync(chemin, 'utf8'), { header: true, skipEmptyLines: true }).data
}

/** Le nombre de postes validés d’une ligne, et le département que la ligne dit elle-même. Sans l’un ou l’autre : rien. */
export function lirePostes(chemin) {
  return lireCsv(chemin).flatMap((ligne) => {
    const postes = Number(ligne['Nombre de conseillers validés par le COSELEC'])
    const codePostal = avecZero(ligne['Code postal'], 5)
    const departement = avecZero(ligne['Code département'], 2) || COLLECTIVITES[codePostal]
    const commune = avecZero(ligne['Code commune INSEE'], 5)
    return postes > 0 && departement ? [{ postes, departement, codePostal, commune, nom: ligne['Commune INSEE'] }] : []
  })
}

/**
 * Les communes de geo.api.gouv.fr. Ce que ce fichier ne dit pas vient de data/referentiel/communes.csv : les anciens
 * codes, et le centre de quelques communes. Les terres sans habitants (984, 989) ne comptent pas.
 */
export function lireCommunes(json, referentiel) {
  const connues = new Map(lireCsv(referentiel).map((ligne) => [ligne.code, ligne]))
  return JSON.parse(readFileSync(json, 'utf8'))
    .filter(({ code }) => !/^98[49]/.test(code))
    .map(({ code, nom, codesPostaux = [], population = 0, centre }) => {
      const connue = connues.get(code)
      const [lon, lat] =
        centre?.coordinates ?? (connue?.latitude ? [connue.longitude, connue.latitude].map(Number) : [])
      const anciens = connue?.anciens_codes ? connue.anciens_codes.split('|') : []
      return {
        code,
        nom,
        departement: code.slice(0, /^9[78]/.test(code) ? 3 : 2),
        codesPostaux,
        population,
        anciens,
        lat,
        lon,
      }
    })
}

/** Additionne les valeurs de lignes, par clé, dans l’ordre des clés. */
export function sommer(lignes, cle, valeur) {
  const sommes = new Map()
  for (const ligne of lignes) sommes.set(cle(ligne), (sommes.get(cle(ligne)) ?? 0) + valeur(ligne))
  return new Map([...sommes].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** La somme des nombres d’un tableau de sommes. */
export function totaliser(nombres) {
  return [...nombres.values()].reduce((somme, nombre) => somme + nombre, 0)
}

/** Écrit un tableau, séparé par des points-virgules. */
export function ecrire(lignes) {
  console.log(lignes.map((ligne) => ligne.join(';')).join('\n'))
}

// Saint-Barthélemy et Saint-Martin : le code du département y est vide ou vaut 0.
const COLLECTIVITES = { 97133: '977', 97150: '978' }

/** Des codes ont perdu leur zéro de gauche (« 1 » pour « 01 ») ; un code fait de zéros est absent. */
function avecZero(code = '', longueur) {
  return /^0*$/.test(code.trim()) ? '' : code.trim().padStart(longueur, '0')
}
