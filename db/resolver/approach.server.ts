import { motsDeVoie } from '#app/domain/geocodage/adresse-tapee.ts'
import type { Lecture } from '#app/domain/territoires/read-toponyme.ts'
import { cleOf, motsOf } from '#app/domain/territoires/toponymes.ts'
import { communesLike } from '#db/communes.server.ts'
import type { Db } from '#db/connect.server.ts'
import { choose, GRANDE, unique } from './choose.ts'
import { communesPresNommees, decoupes, departementsDeCodePostal, duCodePostal } from './communes.server.ts'
import { exactAnswer } from './exact.server.ts'
import type { Choix, Reponse } from './intention.ts'
import { presenceDe } from './noms.server.ts'
import { proches } from './proches.server.ts'
import { territoiresCommences, territoiresOf } from './territoires.server.ts'
import { commencees, commenceesParLettres, deCode } from './toponymes.server.ts'

/** Letters from which the beginning of a name may be one left unfinished. */
const MIN_BEGUN = 4
const MAX_BEGUN = 6
/** Letters that begin the name of a territory and hardly a town's. */
const MIN_TERRITOIRE = 8
const MAX_PROCHES = 6
/** From so many inhabitants, who types the beginning of a name means it more than a word of the names of places. */
const BOURG = 2000

/** What a text that names no territory may mean: a territory ill spelled or unfinished, or names of places. */
export type Approche = { type: 'reponse'; reponse: Reponse } | { type: 'noms' | 'rien'; proches: Choix[] }

export function approach(db: Db, text: string, lectures: readonly Lecture[]): Approche {
  const [lecture] = lectures.filter(({ territoire }) => !territoire)
  const mots = lecture?.mots ?? []
  const begun = territoireUnfinished(db, mots) ?? begunBy(db, mots, BOURG)
  if (begun) return { type: 'reponse', reponse: begun }
  const presence = presenceDe(db, mots, text)
  const near = () => first(lectures, ({ mots }) => proches(db, mots) ?? unfinished(db, mots, GRANDE))
  if (presence === 'propres') return { type: 'noms', proches: choixDe(begunBy(db, mots, 0) ?? near()) }
  const beside = first(lectures, ({ mots }) => communesPresNommees(db, mots))
  const reponse =
    begunBy(db, mots, 0) ??
    (beside?.corrige ? null : beside) ??
    near() ??
    beside ??
    unfinished(db, mots, 0) ??
    codeSeul(db, mots)
  if (reponse) return { type: 'reponse', reponse }
  const end = auBord(db, mots)
  const [town, ...others] = end
  // "mairie de limoges", where no place is called so: the town is what was understood. An employer may hold the words by
  // its address ("place de la Mairie, Saint-Jouan-des-Guérets"), and receives nobody.
  const named = town !== undefined && others.length === 0
  if (presence === 'presents' || (presence === 'employeurs' && !named))
    return { type: 'noms', proches: end.length > 0 ? end : plusProches(db, text, mots) }
  if (named) return { type: 'reponse', reponse: { choix: [town], autres: [], corrige: true } }
  if (end.length > 0) return { type: 'rien', proches: end }
  return { type: 'rien', proches: plusProches(db, text, mots) }
}

function first<T>(lectures: readonly Lecture[], read: (lecture: Lecture) => T | null): T | null {
  for (const lecture of lectures) {
    const found = read(lecture)
    if (found !== null) return found
  }
  return null
}

/** The communes whose name the words begin, when the largest is large enough. */
export function begunBy(db: Db, mots: readonly string[], min: number): Reponse | null {
  const found = commencees(db, mots.join(' '))
  if ((found[0]?.population ?? -1) < min) return null
  const reponse = choose(found.slice(0, MAX_BEGUN))
  return reponse && { ...reponse, autres: [...reponse.autres, ...found.slice(MAX_BEGUN, 2 * MAX_BEGUN)] }
}

