import type { LieuRow, StructureRow } from '#scripts/demo/files.ts'
import { pick, type Random, shuffle } from '#scripts/demo/random.ts'
import type { Territory } from '#scripts/demo/territory.ts'

/** One defect put in on purpose: which row (id of a place, rank of a structure) and what was done to it. */
export type Defect = { row: string; name: string }

type Spoil<Row> = {
  name: string
  count: number
  fits: (row: Row) => boolean
  spoil: (row: Row, random: Random, territory: Territory) => Row
}

const always = () => true

function withoutZero(code: string): string {
  return code.replace(/^0/, '')
}

const startsWithZero = (code: string) => code.startsWith('0')

function inTheNorthSea(row: LieuRow): LieuRow {
  return { ...row, latitude: '56.10000', longitude: '3.20000' }
}

const LIEUX: Spoil<LieuRow>[] = [
  {
    name: 'commune en capitales',
    count: 10,
    fits: always,
    spoil: (row) => ({ ...row, commune: row.commune.toUpperCase() }),
  },
  {
    name: 'code postal sans zéro',
    count: 7,
    fits: (row) => startsWithZero(row.code_postal),
    spoil: (row) => ({ ...row, code_postal: withoutZero(row.code_postal) }),
  },
  { name: 'coordonnées lointaines', count: 5, fits: (row) => row.latitude !== '', spoil: inTheNorthSea },
  {
    name: 'coordonnées inversées',
    count: 5,
    fits: (row) => row.latitude !== '',
    spoil: (row) => ({ ...row, latitude: row.longitude, longitude: row.latitude }),
  },
  {
    name: 'téléphone illisible',
    count: 7,
    fits: (row) => row.telephone !== '',
    spoil: (row, random) => ({
      ...row,
      telephone: pick(random, ['+33', '12 34', 'voir la mairie', '+3300', 'accueil']),
    }),
  },
  {
    name: 'horaires illisibles',
    count: 7,
    fits: (row) => row.horaires !== '',
    spoil: (row, random) => ({
      ...row,
      horaires: pick(random, ['12:00-14:00-17:00', '10h00', 'le lundi matin', '12:30']),
    }),
  },
  {
    name: 'ancien code commune',
    count: 5,
    fits: always,
    spoil: (row, random, territory) => {
      const old = territory.communes.get(row.code_insee)?.anciensCodes ?? []
      return old.length > 0 ? { ...row, code_insee: pick(random, old) } : row
    },
  },
  {
    name: 'service inconnu',
    count: 5,
    fits: (row) => row.services !== '',
    spoil: (row, random) => ({
      ...row,
      services: `${row.services}|${pick(random, ['Aide au numérique', 'Cours informatique'])}`,
    }),
  },
]

const STRUCTURES: Spoil<StructureRow>[] = [
  {
    name: 'zéros perdus',
    count: 25,
    fits: (row) => startsWithZero(row['Code postal']),
    spoil: (row) => ({
      ...row,
      'Code postal': withoutZero(row['Code postal']),
      'Code commune INSEE': withoutZero(row['Code commune INSEE']),
      'Code département': withoutZero(row['Code département']),
    }),
  },
  { name: 'sans SIRET', count: 4, fits: always, spoil: (row) => ({ ...row, SIRET: 'null' }) },
  { name: 'sans nom', count: 4, fits: always, spoil: (row) => ({ ...row, 'Raison sociale': '0' }) },
  {
    name: 'commune d’un autre département',
    count: 10,
    fits: always,
    spoil: (row, random, territory) => {
      const elsewhere = pick(
        random,
        [...territory.departements.values()].filter(({ communes }) => communes.length > 50),
      )
      const commune = pick(random, elsewhere.communes)
      return { ...row, 'Code commune INSEE': commune.code, 'Commune INSEE': commune.nom }
    },
  },
]

// A row whose spoiling changes nothing (a commune without an old code) is passed over.
function spoilRows<Row>(
  random: Random,
  rows: Row[],
  spoils: Spoil<Row>[],
  keyOf: (row: Row, i: number) => string,
  territory: Territory,
): { rows: Row[]; defects: Defect[] } {
  const spoiled = [...rows]
  const defects: Defect[] = []
  const order = shuffle(
    random,
    rows.map((_, i) => i),
  )
  const left = new Map(spoils.map(({ name, count }) => [name, count]))
  for (const i of order) {
    const row = rows[i]
    if (row === undefined) continue
    for (const { name, fits, spoil } of spoils) {
      const changed = left.get(name) && fits(row) ? spoil(row, random, territory) : row
      if (JSON.stringify(changed) === JSON.stringify(row)) continue
      spoiled[i] = changed
      defects.push({ row: keyOf(row, i), name })
      left.set(name, (left.get(name) ?? 1) - 1)
      break
    }
  }
  return { rows: spoiled, defects }
}

export function spoilLieux(random: Random, rows: LieuRow[], territory: Territory) {
  return spoilRows(random, rows, LIEUX, (row) => row.id, territory)
}

/** The key of a structure's defect is its rank among the rows, from 0. */
export function spoilStructures(random: Random, rows: StructureRow[], territory: Territory) {
  return spoilRows(random, rows, STRUCTURES, (_, i) => String(i), territory)
}
