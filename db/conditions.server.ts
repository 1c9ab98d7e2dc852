import { and, eq, inArray, isNotNull, type SQL, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { Champ } from '#app/domain/champs.ts'
import type { Filters } from '#app/domain/filters.ts'
import { matchQuery } from './recherche.server.ts'
import { commune, lieu, lieuValeur, poste, structure } from './schema.ts'

type Condition<K extends keyof Filters> = (value: Filters[K]) => SQL | undefined
type Conditions = { [K in keyof Filters]?: Condition<K> }

/** The filters that read a list of values of the place. */
export const CHAMP_FILTERS = ['service', 'public', 'prise_en_charge', 'acces', 'label'] as const satisfies Champ[]
export type ChampFilter = (typeof CHAMP_FILTERS)[number]
const PLACE_ONLY = [...CHAMP_FILTERS, 'gratuit'] as const

const LIEU: Conditions = {
  ...territory(lieu),
  q: (q) => (q === '' ? undefined : inSearch(lieu.numero, 'lieu', q)),
  service: (values) => hasValeur('service', values),
  public: (values) => hasValeur('public', values),
  prise_en_charge: (values) => hasValeur('prise_en_charge', values),
  acces: (values) => hasValeur('acces', values),
  label: (values) => hasValeur('label', values),
  gratuit: (on) => hasValeur('frais', on ? ['Gratuit'] : []),
}

const STRUCTURE: Conditions = {
  ...territory(structure),
  q: (q) => (q === '' ? undefined : inSearch(structure.id, 'structure', q)),
}

const POSTE: Conditions = {
  ...territory({ ...poste, densite: commune.densite, frr: commune.frr }),
  q: (q) => (q === '' ? undefined : inSearch(poste.structureId, 'structure', q)),
}

/**
 * The places that suit the filters: the one WHERE of the list, the map, the counts and the exports.
 * `except` leaves one filter out, for the counts of its own options.
 */
export function whereLieux(filters: Filters, except?: keyof Filters): SQL | undefined {
  return and(eq(lieu.reseau, 'conseiller-numerique'), ...conditions(LIEU, filters, except))
}

/** The employers that suit the filters; none when a filter asks what only a place can say (a service…). */
export function whereStructures(filters: Filters): SQL | undefined {
  return asksOfPlaces(filters) ? sql`0` : and(...conditions(STRUCTURE, filters))
}

/** The posts (joined with their commune) that suit the filters; null when a filter asks what only a place can say. */
export function wherePostes(filters: Filters): SQL | undefined | null {
  return asksOfPlaces(filters) ? null : and(...conditions(POSTE, filters))
}

/** A filter asks for something that an employer's row does not say: services, publics, fees… */
export function asksOfPlaces(filters: Filters): boolean {
  return PLACE_ONLY.some((key) => filters[key] === true || (Array.isArray(filters[key]) && filters[key].length > 0))
}

function conditions(table: Conditions, filters: Filters, except?: keyof Filters): (SQL | undefined)[] {
  const keys = Object.keys(table) as (keyof Filters)[]
  return keys.filter((key) => key !== except).map((key) => (table[key] as Condition<typeof key>)(filters[key] as never))
}

type Territory = Record<'departementCode' | 'ruralite' | 'densite' | 'frr' | 'communeCode', SQLiteColumn>

/** What places, employers and posts have in common. */
function territory(table: Territory): Conditions {
  return {
    departement: (codes) => anyOf(table.departementCode, codes),
    ruralite: (classes) => anyOf(table.ruralite, classes),
    densite: (levels) => anyOf(table.densite, levels),
    frr: (on) => (on ? isNotNull(table.frr) : undefined),
    commune: (code) => (code === null ? undefined : eq(table.communeCode, code)),
  }
}

function anyOf(column: SQLiteColumn, values: unknown[]): SQL | undefined {
  return values.length === 0 ? undefined : inArray(column, values)
}

function hasValeur(champ: Champ, values: string[]): SQL | undefined {
  if (values.length === 0) return undefined
  const wanted = sql`${lieuValeur.champ} = ${champ} and ${inArray(lieuValeur.valeur, values)}`
  return sql`${lieu.numero} in (select ${lieuValeur.lieuNumero} from ${lieuValeur} where ${wanted})`
}

function inSearch(column: SQLiteColumn, objet: 'lieu' | 'structure', q: string) {
  const match = matchQuery(q)
  // A text without one letter or digit ("?!", an emoji) can be found nowhere.
  if (match === null) return sql`0`
  return sql`${column} in (select numero from recherche where recherche match ${match} and objet = ${objet})`
}
