import { LONGUEUR_MAX } from './expansion.ts'
import { MIDI, type Mot, readMots } from './francais-mots.ts'
import { CODES, sensDe, writeTranches } from './osm.ts'
import { JOURS, MINUTES_PAR_JOUR, mergePlages, type Plage } from './semaine.ts'

type Tranche = readonly [debut: number, fin: number]

/** Hours written in French, as OSM's text and as the week that they say: the one is made from the other by nobody. */
export type HorairesFrancais = { osm: string; plages: Plage[] }

/**
 * Hours as people write them ("du lundi au vendredi de 9h à 12h et de 14h à 17h", "lun-ven 9h-12h / 14h-17h30"), null for
 * what is not wholly understood: one word that is not of hours is enough. Linear in the length of the text.
 */
export function readFrancais(texte: string): HorairesFrancais | null {
  // OSM's own: a comment, a rule that stands in for another, March every day.
  if (texte.length > LONGUEUR_MAX || /"[^"]*"|\|\||^mar [^h]*$/i.test(texte)) return null
  const mots = readMots(texte)
  if (mots === null) return null
  if (mots.every(({ genre }) => genre === 'rendez-vous' || genre === 'lien')) {
    return mots.some(({ genre }) => genre === 'rendez-vous') ? { osm: SUR_RENDEZ_VOUS, plages: [] } : null
  }
  const semaine = readGroupes(heuresEnTete(mots) ?? mots)
  return semaine && writeOsm(semaine)
}

const SUR_RENDEZ_VOUS = '"sur rendez-vous"'

/** Of each day its slots, none when it is closed, null when nothing is said of it; and those that are on appointment. */
type Semaine = { jours: (Tranche[] | null)[]; feries: boolean; surRendezVous: Set<number> }

/** "9h-12h le lundi, 14h-17h le mardi", the days before their hours; null for a text that is not all written so. */
function heuresEnTete(mots: readonly Mot[]): Mot[] | null {
  const dits = mots.filter(({ genre }) => genre !== 'lien')
  if (dits[0]?.genre !== 'heure' || dits.at(-1)?.genre !== 'jour') return null
  const [ranges, heures, jours]: [Mot[], Mot[], Mot[]] = [[], [], []]
  for (const [i, mot] of mots.entries()) {
    if (mot.genre === 'heure') {
      if (jours.length > 0) ranges.push(...jours.splice(0), ...heures.splice(0))
      heures.push(mot)
    } else if (mot.genre === 'jour') jours.push(mot)
    else if (mot.genre === 'entre' || mot.genre === 'lien') {
      const [before, after] = [mots[i - 1]?.genre, mots[i + 1]?.genre]
      // What stands between days and hours joins neither.
      if (before === after && before === 'jour') jours.push(mot)
      else if (before === after && before === 'heure') heures.push(mot)
    } else if (mot.genre !== 'fin' || jours.length === 0) return null
  }
  return [...ranges, ...jours, ...heures]
}

