import { ecartDe } from '#app/domain/texte/orthographe.ts'
import type { Db } from '../connect.server.ts'
import { prepared } from '../prepared.server.ts'
import { sortChoix, unique } from './choose.ts'
import type { ChoixCommune, Reponse } from './intention.ts'
import { deCode } from './toponymes.server.ts'

/** `lat`, `lon`: its centre. */
export type Arrondissement = Omit<ChoixCommune, 'type' | 'ancien'> & {
  communeCode: string
  numero: number
  lat: number
  lon: number
}

const QUERY = `select a.code, a.nom, a.commune_code as communeCode, a.numero, a.codes_postaux as codesPostaux,
    a.population, a.lat, a.lon, d.code as departementCode, d.nom as departementNom
  from arrondissement a join commune c on c.code = a.commune_code join departement d on d.code = c.departement_code`

/** The arrondissement of a code ("75113"), null when the code is not that of one. */
export function arrondissementOf(db: Db, code: string): Arrondissement | null {
  return prepared<[string], Arrondissement>(db, `${QUERY} where a.code = ?`).get(code) ?? null
}

/** The one that a postcode stands for. */
export function arrondissementDeCodePostal(db: Db, codePostal: string): ChoixCommune | null {
  const found = prepared<[string], Arrondissement>(db, `${QUERY} where ' ' || a.codes_postaux || ' ' like ?`)
  const row = /^(75|69|13)/.test(codePostal) ? found.get(`% ${codePostal} %`) : undefined
  return row ? toChoix(row) : null
}

const VILLES: Record<string, { code: string; departement: string }> = {
  paris: { code: '75056', departement: '75' },
  lyon: { code: '69123', departement: '69' },
  marseille: { code: '13055', departement: '13' },
}
const ROMAINS = 'i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx'.split(' ')
/** In letters, as they are said: "dix huitieme". */
const EN_LETTRES = [
  ...'premier deuxieme troisieme quatrieme cinquieme sixieme septieme huitieme neuvieme dixieme onzieme'.split(' '),
  ...'douzieme treizieme quatorzieme quinzieme seizieme'.split(' '),
  ...['dix septieme', 'dix huitieme', 'dix neuvieme', 'vingtieme'],
]
/** What follows the number: "13e", "13 eme arrondissement", "1er". */
const NUMERO =
  /^(\d{1,2}|[ivx]+) ?(er|ere|e|eme|ieme|nd|nde)? ?(arrondissement|arrondissements|arrdt|arrond|arr|ardt)?$/

/** The arrondissement that a folded text names: "paris 13", "13e", "marseille 3e arrondissement", "paris xiii". */
export function arrondissementsNommes(db: Db, words: readonly string[]): Reponse | null {
  const said = words.find((word) => word in VILLES) ?? words.find((word) => villeProche(word) !== undefined)
  const ville = said && villeProche(said)
  const corrige = said !== ville
  const others = words.filter((word) => word !== said && !(said !== undefined && /^(de|a)$/.test(word)))
  const cp = others.findIndex((word) => /^\d{5}$/.test(word))
  const parCode = cp < 0 ? null : arrondissementDeCodePostal(db, others[cp] ?? '')
  const rest = others.filter((_, rank) => rank !== cp)
  const { code = '', departement = '' } = VILLES[ville ?? ''] ?? {}
  // "75013 paris": the code and the city say it together; "13003 paris" is left to the name.
  if (
    parCode &&
    ville &&
    parCode.departementCode === departement &&
    (rest.length === 0 || readNumero(rest.join(' ')))
  ) {
    return { ...avecVille(db, [parCode], code), corrige }
  }
  const lu = cp >= 0 && ville === undefined ? null : readNumero(rest.join(' ').replace(/^(le|la|dans le) /, ''))
  // "pari 13e" is understood; "lion 3" is not enough to be sure.
  if (lu === null || (corrige && !lu.ordinal)) return null
  if (ville === undefined) return lu.ordinal ? deNumero(db, lu.numero) : null
  const found = prepared<[string, number], Arrondissement>(db, `${QUERY} where a.commune_code = ? and a.numero = ?`)
  const one = found.get(code, lu.numero)
  if (one === undefined) return null
  // "marseille 13" may be its 13th or its department.
  const both = !lu.ordinal && String(lu.numero) === departement
  return both
    ? { choix: [...deCode(db, code), toChoix(one)], autres: [], corrige: false }
    : { ...avecVille(db, [toChoix(one)], code), corrige }
}

/** The city of this name, or of a name one letter away. */
function villeProche(word: string): string | undefined {
  return Object.keys(VILLES).find((ville) => word === ville || (word.length > 3 && ecartDe(word, ville, 1) === 1))
}

function avecVille(db: Db, choix: ChoixCommune[], code: string): Reponse {
  return { choix, autres: deCode(db, code), corrige: false }
}

/** The same number in each of the three cities: a question. */
function deNumero(db: Db, numero: number): Reponse | null {
  const rows = prepared<[number], Arrondissement>(db, `${QUERY} where a.numero = ?`).all(numero)
  return rows.length > 0 ? { choix: unique(sortChoix(rows.map(toChoix))), autres: [], corrige: false } : null
}

/** `ordinal`: the text says that it is one ("13e", "XIII"), which a bare number does not. */
function readNumero(text: string): { numero: number; ordinal: boolean } | null {
  const said = EN_LETTRES.indexOf(text.replace(/ (arrondissement|arrdt)$/, '')) + 1
  if (said > 0) return { numero: said, ordinal: true }
  const [, digits = '', suffix = '', mot = ''] = NUMERO.exec(text) ?? []
  const roman = ROMAINS.indexOf(digits) + 1
  // "ver" is a commune: only the first is "er".
  if (suffix.startsWith('er') && digits !== '1' && roman !== 1) return null
  const numero = roman || Number(digits)
  return numero >= 1 && numero <= 20 ? { numero, ordinal: roman > 0 || suffix + mot !== '' } : null
}

function toChoix({ communeCode, numero, lat, lon, ...row }: Arrondissement): ChoixCommune {
  return { type: 'arrondissement', ancien: null, ...row }
}
