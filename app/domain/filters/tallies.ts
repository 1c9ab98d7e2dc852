import { CHAMPS } from '../lieu/champs.ts'
import { RURALITES, type Ruralite } from '../vocabulary.ts'
import { bitsOf, type ChampColumn, type Columns, EMPLOYEURS, OTHER_BIT, rankOfDepartement } from './columns.ts'

/** The filters whose options are counted. */
export type TallyKey =
  | 'departement'
  | 'ruralite'
  | 'densite'
  | 'frr'
  | 'gratuit'
  | 'acceslibre'
  | 'employeur'
  | 'zrr'
  | 'qpv'
  | Exclude<ChampColumn, 'frais'>
/** Counts rows by the option they fall under; `count` takes the option's value as in `Filters`. */
type Tally = { add: (row: number) => void; count: (value: unknown) => number }

export function newTallies(columns: Columns): Record<TallyKey, Tally> {
  return {
    departement: tallyOf(columns.departement, (value) => rankOfDepartement(value as string)),
    ruralite: tallyOf(columns.ruralite, (value) => RURALITES.indexOf(value as Ruralite)),
    densite: tallyOf(columns.densite, Number),
    frr: tallyOf(columns.frr, Number),
    acceslibre: tallyOf(columns.acceslibre, Number),
    employeur: tallyOf(columns.employeur, (value) => Object.keys(EMPLOYEURS).indexOf(value as string)),
    zrr: tallyOf(columns.zrr, Number),
    qpv: tallyOf(columns.qpv, Number),
    gratuit: tallyBits('frais', columns, () => bitsOf('frais', ['Gratuit'])),
    service: tallyBits('service', columns),
    public: tallyBits('public', columns),
    prise_en_charge: tallyBits('prise_en_charge', columns),
    acces: tallyBits('acces', columns),
    label: tallyBits('label', columns),
  }
}

function tallyOf(column: Uint8Array, rankOf: (value: unknown) => number): Tally {
  const counts = new Uint32Array(256)
  const add = (row: number) => {
    const value = column[row] as number
    counts[value] = (counts[value] ?? 0) + 1
  }
  return { add, count: (value) => counts[rankOf(value)] ?? 0 }
}

/** A row with several values counts once under each. */
function tallyBits(
  champ: ChampColumn,
  { [champ]: column }: Columns,
  bitOf = (value: unknown) => bitsOf(champ, [value as string]),
): Tally {
  const counts = new Uint32Array(CHAMPS[champ].values.length)
  const add = (row: number) => {
    // `bits & (bits - 1)` drops the lowest bit, whose rank clz32 gives.
    for (let bits = (column[row] as number) & ~OTHER_BIT; bits !== 0; bits &= bits - 1) {
      const rank = rankOfLowest(bits)
      counts[rank] = (counts[rank] ?? 0) + 1
    }
  }
  return { add, count: (value) => counts[rankOfLowest(bitOf(value))] ?? 0 }
}

function rankOfLowest(bits: number): number {
  return 31 - Math.clz32(bits & -bits)
}
