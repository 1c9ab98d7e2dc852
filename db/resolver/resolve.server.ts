import { readBesoin } from '#app/domain/besoins/mots.ts'
import { looksLikeAddress } from '#app/domain/geocodage/adresse-tapee.ts'
import { type Lecture, readToponyme } from '#app/domain/territoires/read-toponyme.ts'
import { fold } from '#app/domain/texte/fold.ts'
import type { Db } from '../connect.server.ts'
import { aLaFin, approach, begunBy } from './approach.server.ts'
import { avecAutres, GRANDE, unique } from './choose.ts'
import { exactAnswer } from './exact.server.ts'
import type { Intention, Reponse, Territoires } from './intention.ts'
import { proches } from './proches.server.ts'

/**
 * What a text typed in the search field means (rules: what people type). Reads the database and nothing else; a street
 * address is for the geocoder. Never throws: what is typed is no operator.
 */
export function resolve(db: Db, text: string): Intention {
  const lectures = readToponyme(text)
  const guichet = franceServicesOf(db, text)
  if (guichet) return guichet
  if (lectures.length === 0) return { type: 'vide' }
  const exact = firstExact(db, lectures)
  if (exact) return intentionOf(exact)
  const special = besoinOf(db, text) ?? adresseOf(db, text, lectures)
  if (special) return special
  const approche = approach(db, text, lectures)
  if (approche.type === 'reponse') return intentionOf(approche.reponse)
  if (approche.type === 'noms') return { ...approche, type: 'noms', texte: text }
  return besoinEntoure(text) ?? { ...approche, type: 'rien' }
}

function firstExact(db: Db, lectures: readonly Lecture[]): Reponse | null {
  for (const [rang, lecture] of lectures.entries()) {
    const found = exactAnswer(db, lecture)
    if (found === null) continue
    // "la seyne": not Seyne alone, the article being that of La Seyne-sur-Mer.
    const before = rang > 0 && begunBy(db, lectures[rang - 1]?.mots ?? [], GRANDE)
    return before ? avecAutres({ ...before, choix: unique([...before.choix, ...found.choix]) }, found.autres) : found
  }
  return null
}

function intentionOf({ choix, autres, corrige }: Reponse): Territoires {
  const [territoire, ...others] = choix
  return territoire && others.length === 0
    ? { type: 'territoire', territoire, autres, corrige }
    : { type: 'question', choix, autres, corrige }
}

const FRANCE_SERVICES = /^(?:(?:maison|espace|bus) )?france services? (?:(?:de la|de l|de|du|des|d|a|au|aux) )?(.+)$/

/** The other network, in a territory: "france services mende". */
function franceServicesOf(db: Db, text: string): Intention | null {
  const [, ou = ''] = FRANCE_SERVICES.exec(fold(text)) ?? []
  const found = ou === '' ? null : firstExact(db, readToponyme(ou))
  return found && { ...intentionOf(found), franceServices: true }
}

/** A need alone, or beside a territory; with other words it is the name of something else ("la maison de l'emploi"). */
function besoinOf(db: Db, text: string): Intention | null {
  const lu = readBesoin(text)
  if (lu === null) return null
  if (lu.reste === '') return { type: 'besoin', cle: lu.cle, ou: null }
  const lectures = readToponyme(lu.reste)
  const [ou] = (firstExact(db, lectures) ?? begunBy(db, lectures[0]?.mots ?? [], GRANDE))?.choix ?? []
  return ou ? { type: 'besoin', cle: lu.cle, ou } : null
}

/** The need of a sentence that nothing else explains: "j’ai perdu mon mot de passe". */
function besoinEntoure(text: string): Intention | null {
  const lu = readBesoin(text)
  return lu && { type: 'besoin', cle: lu.cle, ou: null }
}

function adresseOf(db: Db, text: string, lectures: readonly Lecture[]): Intention | null {
  if (!looksLikeAddress(text)) return null
  const [{ mots } = { mots: [] }] = lectures
  // "cours la vile": the word of a street, in the name of a town.
  const near = /\d/.test(text) ? null : proches(db, mots, 1)
  return near ? intentionOf(near) : { type: 'adresse', texte: text, repli: aLaFin(db, mots) }
}
