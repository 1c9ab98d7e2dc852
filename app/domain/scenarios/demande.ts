import { readDepartementCode } from '../codes.ts'
import type { FilterError } from '../filters.ts'
import { formatNombre } from '../format.ts'

/** What ends. `part` is a percentage of the posts; exactly one of `postes` and `part` is given. */
export type Demande =
  | { fin: 'tirage'; postes: number | null; part: number | null; graine: number }
  | { fin: 'prives' }
  | { fin: 'hors-frr' }
  | { fin: 'departement'; departement: string }

/** What a demand may name: so many posts, these departments. */
export type Connus = { postes: number; departements: ReadonlyMap<string, string> }

export const GRAINE_MAX = 999_999
const FINS = ['tirage', 'prives', 'hors-frr', 'departement'] as const

/** The scenario of a URL; null when none is asked, or when something of it is wrong and named in `errors`. */
export function readDemande(
  params: URLSearchParams,
  connus: Connus,
): { demande: Demande | null; errors: FilterError[] } {
  const errors: FilterError[] = []
  const demande = readFin(lecteur(params, errors), connus, errors)
  return { demande: errors.length > 0 ? null : demande, errors }
}

/** The canonical query string; `readDemande` gives the same demand back. */
export function writeDemande(demande: Demande): URLSearchParams {
  const given = Object.entries(demande).filter(([, valeur]) => valeur !== null)
  return new URLSearchParams(given.map(([cle, valeur]) => [cle, String(valeur)]))
}

/** How many posts a draw takes: a share is rounded to whole posts. */
export function nombreTire({ postes, part }: { postes: number | null; part: number | null }, total: number): number {
  return postes ?? Math.round((total * (part ?? 0)) / 100)
}

/** Reads a parameter once; empty is not given, as a form sends its empty fields. */
type Lecteur = (param: string) => string | null

function lecteur(params: URLSearchParams, errors: FilterError[]): Lecteur {
  return (param) => {
    const [first = null, ...others] = params.getAll(param).filter((raw) => raw.trim() !== '')
    for (const value of others)
      errors.push({ param, value, message: `Le paramètre « ${param} » ne peut être donné qu’une fois.` })
    return first?.trim() ?? null
  }
}

function readFin(read: Lecteur, connus: Connus, errors: FilterError[]): Demande | null {
  const raw = read('fin')
  if (raw === null) return null
  const fin = FINS.find((known) => known === raw)
  if (fin === 'tirage') return readTirage(read, connus.postes, errors)
  if (fin === 'departement') return readDepartement(read, connus, errors)
  if (fin === undefined) errors.push(invalid('fin', raw, `${FINS.slice(0, -1).join(', ')} ou ${FINS.at(-1)}`))
  return fin === undefined ? null : { fin }
}

function readTirage(read: Lecteur, total: number, errors: FilterError[]): Demande {
  const postes = readNombre(read, errors, 'postes', entier(1, total))
  const part = readNombre(read, errors, 'part', PART)
  const graine = readNombre(read, errors, 'graine', entier(0, GRAINE_MAX)) ?? 1
  const sansMauvais = !errors.some(({ param }) => param === 'postes' || param === 'part')
  if (postes !== null && part !== null) {
    const message = 'Le paramètre « part » ne va pas avec « postes » : gardez l’un ou l’autre.'
    errors.push({ param: 'part', value: String(part), message })
  } else if (postes === null && part === null && sansMauvais) {
    const message = 'Le paramètre « postes » manque : dites combien de postes prennent fin, ou quelle « part » en %.'
    errors.push({ param: 'postes', value: '', message })
  }
  return { fin: 'tirage', postes, part, graine }
}

function readDepartement(read: Lecteur, { departements }: Connus, errors: FilterError[]): Demande | null {
  const raw = read('departement')
  const code = readDepartementCode(raw ?? '')
  if (raw === null) {
    const message = 'Le paramètre « departement » manque : choisissez un département.'
    errors.push({ param: 'departement', value: '', message })
  } else if (code === null || !departements.has(code)) {
    errors.push(invalid('departement', raw, 'un code de département, comme 23 ou 2A'))
  } else return { fin: 'departement', departement: code }
  return null
}

type Attendu = { read: (raw: string) => number | null; words: string }

/** A whole number, spaces allowed as French writes thousands. */
function entier(min: number, max: number): Attendu {
  return {
    words: `un nombre entier de ${formatNombre(min)} à ${formatNombre(max)}`,
    read: (raw) => within(/^\d+$/, raw.replace(/\s/g, ''), min, max),
  }
}

const PART: Attendu = {
  words: 'un pourcentage de 0,1 à 100, avec une décimale au plus',
  read: (raw) => within(/^\d+(\.\d)?$/, raw.replace(/\s*%$/, '').replace(',', '.'), 0.1, 100),
}

function within(pattern: RegExp, text: string, min: number, max: number): number | null {
  const value = Number(text)
  return pattern.test(text) && text.length <= 12 && value >= min && value <= max ? value : null
}

function readNombre(read: Lecteur, errors: FilterError[], param: string, attendu: Attendu): number | null {
  const raw = read(param)
  if (raw === null) return null
  const value = attendu.read(raw)
  if (value === null) errors.push(invalid(param, raw, attendu.words))
  return value
}

function invalid(param: string, value: string, expected: string): FilterError {
  const shown = value.length > 40 ? `${value.slice(0, 40)}…` : value
  const message = `Le paramètre « ${param} » ne connaît pas « ${shown} ». Valeur attendue : ${expected}.`
  return { param, value, message }
}
