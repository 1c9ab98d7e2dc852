import type { Lecture } from '#app/domain/territoires/read-toponyme.ts'
import type { Db } from '../connect.server.ts'
import { prepared } from '../prepared.server.ts'
import { arrondissementsNommes } from './arrondissements.server.ts'
import { avecAutres, GRANDE } from './choose.ts'
import { communesNommees, duCodePostal } from './communes.server.ts'
import { type ChoixCommune, type ChoixTerritoire, idDe, type Reponse } from './intention.ts'
import { departementsDeNumero, territoireNomme } from './territoires.server.ts'
import { deCodePostal, nommees } from './toponymes.server.ts'

/** What the words name without a fault, in the order of the rules; null when they name nothing. */
export function exactAnswer(db: Db, { mots, territoire }: Lecture): Reponse | null {
  const found = duNumero(db, mots) ?? duTerritoire(db, mots, territoire)
  if (found !== null || territoire) return found
  return arrondissementsNommes(db, mots) ?? communesNommees(db, mots)
}

/** A postcode or the number of a department, alone. */
function duNumero(db: Db, mots: readonly string[]): Reponse | null {
  const [word = '', ...others] = mots
  if (others.length > 0) return null
  if (/^\d{5}$/.test(word)) return duCodePostal(db, word)
  // A zero lost on the left is given back.
  if (/^\d{4}$/.test(word)) return deCodePostal(db, `0${word}`).length > 0 ? duCodePostal(db, `0${word}`) : null
  const departements = /^\d{1,3}$|^2[ab]$/.test(word) ? departementsDeNumero(db, word) : []
  return departements.length > 0 ? { choix: departements, autres: [], corrige: false } : null
}

/** `seul`: the text says that it is a department. Otherwise a town of its name makes a question; Paris is the commune. */
function duTerritoire(db: Db, mots: readonly string[], seul: boolean): Reponse | null {
  const named = territoireNomme(db, mots.join(' '))
  const territoire = named ?? avecSonNumero(db, mots)
  if (territoire === null) return null
  const nom = (named ? mots : mots.slice(0, -1)).join(' ')
  const communes = nommees(db, nom).filter(({ ancien }) => ancien === null)
  if (territoire.codes[0] === '75' && communes.length > 0 && !seul) return null
  const others = communes.filter((one) => !isWhole(db, one, territoire.codes))
  const large = communes.some(({ population }) => population >= GRANDE)
  if (seul || !large) return { choix: [territoire], autres: others, corrige: false }
  const whole = new Set(communes.filter((one) => !others.includes(one)).map(idDe))
  const asked = (communesNommees(db, mots)?.choix ?? []).filter((one) => !whole.has(idDe(one)))
  return avecAutres({ choix: [territoire, ...asked], autres: [], corrige: false }, others)
}

/** "la reunion 974", "cantal 15": the name and the number are one. */
function avecSonNumero(db: Db, mots: readonly string[]): ChoixTerritoire | null {
  const territoire = territoireNomme(db, mots.slice(0, -1).join(' '))
  const code = mots.at(-1)?.toUpperCase() ?? ''
  return territoire?.codes.includes(code) && territoire.codes[0] !== '75' ? territoire : null
}

/** The only commune of a department is that department (Saint-Martin, Saint-Barthélemy). */
function isWhole(db: Db, { departementCode }: ChoixCommune, codes: readonly string[]): boolean {
  const query = 'select count(*) from commune where departement_code = ?'
  return codes.includes(departementCode) && prepared<[string], number>(db, query).pluck().get(departementCode) === 1
}
