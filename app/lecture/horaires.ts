import { createRequire } from 'node:module'
import { isDeepStrictEqual } from 'node:util'
import type OpeningHours from 'opening_hours'
import {
  conclude,
  type Expansion,
  LONGUEUR_MAX,
  type ProblemeHoraires,
  readCellule,
  tidy,
} from '#app/domain/horaires/expansion.ts'
import { readFrancais } from '#app/domain/horaires/francais.ts'
import {
  applyRegles,
  CODES,
  heuresEcrites,
  type Regle,
  readFeries,
  readRegle,
  sensDesTranches,
  splitRegles,
  type TrancheFausse,
  writeRegle,
} from '#app/domain/horaires/osm.ts'
import {
  JOURS,
  type Jour,
  MINUTES_PAR_JOUR,
  MINUTES_PAR_SEMAINE,
  mergePlages,
  type Plage,
  type Semaine,
} from '#app/domain/horaires/semaine.ts'

import { isOsm } from '#app/domain/horaires/texte.ts'
import { detach } from './detach.ts'

const CACHE_MAX = 5000

// A week without a public holiday, nor a change of clocks anywhere in the world: the zone of the process is nothing.
const DEBUT_DE_REFERENCE: [number, number, number] = [2024, 0, 15]
const FIN_DE_REFERENCE: [number, number, number] = [2024, 0, 22]

// What `isWeekStable` of opening_hours takes for a plain week, or cannot evaluate, and is not one: school holidays
// (it throws), holidays mixed with days, the sun, an open end, "unknown".
const JAMAIS_FIXE = /\b(SH|PH|sunrise|sunset|dawn|dusk|unknown)\b|\d\s*\+|[()]/i
const HEURES_OU_FERMETURE = /\d\s*-\s*\d|\b(off|closed)\b|24\/7/

/** A rule, sorted: `fixe` belongs to every week (in the plain grammar, or not); `texte` is shown as published. */
type RegleTriee = { fixe: Regle | string | null; texte: string | null; fausse: TrancheFausse | null }

const FAUSSES: TrancheFausse[] = ['a-l-envers', 'duree-nulle']

const require = createRequire(import.meta.url)
const cache = new Map<string, Expansion>()

/**
 * Opening hours in OSM's syntax, as the LaMednum files give them, → an ordinary week. Never throws. The same answer
 * in any zone and any department: `PH` is read here, and evaluated when the page is shown, with the department's
 * calendar. Results are shared between equal strings: do not change them.
 */
export function expandHoraires(osm: string): Expansion {
  const connu = cache.get(osm)
  if (connu !== undefined) return connu
  const texte = detach(osm)
  const expansion = readHoraires(texte)
  // The checker reads strangers' files: the cache must not be theirs to fill.
  if (cache.size >= CACHE_MAX) cache.clear()
  if (osm.length <= LONGUEUR_MAX) cache.set(texte, expansion)
  return expansion
}

/**
 * Hours by day as the France services file has them ("09:00 - 12:00 / 14:00 - 16:30"), → an ordinary week.
 * `00:00 - 00:00` is that file's empty slot. Never throws. Slots that overlap are joined.
 */
export function expandJours(jours: Partial<Record<Jour, string | null>>): Expansion {
  const plages: Plage[] = []
  const textes: string[] = []
  const problemes: (ProblemeHoraires | null)[] = []
  for (const [rang, jour] of JOURS.entries()) {
    const cellule = tidy((jours[jour] ?? '').slice(0, LONGUEUR_MAX))
    const lues = readJour(jour, cellule, rang * MINUTES_PAR_JOUR)
    plages.push(...lues.plages)
    problemes.push(lues.probleme)
    if (lues.probleme !== null) textes.push(`${jour} : ${cellule}`)
  }
  return conclude({ plages: mergePlages(plages), feries: null, texte: textes.join('; ') || null }, problemes)
}

