import type { Db } from '../connect.server.ts'
import { arrondissementDeCodePostal } from './arrondissements.server.ts'
import { avecAutres, choose, sortChoix, unique } from './choose.ts'
import type { ChoixCommune, Reponse } from './intention.ts'
import {
  departementsDeNumero,
  territoireNomme,
  territoiresCommences,
  territoiresProches,
} from './territoires.server.ts'
import { commencees, deCode, deCodePostal, nommees, nommeesAvecArticle, premiereDe } from './toponymes.server.ts'

/** What a text says beside a name. `departements`: codes; [] when it says none. */
export type Indices = { codePostal: string | null; departements: readonly string[] }

/** The name that is read in a text, and what is said beside it. */
export type Decoupe = { nom: string } & Indices

/** Longer names that a short one begins: enough to choose from, few enough to read. */
const MAX_PLUS_GRANDES = 5
/** Larger by a tenth: below, the very name is what is meant (Prades before Prades-le-Lez). */
const PLUS_GRANDE = 1.1
const MAX_MOTS_DE_TERRITOIRE = 5
/** Between a name and its department: "condat en corrèze". */
const LIAISON = / (en|dans|dans le|dans la|dans les|dans l)$/
/** What is left of "le 93", "la reunion 974" names nothing. */
const MOT_SEUL = /^((le|la|les|l|de|du|des|d|a|en|dans)( |$))*$/

/**
 * The ways to part words into a name and what is said beside it: the whole as a name first, then a department at its
 * end or its beginning, by the longest one. `nommes`: the codes of the departments that words name.
 */
export function decoupes(db: Db, mots: readonly string[], nommes = departementsNommes): Decoupe[] {
  const codePostal = mots.find((word) => /^\d{5}$/.test(word)) ?? null
  const words = mots.filter((word) => word !== codePostal)
  const found: Decoupe[] = [{ nom: words.join(' '), codePostal, departements: [] }]
  for (let length = Math.min(MAX_MOTS_DE_TERRITOIRE, words.length - 1); length > 0; length -= 1) {
    const parts = [
      [words.slice(-length), words.slice(0, -length)],
      [words.slice(0, length), words.slice(length)],
    ] as const
    for (const [said, rest] of parts) {
      const departements = nommes(db, said)
      if (departements.length > 0) found.push({ nom: rest.join(' ').replace(LIAISON, ''), codePostal, departements })
    }
  }
  return found.filter(({ nom }) => !MOT_SEUL.test(nom))
}

function departementsNommes(db: Db, words: readonly string[]): readonly string[] {
  const text = words.filter((word, rank) => rank > 0 || !/^(dans|en)$/.test(word)).join(' ')
  return words.length === 1 && /^\d{1,3}$|^2[ab]$/.test(text)
    ? departementsDeNumero(db, text).flatMap(({ codes }) => codes)
    : (territoireNomme(db, text)?.codes ?? [])
}

/** The departments of a name left unfinished or ill spelled: "canta", "pyrénés orientales". */
function departementsApprochants(db: Db, words: readonly string[]): readonly string[] {
  const text = words.join(' ')
  const begun = territoiresCommences(db, text)
  return (begun.length > 0 ? begun : territoiresProches(db, text, 2)).flatMap(({ codes }) => codes)
}

/**
 * The communes of an exact name beside a department that is left unfinished or ill spelled: "mauriac canta". `corrige`
 * when none of that name is there.
 */
export function communesPresNommees(db: Db, mots: readonly string[]): Reponse | null {
  const whole = mots.join(' ')
  return premiereDecoupe(
    db,
    decoupes(db, mots, departementsApprochants).filter(({ nom }) => nom !== whole),
  )
}

/** The communes that the words name exactly, with their department or postcode or alone; null when they name none. */
export function communesNommees(db: Db, mots: readonly string[]): Reponse | null {
  return premiereDecoupe(db, decoupes(db, mots))
}

