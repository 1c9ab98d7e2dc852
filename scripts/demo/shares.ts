import type { Ruralite } from '#app/domain/vocabulary.ts'

export type Classe = Exclude<Ruralite, 'inconnue'>

/**
 * Proportions of the real programme, measured once and rounded, that the demonstration follows: the structures file of
 * 5 April 2023 and the places file of July 2022. They are aggregates: no row of either file can be found back.
 */

// Per department, thousandths of: rows of the structures file / posts / places.
const PER_MILLE = `
  01:10/10/11 02:11/12/9 03:5/6/2 04:4/3/7 05:6/6/9 06:12/12/10
  07:8/6/3 08:11/9/5 09:5/4/3 10:7/7/5 11:8/7/13 12:8/7/5
  13:26/23/20 14:7/11/6 15:6/5/9 16:11/9/13 17:12/12/24 18:6/7/8
  19:9/8/11 21:13/11/10 22:12/9/21 23:2/4/1 24:10/9/12 25:10/8/7
  26:8/8/12 27:9/9/15 28:4/6/4 29:13/12/17 2A:4/4/2 2B:7/5/3
  30:13/12/16 31:18/17/15 32:4/4/3 33:24/21/25 34:17/17/28 35:12/12/13
  36:7/7/15 37:8/8/5 38:10/10/9 39:6/6/3 40:9/8/18 41:7/6/6
  42:9/11/6 43:6/5/7 44:16/13/17 45:9/9/4 46:6/6/11 47:9/10/8
  48:5/4/5 49:9/9/11 50:7/8/10 51:8/7/11 52:5/5/3 53:4/6/4
  54:17/14/8 55:4/5/7 56:16/12/17 57:13/13/11 58:3/9/7 59:34/31/34
  60:11/9/17 61:9/8/12 62:17/16/24 63:10/9/11 64:9/10/10 65:7/6/7
  66:11/11/8 67:11/10/9 68:6/5/4 69:20/21/28 70:2/6/3 71:6/8/5
  72:4/9/5 73:5/5/6 74:9/8/10 75:16/21/13 76:15/14/18 77:12/11/8
  78:12/10/5 79:7/5/13 80:7/7/11 81:9/10/16 82:8/6/7 83:12/11/10
  84:12/14/7 85:10/8/14 86:8/9/12 87:10/9/7 88:7/8/10 89:8/7/5
  90:6/5/3 91:11/14/7 92:13/14/6 93:19/24/12 94:10/16/10 95:13/13/5
  971:13/13/4 972:11/12/4 973:11/12/4 974:17/17/9 976:3/12/3 978:1/1/0
`

export type DepartementShare = { code: string; structures: number; postes: number; lieux: number }

export const DEPARTEMENT_SHARES: DepartementShare[] = PER_MILLE.trim()
  .split(/\s+/)
  .map((entry) => {
    const [code = '', shares = ''] = entry.split(':')
    const [structures = 0, postes = 0, lieux = 0] = shares.split('/').map(Number)
    return { code, structures, postes, lieux }
  })

/** Share of the seats of employers by estimated class of their commune. */
export const SEAT_SHARES: Record<Classe, number> = { rural: 0.2, intermediaire: 0.34, urbain: 0.46 }

/** Share of the places by estimated class: half as many again in the country as seats. */
export const PLACE_SHARES: Record<Classe, number> = { rural: 0.3, intermediaire: 0.36, urbain: 0.34 }

/** Posts above the first of a row go to the large employers: weight of an employer by class. */
export const EXTRA_POST_WEIGHT: Record<Classe, number> = { rural: 7, intermediaire: 18, urbain: 62 }

export const PRESENT = { horaires: 0.88, telephone: 0.65, courriels: 0.39, siteWeb: 0.49 }

/** Quarter of validation, in shares of the rows; a thin tail follows the end of the measured file. */
export const VALIDATION_QUARTERS = [
  ['2021-01', 9],
  ['2021-04', 42],
  ['2021-07', 12],
  ['2021-10', 14],
  ['2022-01', 6],
  ['2022-04', 4],
  ['2022-10', 3],
  ['2023-01', 1],
  ['2023-04', 1],
  ['2023-10', 2],
  ['2024-04', 2],
  ['2024-10', 1],
  ['2025-04', 1],
  ['2025-10', 1],
  ['2026-01', 1],
] as const

/** Age of the last update in days, from-to, with its share: most are recent, the tail reaches thirty months. */
export const AGES: [[number, number], number][] = [
  [[1, 60], 34],
  [[61, 182], 32],
  [[183, 365], 16],
  [[366, 548], 9],
  [[549, 912], 9],
]

/** Other programmes of a place beside the conseillers numériques. */
export const PROGRAMMES: [string[], number][] = [
  [['Conseillers numériques'], 71],
  [['Conseillers numériques', 'France Services'], 22],
  [['Aidants Connect', 'Conseillers numériques'], 5],
  [['Aidants Connect', 'Conseillers numériques', 'France Services'], 2],
]
