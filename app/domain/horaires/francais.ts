import { LONGUEUR_MAX } from './expansion.ts'
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
  const semaine = readGroupes(mots)
  return semaine && writeOsm(semaine)
}

const SUR_RENDEZ_VOUS = '"sur rendez-vous"'

type Mot =
  /** `langue`: null for "sa", which both languages have. */
  | { genre: 'jour'; rang: number; langue: 'anglais' | 'francais' | null }
  | { genre: 'heure'; minute: number; seule: boolean }
  | { genre: 'demi'; matin: boolean }
  | { genre: 'entre' | 'lien' | 'fin' | 'ferme' | 'sauf' | 'feries' | 'rendez-vous' | 'tous' }

const ANGLAIS = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su']

/** "lundi", "lun", "lu", with or without a full stop or an s. */
const JOURS_DITS = new Map<string, number>([
  ...ANGLAIS.map((code, rang): [string, number] => [code, rang]),
  ...JOURS.flatMap((jour, rang) =>
    [jour, `${jour}s`, jour.slice(0, 3), jour.slice(0, 2)].map((dit): [string, number] => [dit, rang]),
  ),
])

/** What is said around hours and changes nothing of them. */
const LIENS = new Set([
  'de',
  'du',
  'des',
  'd',
  'le',
  'les',
  'et',
  'puis',
  'ouvert',
  'ouverte',
  'ouverture',
  'horaires',
  'accueil',
  'permanence',
  'permanences',
  'public',
])
const DEMI_JOURNEES = new Map([
  ...['matin', 'matins', 'matinee'].map((dit) => [dit, true] as const),
  ...['aprem', 'soir'].map((dit) => [dit, false] as const),
])

const MIDI = 12 * 60

/** An hour, a word, or a sign; in a text without accents. */
const MORCEAU = /\d{1,2} ?(?:heures?|h) ?(?:[0-5]\d(?! ?h|\d))?|\d{1,2}:[0-5]\d|\d+|[a-z]+|[^\sa-z\d]/g

function readMots(texte: string): Mot[] | null {
  const plain = texte
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
  const phrases = plain
    .replace(/\b(?:uniquement |seulement )?sur (?:rendez[ -]vous|rdv)\b(?: uniquement)?/g, ' rdv ')
    .replace(/\bapres[ -]midis?\b/g, ' aprem ')
    .replace(/\bweek[ -]?ends?\b/g, ' samedi et dimanche ')
    .replace(/\btous les jours\b/g, ' tous ')
    .replace(/\b(?:les )?jours? feries?\b/g, ' feries ')
  const mots: Mot[] = []
  for (const [morceau] of phrases.matchAll(MORCEAU)) {
    const mot = motDe(morceau)
    if (mot === null) return null
    mots.push(mot)
  }
  // "Mar Mo-Fr" is March, for OSM: the two languages are not mixed.
  const langues = new Set(mots.flatMap((mot) => (mot.genre === 'jour' ? (mot.langue ?? []) : [])))
  return langues.size > 1 ? null : mots
}

function langueDe(jour: string): 'anglais' | 'francais' | null {
  if (jour === 'sa') return null
  return ANGLAIS.includes(jour) ? 'anglais' : 'francais'
}

