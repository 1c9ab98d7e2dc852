import { BOITE } from '../../domain/distance/boite.ts'
import { FILTERS } from '../../domain/filters/table.ts'
import { flag, integer, one } from '../../domain/parametres/kinds.ts'
import type { ParamTable } from '../../domain/parametres.ts'

export const FORMATS = ['json', 'geojson', 'csv', 'xlsx'] as const
export type Format = (typeof FORMATS)[number]

/** Of a page of JSON: unless `limit` says, and at most. Files give all. */
export const LIMIT_DEFAUT = 100
export const LIMIT_MAX = 1000
/** More than any list has. */
const LIMIT_FICHIER = 1_000_000
const RACINE = '/api/v1/'

/** An address of the API: its path below `/api/v1/`, what it is written in, what it reads of its query. */
export type Adresse<T extends ParamTable = ParamTable> = {
  chemin: string
  formats: readonly Format[]
  table: T
  /** Answered to what is sent, and never kept. */
  methode?: 'POST'
}

/** A parameter that is taken as it is written. */
const libre = (expected: string, sens: string, pattern?: string) =>
  one<string | null>(null, {
    read: (raw) => (pattern === undefined || new RegExp(pattern).test(raw) ? raw : undefined),
    expected,
    sens,
    forme: { type: 'string', ...(pattern && { pattern }), maxLength: 1000 },
  })

function limit(max: number) {
  return one<number | null>(null, {
    read: integer(1, max),
    expected: `un nombre de 1 à ${max}`,
    sens: `Combien par page, ${max} au plus.`,
    forme: { type: 'integer', minimum: 1, maximum: max },
  })
}

const CHAMPS = {
  fields: libre(
    'des noms de champs séparés par des virgules, comme nom,telephone',
    'Ces champs seulement, séparés par des virgules. L’identifiant vient toujours.',
    '^[a-z0-9_]+(,[a-z0-9_]+)*$',
  ),
}
const PAGES = { page: FILTERS.page, limit: limit(LIMIT_MAX), ...CHAMPS }
/** Unsaid, it is not twenty: places are then as far as they are. */
const RAYON = { rayon: one<number | null>(null, FILTERS.rayon) }
const TABLEUR = {
  tableur: flag(undefined, 'Pour un tableur : ce qu’il prendrait pour une formule est précédé d’une apostrophe.'),
}

const LISTE = ['json', 'geojson', 'csv'] as const
const adresse = <T extends ParamTable>(
  chemin: string,
  table: T,
  formats: readonly Format[] = ['json'],
): Adresse<T> => ({
  chemin,
  formats,
  table,
})

const DEPARTEMENT = { departement: FILTERS.departement }
const { read, expected, forme } = FILTERS.departement
const UN_DEPARTEMENT = {
  departement: one<string | null>(null, {
    read,
    expected,
    forme,
    sens: 'Ceux d’un département, par son code ; de la France sinon.',
  }),
}

/** Every address, with all that it reads: the table of routes, the memory of answers and the description are made of it. */
export const ADRESSES = {
  lieux: adresse('lieux', { ...FILTERS, ...RAYON, ...BOITE, ...PAGES, ...TABLEUR }, [...LISTE, 'xlsx']),
  lieu: adresse('lieux/:id', CHAMPS, ['json', 'geojson']),
  structures: adresse(
    'structures',
    { ...DEPARTEMENT, commune: FILTERS.commune, employeur: FILTERS.employeur, ...PAGES, ...TABLEUR },
    LISTE,
  ),
  structure: adresse('structures/:siret', CHAMPS, ['json', 'geojson']),
  commune: adresse('communes/:code', CHAMPS),
  communeLieux: adresse('communes/:code/lieux', { ...RAYON, ...CHAMPS, ...TABLEUR }, LISTE),
  departements: adresse('departements', { ...CHAMPS, ...TABLEUR }, LISTE),
  departement: adresse('departements/:code', CHAMPS),
  epcis: adresse('epci', { ...DEPARTEMENT, ...PAGES, ...TABLEUR }, ['json', 'csv']),
  epci: adresse('epci/:siren', CHAMPS),
  couverture: adresse('couverture', {}),
  evolution: adresse('evolution', {
    de: libre('la date d’une liste, comme 2021-05-19', 'La date de la première liste.', '^\\d{4}-\\d{2}-\\d{2}$'),
    a: libre('la date d’une liste, comme 2023-04-05', 'La date de la seconde liste.', '^\\d{4}-\\d{2}-\\d{2}$'),
  }),
  sources: adresse('sources', {}),
  chiffres: adresse('chiffres', UN_DEPARTEMENT),
  chiffre: adresse('chiffres/:id', UN_DEPARTEMENT),
  recherche: adresse('recherche', { q: FILTERS.q }),
  verifier: { ...adresse('verifier', {}), methode: 'POST' } as Adresse<ParamTable>,
  openapi: adresse('openapi.json', {}),
} as const satisfies Record<string, Adresse>

/** Files hold every row: their `limit` has no other bound. */
const tableDe = ({ table }: Adresse, format: Format): ParamTable =>
  format !== 'json' && 'limit' in table ? { ...table, limit: limit(LIMIT_FICHIER) } : table

/** Each path of the API, with the address that it is of; a list has one for each format. */
export type Chemin = { chemin: string; cle: keyof typeof ADRESSES; format: Format | null; table: ParamTable }

export const CHEMINS: readonly Chemin[] = Object.entries(ADRESSES).flatMap(([cle, one]) => {
  const own = { chemin: RACINE + one.chemin, cle: cle as Chemin['cle'] }
  // What ends with a parameter has its extension in it.
  const suffixed = /:\w+$|\.json$/.test(one.chemin) || 'methode' in one ? [] : one.formats
  return [
    { ...own, format: null, table: one.table as ParamTable },
    ...suffixed.map((format) => ({ ...own, chemin: `${own.chemin}.${format}`, format, table: tableDe(one, format) })),
  ]
})
