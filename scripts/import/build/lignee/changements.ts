import { hash } from 'node:crypto'
import { CHAMPS_SUIVIS, type ChampSuivi } from '#app/domain/collectivites/changements.ts'
import { foldAdresse } from '#app/lecture/normalise/adresse.ts'

/** 48 bits: two texts have the same print once in 10^14. */
const LONGUEUR = 8

/** What a row says of its place that a visitor acts on: a short print of each, empty when it says nothing. */
export type Dit = Readonly<Record<ChampSuivi, string>>

/** What changed in a place, in the list of `le` (YYYY-MM-DD). */
export type Change = { le: string; champs: readonly ChampSuivi[] }

/** Two ways to write an address, and spaces between hours, are no change. */
export function ditDe({ adresse, telephone, horaires }: Readonly<Record<ChampSuivi, string | null>>): Dit {
  return {
    adresse: printOf(adresse && foldAdresse(adresse)),
    telephone: printOf(telephone),
    horaires: printOf(horaires?.replace(/\s|;\s*$/g, '') ?? null),
  }
}

function printOf(text: string | null): string {
  return text ? hash('sha1', text, 'base64').slice(0, LONGUEUR) : ''
}

/**
 * What both lists say, and say otherwise: a column that comes or goes is no change of a place. A place of several rows (null)
 * is not compared: which of them speaks may change, and not the place.
 */
export function champsChanges(avant: Dit | null, apres: Dit | null): ChampSuivi[] {
  if (avant === null || apres === null) return []
  return CHAMPS_SUIVIS.filter((champ) => avant[champ] && apres[champ] && avant[champ] !== apres[champ])
}