/** Days, then their hours, then other days; null as soon as one of them lacks the other. */
function readGroupes(mots: readonly Mot[]): Semaine | null {
  const semaine: Semaine = { jours: JOURS.map(() => null), feries: false, surRendezVous: new Set() }
  const dits = new Map<number, string>()
  let groupe = nouveauGroupe()
  const close = (): boolean => {
    const { jours, heures, ferme, rendezVous } = groupe
    if (jours.size === 0) return heures.length === 0 && !ferme
    if (ferme ? heures.length > 0 : heures.length === 0 && !rendezVous) return false
    const ensemble = [...jours].sort().join()
    for (const jour of jours) {
      const connues = semaine.jours[jour] ?? null
      // Said twice: the morning then the afternoon of the same days. Otherwise nobody knows which of the two holds.
      if (connues !== null && !ferme && (dits.get(jour) !== ensemble || overlap(connues, heures))) return false
      if (connues !== null && rendezVous !== semaine.surRendezVous.has(jour)) return false
      semaine.jours[jour] = ferme ? [] : [...(connues ?? []), ...heures]
      if (rendezVous) semaine.surRendezVous.add(jour)
      dits.set(jour, ensemble)
    }
    groupe = nouveauGroupe()
    return true
  }
  for (let i = 0; i < mots.length; i += 1) {
    const mot = mots[i] as Mot
    if (mot.genre === 'jour' || mot.genre === 'tous') {
      if (isEntier(groupe, mots[i - 1]) && !close()) return null
      i = addJours(groupe, mots, i)
    } else if (mot.genre === 'heure') {
      const tranche = trancheAt(mots, i)
      if (tranche === null || groupe.ferme || (groupe.sauf && groupe.heures.length > 0)) return null
      if (groupe.rendezVous && groupe.heures.length > 0) return null
      groupe.heures.push(tranche)
      groupe.sauf = false
      i += 2
    } else if (mot.genre === 'ferme') {
      if ((groupe.heures.length > 0 || groupe.ferme || groupe.rendezVous) && groupe.jours.size > 0 && !close())
        return null
      groupe.ferme = true
      groupe.fermeDit = groupe.jours.size > 0 ? (isDeuxPoints(mots[i - 1]) ? 'sien' : 'apres') : null
    } else if (mot.genre === 'feries') {
      if (!groupe.ferme && !groupe.sauf) return null
      semaine.feries = true
      ;[groupe.ferme, groupe.sauf] = [false, false]
    } else if (mot.genre === 'sauf') {
      if (groupe.jours.size === 0) return null
      groupe.sauf = true
    } else if (mot.genre === 'rendez-vous') {
      const portee = porteeDuRendezVous(mots, i, groupe)
      if (portee === null) return null
      if (portee === 'groupe') groupe.rendezVous = true
      else for (const rang of JOURS.keys()) semaine.surRendezVous.add(rang)
    } else if (mot.genre === 'fin') {
      if (groupe.jours.size > 0 && (groupe.heures.length > 0 || groupe.ferme || groupe.rendezVous) && !close())
        return null
    }
    // A dash after the days, "lundi - 9h-12h", or before them, parts them; anywhere else it would join something.
    else if (mot.genre === 'entre' && !isPause(mots, i)) return null
    else if (mot.genre === 'demi' && !suitsDemi(mots, i, mot.matin)) return null
  }
  const ouverte = () => semaine.jours.some((one) => one !== null && one.length > 0) || semaine.surRendezVous.size > 0
  return close() && ouverte() ? semaine : null
}

/** `fermeDit`: "closed" stood after the days, alone or behind their colon. */
type Groupe = {
  jours: Set<number>
  heures: Tranche[]
  ferme: boolean
  fermeDit: 'apres' | 'sien' | null
  sauf: boolean
  rendezVous: boolean
}

function nouveauGroupe(): Groupe {
  return { jours: new Set(), heures: [], ferme: false, fermeDit: null, sauf: false, rendezVous: false }
}

/** Whether a day opens another group: the one before has its hours, or is closed, which a sign or a colon says of it. */
function isEntier({ jours, heures, fermeDit, sauf, rendezVous }: Groupe, before: Mot | undefined): boolean {
  if (sauf) return false
  const signe = before !== undefined && before.genre !== 'ferme' && before.genre !== 'rendez-vous'
  if (fermeDit !== null) return fermeDit === 'sien' || signe
  return heures.length > 0 || (rendezVous && jours.size > 0 && signe)
}

function isDeuxPoints(mot: Mot | undefined): boolean {
  return mot?.genre === 'lien' && mot.signe === ':'
}

/** The days said at `i`, in or out of the group; where the last of them stands. */
function addJours({ jours, sauf }: Groupe, mots: readonly Mot[], i: number): number {
  const mot = mots[i] as Mot
  const suite = mot.genre === 'jour' ? rangeAt(mots, i) : null
  const dernier = suite?.rang ?? (mot.genre === 'jour' ? mot.rang : 6)
  const premier = mot.genre === 'jour' ? mot.rang : 0
  for (let pas = 0; pas <= (dernier - premier + 7) % 7; pas += 1) {
    if (sauf) jours.delete((premier + pas) % 7)
    else jours.add((premier + pas) % 7)
  }
  return suite?.fin ?? i
}

/** "9h-12h" at `i`; null for an hour that is not the first of two of a day. */
function trancheAt(mots: readonly Mot[], i: number): Tranche | null {
  const [debut, entre, fin] = mots.slice(i, i + 3)
  if (debut?.genre !== 'heure' || entre?.genre !== 'entre' || fin?.genre !== 'heure') return null
  if ((debut.seule && fin.seule) || sensDe(debut.minute, fin.minute) !== 'jour') return null
  return [debut.minute, fin.minute === 0 ? MINUTES_PAR_JOUR : fin.minute]
}

/**
 * What is on appointment: the whole week when it is said before all or after all of it, the days that it stands beside
 * otherwise. Null where it may be of those before or of those after.
 */
