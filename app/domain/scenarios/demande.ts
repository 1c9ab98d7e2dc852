import { choice, one } from '../parametres/kinds.ts'
import { missing, type ParamError, type ParamTable, type ParamValues, readParams, writeParams } from '../parametres.ts'
import { readDepartementCode } from '../territoires/codes.ts'
import { formatNombre } from '../texte/format.ts'

/** What ends. `part` is a percentage of the posts; exactly one of `postes` and `part` is given. */
export type DemandeDeScenario =
  | { fin: 'tirage'; postes: number | null; part: number | null; graine: number }
  | { fin: 'prives' }
  | { fin: 'hors-frr' }
  | { fin: 'departement'; departement: string }

/** What a demand may name: so many posts, these departments. */
export type Connus = { postes: number; departements: ReadonlyMap<string, string> }

export const GRAINE_MAX = 999_999
const FINS = ['tirage', 'prives', 'hors-frr', 'departement'] as const

export const FIN = { fin: one<DemandeDeScenario['fin'] | null>(null, choice(FINS)) }

/** What each kind of end asks besides; the parameters of another kind are ignored. */
export function parametresDe({ postes, departements }: Connus) {
  return {
    tirage: {
      postes: one<number | null>(null, entier(1, postes)),
      part: one<number | null>(null, PART),
      // Without a default: the address of a draw says its seed, so that it can be cited.
      graine: one<number | null>(null, entier(0, GRAINE_MAX)),
    },
    departement: {
      departement: one<string | null>(null, {
        read: (raw) => [readDepartementCode(raw) ?? ''].find((code) => departements.has(code)),
        expected: 'un code de département, comme 23 ou 2A',
      }),
    },
    prives: {},
    'hors-frr': {},
  } satisfies Record<DemandeDeScenario['fin'], ParamTable>
}

/** The scenario of a URL; null when none is asked, or when something of it is wrong and named in `errors`. */
export function readDemande(
  params: URLSearchParams,
  connus: Connus,
): { demande: DemandeDeScenario | null; errors: ParamError[] } {
  const { values, errors } = readParams(FIN, params)
  const { fin } = values
  if (fin === null || errors.length > 0) return { demande: null, errors }
  const tables = parametresDe(connus)
  if (fin === 'tirage') return whole(readParams(tables.tirage, params), tirageOf)
  if (fin === 'departement') return whole(readParams(tables.departement, params), departementOf)
  return { demande: { fin }, errors }
}

/** The canonical query string; `readDemande` gives the same demand back. */
export function writeDemande({ fin, ...asked }: DemandeDeScenario): URLSearchParams {
  const table = parametresDe({ postes: 0, departements: new Map() })[fin]
  return new URLSearchParams([...writeParams(FIN, { fin }), ...writeParams(table, asked as ParamValues<typeof table>)])
}

type Tirage = ParamValues<ReturnType<typeof parametresDe>['tirage']>

/** The demand that values make together, unless one of them is wrong; or what they lack. */
function whole<V>(
  { values, errors }: { values: V; errors: ParamError[] },
  of: (values: V) => DemandeDeScenario | ParamError,
): { demande: DemandeDeScenario | null; errors: ParamError[] } {
  const made = errors.length > 0 ? null : of(values)
  if (made === null || 'fin' in made) return { demande: made, errors }
  return { demande: null, errors: [made] }
}

function tirageOf({ postes, part, graine }: Tirage): DemandeDeScenario | ParamError {
  if (postes === null && part === null)
    return missing('postes', 'dites combien de postes prennent fin, ou quelle « part » en %')
  if (postes === null || part === null) return { fin: 'tirage', postes, part, graine: graine ?? 1 }
  const message = 'Le paramètre « part » ne va pas avec « postes » : gardez l’un ou l’autre.'
  return { param: 'part', value: String(part), message }
}

function departementOf({ departement }: { departement: string | null }): DemandeDeScenario | ParamError {
  return departement === null
    ? missing('departement', 'choisissez un département')
    : { fin: 'departement', departement }
}

/** How many posts a draw takes: a share is rounded to whole posts. */
export function nombreTire({ postes, part }: { postes: number | null; part: number | null }, total: number): number {
  return postes ?? Math.round((total * (part ?? 0)) / 100)
}

/** A whole number, spaces allowed as French writes thousands. */
function entier(min: number, max: number) {
  return {
    expected: `un nombre entier de ${formatNombre(min)} à ${formatNombre(max)}`,
    read: (raw: string) => within(/^\d+$/, raw.replace(/\s/g, ''), min, max),
  }
}

const PART = {
  expected: 'un pourcentage de 0,1 à 100, avec une décimale au plus',
  read: (raw: string) => within(/^\d+(\.\d)?$/, raw.replace(/\s*%$/, '').replace(',', '.'), 0.1, 100),
}

function within(pattern: RegExp, text: string, min: number, max: number): number | undefined {
  const value = Number(text)
  return pattern.test(text) && text.length <= 12 && value >= min && value <= max ? value : undefined
}