function motDe(morceau: string): Mot | null {
  const jour = JOURS_DITS.get(morceau)
  if (jour !== undefined) return { genre: 'jour', rang: jour, langue: langueDe(morceau) }
  const lu = /^(\d{1,2})(?: ?(?:heures?|h) ?|:)?(\d\d)?$/.exec(morceau)
  if (lu) {
    const minute = Number(lu[1]) * 60 + Number(lu[2] ?? 0)
    return minute <= MINUTES_PAR_JOUR ? { genre: 'heure', minute, seule: /^\d+$/.test(morceau) } : null
  }
  if (/^[-–—−]$/.test(morceau) || ['a', 'au', 'jusqu'].includes(morceau)) return { genre: 'entre' }
  if (/^[,/&:.()"]$/.test(morceau) || LIENS.has(morceau)) return { genre: 'lien' }
  if (morceau === 'midi') return { genre: 'heure', minute: MIDI, seule: false }
  const matin = DEMI_JOURNEES.get(morceau)
  if (matin !== undefined) return { genre: 'demi', matin }
  if (/^[;|]$/.test(morceau)) return { genre: 'fin' }
  if (/^(?:ferm(?:e|es|ee|ees|eture)|off|closed)$/.test(morceau)) return { genre: 'ferme' }
  if (morceau === 'sauf' || morceau === 'hors') return { genre: 'sauf' }
  if (morceau === 'feries' || morceau === 'tous') return { genre: morceau }
  return morceau === 'rdv' ? { genre: 'rendez-vous' } : null
}

type Semaine = { jours: (Tranche[] | null)[]; feries: boolean; rendezVous: boolean }

/** Days, then their hours, then other days; null as soon as one of them lacks the other. */
function readGroupes(mots: readonly Mot[]): Semaine | null {
  const semaine: Semaine = { jours: JOURS.map(() => null), feries: false, rendezVous: false }
  const dits = new Map<number, string>()
  let [jours, heures]: [Set<number>, Tranche[]] = [new Set(), []]
  let [ferme, sauf] = [false, false]
  const close = (): boolean => {
    if (jours.size === 0) return heures.length === 0 && !ferme
    if ((heures.length === 0) !== ferme) return false
    const ensemble = [...jours].sort().join()
    for (const jour of jours) {
      const connues = semaine.jours[jour] ?? null
      // Said twice: the morning then the afternoon of the same days. Otherwise nobody knows which of the two holds.
      if (connues !== null && !ferme && (dits.get(jour) !== ensemble || overlap(connues, heures))) return false
      semaine.jours[jour] = ferme ? [] : [...(connues ?? []), ...heures]
      dits.set(jour, ensemble)
    }
    ;[jours, heures, ferme, sauf] = [new Set(), [], false, false]
    return true
  }
  for (let i = 0; i < mots.length; i += 1) {
    const mot = mots[i] as Mot
    if (mot.genre === 'jour' || mot.genre === 'tous') {
      if (heures.length > 0 && !sauf && !close()) return null
      const suite = mot.genre === 'jour' ? rangeAt(mots, i) : null
      const dernier = suite?.rang ?? (mot.genre === 'jour' ? mot.rang : 6)
      const premier = mot.genre === 'jour' ? mot.rang : 0
      for (let pas = 0; pas <= (dernier - premier + 7) % 7; pas += 1) {
        if (sauf) jours.delete((premier + pas) % 7)
        else jours.add((premier + pas) % 7)
      }
      if (suite) i = suite.fin
    } else if (mot.genre === 'heure') {
      const fin = mots[i + 2]
      if (mots[i + 1]?.genre !== 'entre' || fin?.genre !== 'heure' || (mot.seule && fin.seule) || ferme) return null
      if (sensDe(mot.minute, fin.minute) !== 'jour') return null
      heures.push([mot.minute, fin.minute === 0 ? MINUTES_PAR_JOUR : fin.minute])
      ;[i, sauf] = [i + 2, false]
    } else if (mot.genre === 'ferme') {
      if ((heures.length > 0 || (ferme && jours.size > 0)) && !close()) return null
      ferme = true
    } else if (mot.genre === 'feries') {
      if (!ferme && !sauf) return null
      semaine.feries = true
      ;[ferme, sauf] = [false, false]
    } else if (mot.genre === 'sauf') {
      if (jours.size === 0) return null
      sauf = true
    } else if (mot.genre === 'rendez-vous') semaine.rendezVous = true
    else if (mot.genre === 'fin' && heures.length > 0 && !close()) return null
    // A dash after the days, "lundi - 9h-12h", or before them, parts them; anywhere else it would join something.
    else if (mot.genre === 'entre' && !isPause(mots, i)) return null
    else if (mot.genre === 'demi' && !suitsDemi(mots, i, mot.matin)) return null
  }
  return close() && semaine.jours.some((one) => one !== null && one.length > 0) ? semaine : null
}

/** The last day of "lundi au vendredi", "lun-ven"; null when another word than those stands there. */
function rangeAt(mots: readonly Mot[], i: number): { rang: number; fin: number } | null {
  const dernier = mots[i + 2]
  return mots[i + 1]?.genre === 'entre' && dernier?.genre === 'jour' ? { rang: dernier.rang, fin: i + 2 } : null
}

/** Not between hours, but of two slots; nor after "lundi - mercredi", which may be a range or a list. */
function isPause(mots: readonly Mot[], i: number): boolean {
  const before = mots[i - 1]
  const [after, next, last] = mots.slice(i + 1, i + 8).filter(({ genre }) => genre !== 'lien')
  if (before?.genre !== 'heure' || after === undefined) return before?.genre !== 'jour' || after?.genre !== 'jour'
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
function writeOsm({ jours, feries, rendezVous }: Semaine): HorairesFrancais {
  const groupes = new Map<string, number[]>()
  for (const [rang, tranches] of jours.entries()) {
    if (tranches === null || tranches.length === 0) continue
    const heures = writeTranches(tranches.toSorted(([a], [b]) => a - b))
    groupes.set(heures, [...(groupes.get(heures) ?? []), rang])
  }
  const comment = rendezVous ? ` ${SUR_RENDEZ_VOUS}` : ''
  const regles = [...groupes].map(([heures, rangs]) => `${writeJours(rangs)} ${heures}${comment}`)
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