function porteeDuRendezVous(mots: readonly Mot[], i: number, groupe: Groupe): 'tout' | 'groupe' | null {
  const isDit = ({ genre }: Mot) => ['jour', 'tous', 'heure', 'ferme'].includes(genre)
  const [before, after] = [mots.slice(0, i), mots.slice(i + 1)]
  const seul = mots.filter(({ genre }) => genre === 'rendez-vous').length === 1
  if (!before.some(isDit)) return seul ? 'tout' : null
  if (groupe.jours.size === 0) return seul && !after.some(isDit) ? 'tout' : null
  if (groupe.heures.length === 0) return 'groupe'
  const clos = before.some(({ genre }) => genre === 'fin')
  if (!after.some(isDit)) return seul && !clos ? 'tout' : 'groupe'
  const [precede, suit] = [mots[i - 1], mots[i + 1]]
  const colle = precede?.genre === 'heure' || (precede?.genre === 'lien' && precede.signe === '(')
  return colle && suit !== undefined && !isDit(suit) ? 'groupe' : null
}

/** The last day of "lundi au vendredi", "lun-ven"; null when another word than those stands there. */
function rangeAt(mots: readonly Mot[], i: number): { rang: number; fin: number } | null {
  const dernier = mots[i + 2]
  return mots[i + 1]?.genre === 'entre' && dernier?.genre === 'jour' ? { rang: dernier.rang, fin: i + 2 } : null
}

/** Not between hours, but of two slots; nor between two days, which may be a range or a list. */
function isPause(mots: readonly Mot[], i: number): boolean {
  const isDit = ({ genre }: Mot) => genre !== 'lien'
  const [after, next, last] = mots.slice(i + 1, i + 8).filter(isDit)
  if (after?.genre === 'jour' && mots.slice(Math.max(0, i - 6), i).findLast(isDit)?.genre === 'jour') return false
  const before = mots[i - 1]
  if (before?.genre !== 'heure' || after === undefined) return true
  return after.genre === 'jour' || (after.genre === 'heure' && next?.genre === 'entre' && last?.genre === 'heure')
}

/** "matin" stands before the hours of a morning: without them, or with others, it says something that is not read. */
function suitsDemi(mots: readonly Mot[], i: number, matin: boolean): boolean {
  const suite = mots.slice(i + 1, i + 6).find(({ genre }) => genre !== 'lien' && genre !== 'entre')
  return suite?.genre === 'heure' && (matin ? suite.minute < MIDI : suite.minute >= MIDI)
}

function overlap(some: readonly Tranche[], others: readonly Tranche[]): boolean {
  return some.some(([debut, fin]) => others.some(([own, end]) => own < fin && debut < end))
}

/** `Mo-Th 08:30-12:00,13:30-17:00; Fr 08:30-12:00`: the days of the same hours together, in the order of the week. */
function writeOsm({ jours, feries, surRendezVous }: Semaine): HorairesFrancais {
  const groupes = new Map<string, number[]>()
  for (const [rang, tranches] of jours.entries()) {
    const comment = surRendezVous.has(rang) ? SUR_RENDEZ_VOUS : ''
    if (tranches === null || (tranches.length === 0 && comment === '')) continue
    const heures = `${writeTranches(tranches.toSorted(([a], [b]) => a - b))} ${comment}`.trim()
    groupes.set(heures, [...(groupes.get(heures) ?? []), rang])
  }
  const regles = [...groupes].map(([heures, rangs]) => `${writeJours(rangs)} ${heures}`)
  const plages = jours.flatMap((tranches, rang) =>
    (tranches ?? []).map(([debut, fin]) => ({
      debut: rang * MINUTES_PAR_JOUR + debut,
      fin: rang * MINUTES_PAR_JOUR + fin,
    })),
  )
  return { osm: [...regles, ...(feries ? ['PH off'] : [])].join('; '), plages: mergePlages(plages) }
}

/** Three days that follow, or more, as a range. */
function writeJours(rangs: readonly number[]): string {
  const suites: number[][] = []
  for (const rang of rangs) {
    const suite = suites.at(-1)
    if (suite?.at(-1) === rang - 1) suite.push(rang)
    else suites.push([rang])
  }
  return suites
    .map((suite) =>
      (suite.length > 2 ? [suite[0], suite.at(-1)] : suite)
        .map((rang) => CODES[rang as number])
        .join(suite.length > 2 ? '-' : ','),
    )
    .join(',')
}