/** The long name of a territory, left unfinished: "haute-loi", "auvergne-rhône". */
function territoireUnfinished(db: Db, mots: readonly string[]): Reponse | null {
  const text = mots.join(' ')
  return cleOf(text).length < MIN_TERRITOIRE ? null : choose(territoiresCommences(db, text).slice(0, MAX_BEGUN), true)
}

/** A name left unfinished: "montpel", "pyrénées or"; of a commune of so many inhabitants. */
function unfinished(db: Db, mots: readonly string[], min: number): Reponse | null {
  const [whole] = decoupes(db, mots)
  if (!whole || cleOf(whole.nom).length < MIN_BEGUN || whole.codePostal !== null) return null
  const communes = commenceesParLettres(db, whole.nom, MAX_BEGUN).filter(({ population }) => population >= min)
  return choose([...territoiresCommences(db, whole.nom).slice(0, MAX_BEGUN), ...communes], true)
}

/** Of a name that nobody bears, beside a postcode that exists, the code is what was understood. */
function codeSeul(db: Db, mots: readonly string[]): Reponse | null {
  const codePostal = mots.find((word) => /^\d{5}$/.test(word))
  const found = codePostal ? duCodePostal(db, codePostal) : null
  return found && { ...found, corrige: true }
}

/** What to offer when nothing was understood: the department of a code, what the end names, what begins alike. */
function plusProches(db: Db, text: string, mots: readonly string[]): Choix[] {
  const [code = ''] = mots.filter((word) => /^\d{5}$/.test(word))
  const departements = departementsDeCodePostal(db, code).flatMap((one) => territoiresOf(db).parCode.get(one) ?? [])
  if (departements.length > 0) return departements
  if (!/[a-z]/i.test(text)) return []
  const alike = communesLike(db, text, MAX_PROCHES).flatMap(({ code }) => deCode(db, code))
  return [...territoiresCommences(db, mots.join(' ')).slice(0, 2), ...alike].slice(0, MAX_PROCHES)
}

/** What the beginning of the words names, and their end: "tarbes centre ville", "mediatheque de rodez". */
function auBord(db: Db, mots: readonly string[]): Choix[] {
  for (let length = mots.length - 1; length > 0; length -= 1) {
    const said = mots.slice(0, length)
    const found = cleOf(said.join(' ')).length >= MIN_BEGUN ? exactAnswer(db, { mots: said, territoire: false }) : null
    // A smaller one is more often a word that means something else.
    const large = choixDe(found?.corrige ? null : found).filter(isLarge)
    if (large.length === 0) continue
    const whole = cleOf(mots.join(' '))
    const ends = aLaFin(db, mots).filter((one) => isLarge(one) && whole.endsWith(cleOf(motsOf(one.nom))))
    return unique([...large, ...ends])
  }
  return aLaFin(db, mots)
}

function isLarge({ population }: Choix): boolean {
  return population >= GRANDE
}

/**
 * The territories that the longest end of the words names ("mediatheque rodez"); from its postcode on when there is one
 * ("12 rue des exemples 66500 prades"), else what the code alone stands for.
 */
export function aLaFin(db: Db, mots: readonly string[]): Choix[] {
  const coded = mots.findIndex((word) => /^\d{5}$/.test(word))
  for (let start = coded < 0 ? 1 + motsDeVoie(mots) : Math.max(1, coded); start < mots.length; start += 1) {
    const end = mots.slice(start)
    // A bare number is that of a house, or of a department that nobody names so.
    if (end.length === 1 && /^\d{1,4}$/.test(end[0] ?? '')) continue
    const found = exactAnswer(db, { mots: end, territoire: false })
    if (found && !found.corrige) return choixDe(found)
  }
  return choixDe(codeSeul(db, mots))
}

function choixDe(reponse: Reponse | null): Choix[] {
  return reponse ? [...reponse.choix, ...reponse.autres].slice(0, MAX_PROCHES) : []
}
