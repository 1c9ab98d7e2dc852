// Heures d’ouverture par semaine que publient les lieux, par classe de communes : telles quelles, et par habitant.
// node docs/recalcul/heures.mjs lieux.csv grille.csv communes.json data/referentiel/communes.csv
import { ecrire, lireClasseDe, lireClasses, lireCommunes, lireCsv, lireLieu, situer, sommer } from './lire.mjs'

const JOURS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su']
const [, , fichierLieux, grille, json, referentiel] = process.argv
const communes = lireCommunes(json, referentiel)
const classe = lireClasses(grille)
const classeDe = lireClasseDe(situer(communes), classe)
const lieux = lireCsv(fichierLieux).map((ligne) => ({
  classe: classeDe(lireLieu(ligne)),
  minutes: minutesParSemaine(ligne.horaires),
}))

/**
 * « Mo-Fr 09:00-12:00,14:00-17:00; Sa off » (OpenStreetMap) : une règle remplace la précédente, pour ses jours. Une cellule
 * dont une règle se lit mal (« Mo 09:00-12:00-14:00 ») ne compte pas : nul ne sait ce qu’elle veut dire.
 */
function minutesParSemaine(horaires = '') {
  const semaine = new Map()
  for (const regle of horaires.split(';').map((une) => une.trim())) {
    const [, jours, heures] = /^((?:[A-Z][a-z][-,]?)+) (off|[\d:h,-]+)$/.exec(regle) ?? []
    const plages = heures === 'off' ? [] : (heures ?? '').split(',').map(lirePlage)
    if (jours === undefined || plages.includes(null)) return 0
    for (const jour of jours.split(',').flatMap(lireJours)) semaine.set(jour, plages)
  }
  return [...semaine.values()].reduce((somme, plages) => somme + duree(plages), 0)
}

function lireJours(jours) {
  const [debut, fin = debut] = jours.split('-')
  return JOURS.slice(JOURS.indexOf(debut), JOURS.indexOf(fin) + 1)
}

function lirePlage(plage) {
  const lue = /^(\d+)[:h](\d*)-(\d+)[:h](\d*)$/.exec(plage)
  if (lue === null) return null
  const [h1, m1, h2, m2] = lue.slice(1).map(Number)
  return [h1 * 60 + m1, h2 * 60 + m2]
}

/** Des plages qui se recouvrent ne comptent qu’une fois. */
function duree(plages) {
  let [somme, fini] = [0, 0]
  for (const [debut, fin] of plages.toSorted(([a], [b]) => a - b)) {
    somme += Math.max(0, fin - Math.max(debut, fini))
    fini = Math.max(fini, fin)
  }
  return somme
}

const habitants = sommer(communes, classe, ({ population }) => population)
const tous = sommer(
  lieux,
  (lieu) => lieu.classe,
  () => 1,
)
const quiPublient = sommer(
  lieux,
  (lieu) => lieu.classe,
  ({ minutes }) => (minutes > 0 ? 1 : 0),
)
const heures = sommer(
  lieux,
  (lieu) => lieu.classe,
  ({ minutes }) => minutes / 60,
)
const pour10000 = (nombre, h) => (h > 0 ? ((nombre / h) * 10_000).toFixed(2) : '')
ecrire([
  ['classe', 'habitants', 'lieux', 'lieux_avec_heures', 'heures', 'heures_pour_10000', 'si_tous_ouvraient_autant'],
  ...['rural', 'urbain intermédiaire', 'urbain dense', 'non classé'].map((nom) => {
    const [h, l, publient, total] = [habitants, tous, quiPublient, heures].map((nombres) => nombres.get(nom) ?? 0)
    const autant = publient > 0 ? (total / publient) * l : 0
    return [nom, h, l, publient, total.toFixed(2), pour10000(total, h), pour10000(autant, h)]
  }),
])
