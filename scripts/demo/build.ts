import { createRandom, type Random } from '#app/domain/scenarios/hasard.ts'
import { type Defect, spoilLieux, spoilStructures } from '#scripts/demo/defects.ts'
import { inventEmployers } from '#scripts/demo/employers.ts'
import {
  type FranceServicesRow,
  franceServicesCsv,
  type LieuRow,
  lieuxCsv,
  type StructureRow,
  structuresCsv,
} from '#scripts/demo/files.ts'
import { inventFranceServices } from '#scripts/demo/france-services.ts'
import { inventLieu, inventOtherLieu } from '#scripts/demo/lieux.ts'
import { pick, pickWeighted, shuffle } from '#scripts/demo/random.ts'
import { inventSlots } from '#scripts/demo/slots.ts'
import { inventStructures } from '#scripts/demo/structures.ts'
import { placeWeight, readTerritory, type Territory } from '#scripts/demo/territory.ts'

/** The date of the files; every date in them is earlier. */
export const DEMO_DATE = '2026-06-30'
export const DEMO_COUNTS = {
  employers: 2790,
  repeated: 60,
  postes: 4000,
  lieux: 2700,
  duplicates: 6,
  others: 60,
  franceServices: 300,
}

const SEED = 20260630

export type Demo = {
  lieux: LieuRow[]
  structures: StructureRow[]
  franceServices: FranceServicesRow[]
  /** The rows that are wrong on purpose. */
  defects: { lieux: Defect[]; structures: Defect[] }
}

// Two places with the same name and address would be merged into one: the draw is made again.
function addressOf({ nom, adresse, code_insee }: LieuRow): string {
  return `${nom}/${adresse}/${code_insee}`
}

function distinct(taken: Set<string>, invent: () => LieuRow): LieuRow {
  let row = invent()
  while (taken.has(addressOf(row))) row = invent()
  taken.add(addressOf(row))
  return row
}

function inventOthers(random: Random, territory: Territory, taken: Set<string>): LieuRow[] {
  const communes = [...territory.communes.values()].filter(({ centre }) => centre)
  const weights = communes.map((commune) => [commune, placeWeight(commune)] as const)
  return Array.from({ length: DEMO_COUNTS.others }, () =>
    distinct(taken, () => inventOtherLieu(random, pickWeighted(random, weights), DEMO_DATE)),
  )
}

// The same place twice, under another id and an older date, as two sources publish it.
function duplicate(random: Random, row: LieuRow): LieuRow {
  const id = row.id.replace(
    /_[0-9a-f]{8}/,
    `_${Math.floor(random() * 2 ** 32)
      .toString(16)
      .padStart(8, '0')}`,
  )
  return { ...row, id, nom: row.nom.toUpperCase(), date_maj: '2023-12-31' }
}

/** The whole demonstration, the same for the same reference files. */
export function buildDemo(territory: Territory = readTerritory()): Demo {
  const random = createRandom(SEED)
  const employers = inventEmployers(random, territory, DEMO_COUNTS.employers)
  const structures = spoilStructures(random, inventStructures(random, employers, territory, DEMO_COUNTS), territory)
  const taken = new Set<string>()
  const places = inventSlots(random, employers, territory, DEMO_COUNTS.lieux).map((slot) =>
    distinct(taken, () => inventLieu(random, slot, DEMO_DATE)),
  )
  const lieux = spoilLieux(random, places, territory)
  const sound = lieux.rows.filter(({ id }) => !lieux.defects.some((defect) => defect.row === id))
  const twice = Array.from({ length: DEMO_COUNTS.duplicates }, () => duplicate(random, pick(random, sound)))
  const doubled = twice.map(({ id }): Defect => ({ row: id, name: 'lieu en double' }))
  return {
    lieux: shuffle(random, [...lieux.rows, ...twice, ...inventOthers(random, territory, taken)]),
    structures: structures.rows,
    franceServices: inventFranceServices(territory, DEMO_COUNTS.franceServices),
    defects: { lieux: [...lieux.defects, ...doubled], structures: structures.defects },
  }
}

/** The files by name, in the official formats. Imported in the order of their names: the places come first. */
export function demoFiles({ lieux, structures, franceServices }: Demo): Record<string, string> {
  return {
    [`lieux-demonstration-${DEMO_DATE}.csv`]: lieuxCsv(lieux),
    [`lieux-france-services-demonstration-${DEMO_DATE}.csv`]: franceServicesCsv(franceServices),
    [`structures-demonstration-${DEMO_DATE}.csv`]: structuresCsv(structures),
  }
}