function premiereDecoupe(db: Db, ways: readonly Decoupe[]): Reponse | null {
  let unplaced: Reponse | null = null
  for (const decoupe of ways) {
    const found = communesDe(db, decoupe)
    if (found === null) continue
    // "Montrond Jura": the name is the department's; a name that is not there waits for another way to read it.
    if (!found.corrige) return found
    unplaced ??= found
  }
  return unplaced
}

function communesDe(db: Db, { nom, ...indices }: Decoupe): Reponse | null {
  const said = indices.codePostal !== null || indices.departements.length > 0
  const exact = nommees(db, nom)
  const named = exact.length > 0 ? exact : nommeesAvecArticle(db, nom)
  if (named.length === 0 && !said) return null
  const larger = PLUS_GRANDE * Math.max(0, ...named.map(({ ancien, population }) => (ancien === null ? population : 0)))
  const longer = unique([...commencees(db, nom, larger), ...nommeesAvecArticle(db, nom)]).filter(
    ({ code, population }) => population > larger && !named.some((one) => one.code === code && one.ancien === null),
  )
  const placed = situees(db, [...named, ...longer], indices)
  if (placed === null) {
    // "condat corrèze" is Condat-sur-Ganaveix: no commune of that department is Condat and nothing more.
    const there = situees(db, commencees(db, nom), indices)
    if (there !== null) return avecAutres(ask([], there, false), named)
    return named.length > 0 ? avecAutres(ask(named, longer, said), []) : null
  }
  const isNamed = (one: ChoixCommune) => named.includes(one)
  const reponse = ask(
    placed.filter(isNamed),
    placed.filter((one) => !isNamed(one)),
    false,
  )
  return avecAutres(reponse, named)
}

/** Those of the postcode, else of the department; null when none is there: the name decides. */
export function situees<C extends ChoixCommune>(db: Db, choix: readonly C[], indices: Indices): C[] | null {
  const { codePostal, departements } = indices
  if (codePostal === null && departements.length === 0) return [...choix]
  const exact = codePostal ? choix.filter(({ codesPostaux }) => codesPostaux.split(' ').includes(codePostal)) : []
  if (exact.length > 0) return exact
  const codes = departements.length > 0 ? departements : departementsDeCodePostal(db, codePostal ?? '')
  const near = choix.filter(({ departementCode }) => codes.includes(departementCode))
  return near.length > 0 ? near : null
}

/** Those of this very name, and the larger ones that it begins: a question as soon as there is one of these. */
function ask(named: readonly ChoixCommune[], longer: readonly ChoixCommune[], corrige: boolean): Reponse {
  const own = choose(named, corrige)
  const larger = sortChoix(longer).slice(0, MAX_PLUS_GRANDES)
  if (own === null) return choose(larger, corrige) as Reponse
  return { ...own, choix: larger.length > 0 ? unique([...larger, ...own.choix]) : own.choix }
}

/** The departments that the beginning of a postcode stands for, whether it exists or not ("75000", a CEDEX). */
export function departementsDeCodePostal(db: Db, codePostal: string): string[] {
  const start = /^9[78]/.test(codePostal) ? codePostal.slice(0, 3) : codePostal.slice(0, 2)
  return departementsDeNumero(db, start).flatMap(({ codes }) => codes)
}

/** A postcode stands for its most populated commune, or for its arrondissement; the others beside. */
export function duCodePostal(db: Db, codePostal: string): Reponse | null {
  const arrondissement = arrondissementDeCodePostal(db, codePostal)
  if (arrondissement) {
    const [ville = ''] = { '75': ['75056'], '69': ['69123'], '13': ['13055'] }[codePostal.slice(0, 2)] ?? []
    return { choix: [arrondissement], autres: deCode(db, ville), corrige: false }
  }
  const [first, ...autres] = deCodePostal(db, codePostal)
  if (first) return { choix: [first], autres, corrige: false }
  // "75000", "13000", "69000": no commune bears them, and everyone writes them for the chief town.
  const [departement] = codePostal.endsWith('000') ? departementsDeCodePostal(db, codePostal) : []
  const chief = departement ? premiereDe(db, departement) : []
  return chief.length > 0 ? { choix: chief, autres: [], corrige: false } : null
}
