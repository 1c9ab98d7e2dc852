// Lecture des fichiers publiés, commune aux scripts de ce dossier. Seule dépendance : papaparse (npm install papaparse).
import { readFileSync } from 'node:fs'
import Papa from 'papaparse'

/** Les lignes d’un fichier CSV, quel que soit son séparateur. */
export function lireCsv(chemin) {
  return Papa.parse(readFileSync(chemin, 'utf8'), { header: true, skipEmptyLines: true }).data
}

/** Le nombre de postes validés d’une ligne, et le département que la ligne dit elle-même. Sans l’un ou l’autre : rien. */
export function lirePostes(chemin) {
  return lireStructures(chemin).filter(({ postes }) => postes > 0)
}

/** Les mêmes, et celles dont les postes ont été retirés : elles disent 0. */
export function lireStructures(chemin) {
  return lireCsv(chemin).flatMap((ligne) => {
    const nombre = ligne['Nombre de conseillers validés par le COSELEC'].trim()
    const codePostal = avecZero(ligne['Code postal'], 5)
    const departement = avecZero(ligne['Code département'], 2) || COLLECTIVITES[codePostal]
    const commune = avecZero(ligne['Code commune INSEE'], 5)
    const siret = avecZero(ligne.SIRET, 14)
    const employeur = absent(ligne['Raison sociale'])
    const investissement = Number(ligne['Investissement financier estimatif total de l’Etat']) || 0
    const lue = { departement, codePostal, commune, nom: ligne['Commune INSEE'], siret, employeur, investissement }
    return /^\d+$/.test(nombre) && departement ? [{ ...lue, postes: Number(nombre) }] : []
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
    .map(({ code, nom, codesPostaux = [], population = 0, centre, codeEpci }) => {
      const connue = connues.get(code)
      const [lon, lat] =
        centre?.coordinates ?? (connue?.latitude ? [connue.longitude, connue.latitude].map(Number) : [])
      const anciens = connue?.anciens_codes ? connue.anciens_codes.split('|') : []
      return {
        code,
        nom,
        departement: code.slice(0, /^9[78]/.test(code) ? 3 : 2),
        epci: codeEpci ?? connue?.epci ?? '',
        codesPostaux,
        population,
        anciens,
        lat,
        lon,
      }
    })
}

/**
 * Où est une ligne : le code de sa commune est cru s’il est dans le département de la ligne ; sinon le nom, puis le code
 * postal. `commune` est nulle quand plusieurs, `possibles`, le peuvent.
 */
export function situer(communes) {
  const parCode = new Map(communes.flatMap((une) => une.anciens.map((code) => [code, une])))
  for (const une of communes) parCode.set(une.code, une)
  return ({ commune, departement, codePostal, nom }) => {
    const codee = parCode.get(commune) ?? parCode.get(VILLES[commune.slice(0, 3)])
    if (codee?.departement === departement) return { commune: codee, possibles: [codee] }
    const duDepartement = communes.filter((une) => une.departement === departement)
    const ici = duDepartement.filter((une) => une.codesPostaux.includes(codePostal))
    // Un code postal CEDEX n’est celui d’aucune commune : son nom la dit, s’il est seul dans le département.
    for (const liste of [ici, duDepartement]) {
      const nommees = liste.filter((une) => plier(une.nom) === plier(nom))
      if (nommees.length === 1) return { commune: nommees[0], possibles: nommees }
    }
    return { commune: ici.length === 1 ? ici[0] : null, possibles: ici }
  }
}

/** La classe d’une commune dans la grille de l’Insee ; plus récente que la grille, celle de sa partie la plus peuplée. */
export function lireClasses(grille) {
  const niveaux = new Map(lireCsv(grille).map((ligne) => [ligne.CODGEO, ligne]))
  return (commune) => {
    const parties = (commune?.anciens ?? []).flatMap((code) => niveaux.get(code) ?? [])
    const ligne = niveaux.get(commune?.code) ?? parties.sort((a, b) => b.PMUN21 - a.PMUN21)[0]
    if (ligne === undefined) return 'non classé'
    const niveau = Number(ligne.DENS7 ?? ligne.DENS)
    return niveau === 1 ? 'urbain dense' : niveau <= 4 ? 'urbain intermédiaire' : 'rural'
  }
}

/** La classe d’une ligne : sans commune connue, celle de toutes les communes possibles, si elles n’en ont qu’une. */
export function lireClasseDe(trouver, classe) {
  return (ligne) => {
    const { commune, possibles } = trouver(ligne)
    if (commune) return classe(commune)
    const classes = new Set(possibles.map(classe))
    return classes.size === 1 ? [...classes][0] : 'non classé'
  }
}

/**
 * À qui est un lieu : à l’employeur de son SIRET, sinon à celui de son SIREN dans le département qui a le plus de postes.
 * Un employeur est dans le département de sa ligne qui a le plus de postes, la première à égalité.
 */
export function lireEmployeurs(postes) {
  const employeurs = new Map()
  for (const ligne of postes.filter(({ siret }) => siret !== '')) {
    const connu = employeurs.get(ligne.siret) ?? { total: 0, plus: 0, departement: '' }
    const mieux = ligne.postes > connu.plus ? { plus: ligne.postes, departement: ligne.departement } : {}
    employeurs.set(ligne.siret, { ...connu, ...mieux, total: connu.total + ligne.postes })
  }
  return ({ pivot, departement }) => {
    if (employeurs.has(pivot)) return pivot
    const semblables = [...employeurs].filter(([siret, un]) => {
      return pivot !== '' && siret.slice(0, 9) === pivot.slice(0, 9) && un.departement === departement
    })
    return semblables.sort(([, a], [, b]) => b.total - a.total)[0]?.[0]
  }
}

const RAYON_TERRE_KM = 6371.0088
const radians = (degres) => (degres * Math.PI) / 180

/** À vol d’oiseau, en km, arrondi au mètre comme sur le site ; par la loi sphérique des cosinus. */
export function volDOiseau(a, b) {
  const [lat1, lat2, ecart] = [a.lat, b.lat, b.lon - a.lon].map(radians)
  const cosinus = Math.sin(lat1) * Math.sin(lat2) + Math.cos(lat1) * Math.cos(lat2) * Math.cos(ecart)
  return Math.round(RAYON_TERRE_KM * Math.acos(Math.min(1, cosinus)) * 1000) / 1000
}

/** Les points d’un fichier qui a une latitude et une longitude ; ceux qui n’en ont pas ne sont pas situés. */
export function lirePoints(chemin) {
  return (
    lireCsv(chemin)
      // Un lieu dont l’adresse n’est pas située est au centre de sa commune, écrit dans des colonnes à part.
      .map((ligne) => ({
        ...ligne,
        // Le fichier des France services nomme autrement le département.
        departement: ligne.departement ?? ligne.insee_dep,
        lat: ligne.latitude || ligne.latitude_approchee,
        lon: ligne.longitude || ligne.longitude_approchee,
      }))
      .filter(({ lat, lon }) => lat && lon)
      .map((ligne) => ({ ...ligne, lat: Number(ligne.lat), lon: Number(ligne.lon) }))
  )
}

/** Ce qu’une ligne du fichier des lieux dit de sa place. */
export function lireLieu({ code_insee: commune, departement, code_postal: codePostal, commune: nom }) {
  return { commune, departement, codePostal, nom }
}

const plier = (nom) =>
  nom
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, ' ')
const VILLES = { 751: '75056', 132: '13055', 693: '69123' }

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

/** Un nom fait de zéros est absent. */
function absent(nom = '') {
  return nom.trim().replace(/^0+$/, '')
}

/** Des codes ont perdu leur zéro de gauche (« 1 » pour « 01 ») ; un code fait de zéros, ou sans chiffre, est absent. */
function avecZero(code = '', longueur) {
  return /^[0\D]*$/.test(code.trim()) ? '' : code.trim().padStart(longueur, '0')
}