/** The hours of one day, as the file has them, or as people write them: "fermé", "9h-12h / 14h-17h". */
function readJour(jour: Jour, cellule: string, minuit: number): ReturnType<typeof readCellule> {
  const lues = readCellule(cellule, minuit)
  if (lues.probleme !== 'illisible') return lues
  if (/^ferm[ée]e?$/i.test(cellule)) return { plages: [], probleme: null }
  const francais = readFrancais(`${jour} : ${cellule}`)
  // Another day named in the cell, or an appointment, is text.
  const simple = francais?.osm.startsWith(`${CODES[minuit / MINUTES_PAR_JOUR]} `) && !/[";]/.test(francais.osm)
  return simple && francais ? { plages: francais.plages, probleme: null } : lues
}

function readHoraires(texte: string): Expansion {
  if (texte.length > LONGUEUR_MAX) return { semaine: null, probleme: 'illisible' }
  const publie = tidy(texte)
  if (splitRegles(publie).every(({ texte: regle }) => readRegle(regle) !== null)) return readOsm(publie)
  const francais = readFrancais(publie)
  const relu = francais && readOsm(francais.osm)
  // Read twice: what is proposed in OSM's words says the week that the French ones said.
  if (relu?.semaine && relu.probleme === null && isDeepStrictEqual(relu.semaine.plages, francais?.plages))
    return { ...relu, osm: francais?.osm }
  const lu = readOsm(publie)
  // Words that OSM has not: it kept them, and read nothing of them.
  return lu.probleme === null && lu.semaine?.texte && !isOsm(lu.semaine.texte) ? { ...lu, probleme: 'illisible' } : lu
}

function readOsm(publie: string): Expansion {
  const regles = splitRegles(publie).map(({ texte, repli }) => sortRegle(texte, repli))
  const triees = regles.filter((regle) => regle !== null)
  if (publie === '') return { semaine: null, probleme: null }
  const semaine = triees.length === regles.length ? buildSemaine(triees) : null
  if (semaine === null) return illisible(publie)
  const problemes = triees.map(({ fausse }) => fausse)
  const { semaine: gardee, probleme } = conclude(semaine, problemes)
  return { semaine: gardee, probleme: probleme ?? (gardee === null ? 'jamais-ouvert' : null) }
}

function illisible(texte: string): Expansion {
  return { semaine: { plages: [], feries: null, texte }, probleme: 'illisible' }
}

/** Null when opening_hours cannot parse the rule. */
function sortRegle(texte: string, repli: boolean): RegleTriee | null {
  const sansCommentaire = tidy(texte.replace(/"[^"]*"/g, ' '))
  const commentee = sansCommentaire !== tidy(texte)
  const simple = readRegle(sansCommentaire)
  if (simple !== null) {
    // After `||`, "off" adds nothing: what is not said is closed.
    if (repli) return { fixe: null, texte: simple.tranches.length === 0 ? null : texte, fausse: simple.fausse }
    const gardee = commentee || simple.fausse !== null
    return { fixe: simple, texte: gardee ? texte : null, fausse: simple.fausse }
  }
  const stable = isStable(texte)
  if (stable === null) return null
  const sens = sensDesTranches(sansCommentaire)
  const fausse = FAUSSES.find((faute) => sens.includes(faute)) ?? null
  const fixe = stable && !commentee && !repli && fausse === null && HEURES_OU_FERMETURE.test(texte)
  return fixe ? { fixe: texte, texte: null, fausse } : { fixe: null, texte, fausse }
}

function isStable(texte: string): boolean | null {
  const lu = parse(texte)
  if (lu === null) return null
  try {
    return !JAMAIS_FIXE.test(texte) && lu.isWeekStable()
  } catch {
    return false
  }
}

/** Null when opening_hours fails, or gives times that nobody wrote. */
function buildSemaine(triees: RegleTriee[]): Semaine | null {
  const fixes = triees.flatMap(({ fixe }) => (fixe === null ? [] : [fixe]))
  const simples = fixes.filter((fixe) => typeof fixe !== 'string')
  const lues = applyRegles(simples)
  const plages = simples.length === fixes.length ? lues.plages : evaluate(fixes)
  if (plages === null) return null
  const { feries, texte: desFeries } = readFeries(lues.feries, plages)
  const textes = [...triees.map(({ texte }) => texte), desFeries].filter((texte) => texte !== null)
  return { plages, feries, texte: textes.join('; ') || null }
}

/** The week of rules of which at least one needs opening_hours. */
function evaluate(fixes: (Regle | string)[]): Plage[] | null {
  const valeur = fixes.map((fixe) => (typeof fixe === 'string' ? fixe : writeRegle(fixe))).filter((v) => v !== null)
  const ecrites = heuresEcrites(valeur.join('; '))
  const lu = parse(valeur.join('; '))
  try {
    const intervalles = lu?.getOpenIntervals(new Date(...DEBUT_DE_REFERENCE), new Date(...FIN_DE_REFERENCE)) ?? null
    const plages = intervalles?.map(([de, a]) => ({ debut: minuteDe(de), fin: minuteDe(a) || MINUTES_PAR_SEMAINE }))
    const douteux = intervalles?.some(([, , inconnu]) => inconnu) ?? true
    // opening_hours mends what it does not understand ("09:00-12:00 am" closes at midnight): believe what is written.
    const bords = plages?.flatMap(({ debut, fin }) => [debut, fin]) ?? []
    const inventes = bords.some((bord) => bord % MINUTES_PAR_SEMAINE !== 0 && !ecrites.has(bord % MINUTES_PAR_JOUR))
    return plages === undefined || douteux || inventes ? null : mergePlages(plages)
  } catch {
    return null
  }
}

// By the getters, not by a difference: both bounds are then read on the same clock, whatever it is.
function minuteDe(date: Date): number {
  return ((date.getDay() + 6) % 7) * MINUTES_PAR_JOUR + date.getHours() * 60 + date.getMinutes()
}

/** opening_hours takes 0.1 s to load: it waits for a value that the plain grammar does not cover. */
function parse(valeur: string): OpeningHours | null {
  try {
    const Bibliotheque: typeof OpeningHours = require('opening_hours')
    return new Bibliotheque(valeur, { lat: 48.86, lon: 2.35, address: { country_code: 'fr', state: 'Île-de-France' } })
  } catch {
    return null
  }
}
