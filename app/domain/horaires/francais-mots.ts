import { JOURS, MINUTES_PAR_JOUR } from './semaine.ts'

export type Mot =
  /** `langue`: null for "sa", which both languages have. */
  | { genre: 'jour'; rang: number; langue: 'anglais' | 'francais' | null }
  | { genre: 'heure'; minute: number; seule: boolean }
  | { genre: 'demi'; matin: boolean }
  | { genre: 'lien'; signe: string }
  | { genre: 'entre' | 'fin' | 'ferme' | 'sauf' | 'feries' | 'rendez-vous' | 'tous' }

const ANGLAIS = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su']

/** "lundi", "lun", "lu", with or without a full stop or an s. */
const JOURS_DITS = new Map<string, number>([
  ...ANGLAIS.map((code, rang): [string, number] => [code, rang]),
  ...JOURS.flatMap((jour, rang) =>
    [jour, `${jour}s`, jour.slice(0, 3), jour.slice(0, 2)].map((dit): [string, number] => [dit, rang]),
  ),
])

/** What is said around hours and changes nothing of them. */
const LIENS = new Set(
  'de du des d le les et puis ouvert ouverte ouverture horaires accueil permanence permanences public continu'.split(
    ' ',
  ),
)
const DEMI_JOURNEES = new Map([
  ...['matin', 'matins', 'matinee'].map((dit) => [dit, true] as const),
  ...['aprem', 'soir'].map((dit) => [dit, false] as const),
])

export const MIDI = 12 * 60

const UN_JOUR = `(?:${JOURS.join('|')})`
const UNE_HEURE = String.raw`\d{1,2} ?(?:h|:) ?(?:[0-5]\d)?`

/** What is said in several words, or in signs, each as one word of ours; in a text without accents. */
const PHRASES: readonly [dit: RegExp, mot: string][] = [
  [/[’']/g, ' '],
  [/(?:→|[-=]>)/g, '-'],
  [/(\d) ?(?:min|mn)\b/g, '$1'],
  // "lun. - ven.": the full stop ends no sentence.
  [/\b(lun|mar|mer|jeu|ven|sam|dim|lu|ma|me|je|ve|sa|di)\./g, '$1 '],
  [/\b(?:uniquement |seulement )?sur (?:rendez[ -]vous|rdv)\b(?: uniquement)?/g, ' rdv '],
  [/\b(?:non[ -]stop|sans interruption|(?:en |journee )continue?)\b/g, ' continu '],
  [/\bl (?=apres|aprem)/g, ' '],
  [/\bapres[ -]midis?\b/g, ' aprem '],
  [/\bweek[ -]?ends?\b/g, ' samedi et dimanche '],
  [/\b(?:tous les jours|7 ?(?:j|jours)? ?(?:\/|sur) ?7)\b/g, ' tousjours '],
  [new RegExp(String.raw`\b(?:tous les|chaque) (?=${UN_JOUR}s?\b)`, 'g'), ' '],
  [/\b(?:les )?jours? feries?\b/g, ' feries '],
  [new RegExp(String.raw`\bentre (${UNE_HEURE}) ?et (?=\d)`, 'g'), '$1 - '],
]

/** An hour, a word, or a sign; in a text without accents. */
const MORCEAU = /\d{1,2} ?(?:heures?|h) ?(?:[0-5]\d(?! ?h|\d))?|\d{1,2}:[0-5]\d|\d+|[a-z]+|[^\sa-z\d]/g

/** Lower case, without accents; each space is one. */
export function plain(texte: string): string {
  return texte
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
}

/** The words of hours written in French; null as soon as one is none, or when two languages are mixed. */
export function readMots(texte: string): Mot[] | null {
  const phrases = PHRASES.reduce((said, [dit, mot]) => said.replace(dit, mot), plain(texte))
  const mots: Mot[] = []
  for (const [morceau] of parBarres(phrases).matchAll(MORCEAU)) {
    const mot = motDe(morceau)
    if (mot === null) return null
    mots.push(mot)
  }
  // "Mar Mo-Fr" is March, for OSM: the two languages are not mixed.
  const langues = new Set(mots.flatMap((mot) => (mot.genre === 'jour' ? (mot.langue ?? []) : [])))
  return langues.size > 1 ? null : mots
}

/** "9h/12h - 14h/17h": where every hour has a bar beside it, the bar joins two hours and the dash parts two slots. */
function parBarres(texte: string): string {
  const heures = texte.match(new RegExp(UNE_HEURE, 'g')) ?? []
  const paires = new RegExp(`(${UNE_HEURE}) ?/ ?(?=(${UNE_HEURE}))`, 'g')
  const deux = new RegExp(`${UNE_HEURE} ?/ ?${UNE_HEURE}`, 'g')
  if (heures.length === 0 || 2 * (texte.match(deux) ?? []).length !== heures.length) return texte
  const bars = (texte.match(paires) ?? []).length
  return 2 * bars === heures.length ? texte.replace(/ - (?=\d)/g, ' , ').replace(paires, '$1 - ') : texte
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
  if (/^[,/&:.()"]$/.test(morceau) || LIENS.has(morceau)) return { genre: 'lien', signe: morceau }
  if (morceau === 'midi') return { genre: 'heure', minute: MIDI, seule: false }
  if (morceau === 'minuit') return { genre: 'heure', minute: 0, seule: false }
  const matin = DEMI_JOURNEES.get(morceau)
  if (matin !== undefined) return { genre: 'demi', matin }
  if (/^[;|]$/.test(morceau)) return { genre: 'fin' }
  if (/^(?:ferm(?:e|es|ee|ees|eture)|off|closed)$/.test(morceau)) return { genre: 'ferme' }
  if (morceau === 'sauf' || morceau === 'hors') return { genre: 'sauf' }
  if (morceau === 'tousjours') return { genre: 'tous' }
  if (morceau === 'feries') return { genre: morceau }
  return morceau === 'rdv' ? { genre: 'rendez-vous' } : null
}
