// Heures d’ouverture par semaine que publient les lieux, par classe de communes et au total : telles quelles, par
// habitant, et par lieu qui en publie.
// node docs/recalcul/heures.mjs lieux.csv grille.csv communes.json data/referentiel/communes.csv
import {
  ecrire,
  lireClasseDe,
  lireClasses,
  lireCommunes,
  lireCsv,
  lireLieu,
  situer,
  sommer,
  totaliser,
} from './lire.mjs'

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
 * « Mo-Fr 09:00-12:00,14:00-17:00; Sa off » (OpenStreetMap) : une règle remplace la précédente, pour ses jours ; une semaine
 * ordinaire n’a pas de jour férié (« PH off »). Une cellule dont une règle se lit mal (« Mo 09:00-12:00-14:00 ») ne compte
 * pas : nul ne sait ce qu’elle veut dire.
 */
function minutesParSemaine(horaires = '') {
  const semaine = new Map()
  const regles = horaires.split(';').map((une) => une.trim())
  for (const regle of regles.filter((une) => !une.startsWith('PH '))) {
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
function rangee(nom, [h, l, publient, total]) {
  const parLieu = publient > 0 ? total / publient : 0
  const heuresPubliees = [total.toFixed(2), pour10000(total, h), pour10000(parLieu * l, h)]
  return [nom, h, l, publient, ...heuresPubliees, publient > 0 ? parLieu.toFixed(6) : '']
}
const comptes = [habitants, tous, quiPublient, heures]
ecrire([
  [
    ...['classe', 'habitants', 'lieux', 'lieux_avec_heures', 'heures', 'heures_pour_10000'],
    ...['si_tous_ouvraient_autant', 'heures_par_lieu'],
  ],
  ...['rural', 'urbain intermédiaire', 'urbain dense', 'non classé'].map((nom) =>
    rangee(
      nom,
      comptes.map((nombres) => nombres.get(nom) ?? 0),
    ),
  ),
  rangee('total', comptes.map(totaliser)),
])
