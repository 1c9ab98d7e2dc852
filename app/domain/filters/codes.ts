import { readDepartementCode } from '../territoires/codes.ts'
import { fold } from '../texte/fold.ts'

const METROPOLE = Array.from({ length: 95 }, (_, index) => String(index + 1).padStart(2, '0'))
const CORSE = ['2A', '2B']
const OUTRE_MER = ['971', '972', '973', '974', '975', '976', '977', '978', '986', '987', '988']

/** Departments and the territories that stand for one, in the order of a code list (2A and 2B take the place of 20). */
export const DEPARTEMENT_CODES: readonly string[] = [
  ...METROPOLE.flatMap((code) => (code === '20' ? CORSE : [code])),
  ...OUTRE_MER,
]

/** '1' → '01', '2a' → '2A'; undefined when no department has this code. */
export function readDepartement(raw: string): string | undefined {
  return readDepartementCode(raw) ?? undefined
}

/** The INSEE code of a commune or of an arrondissement, '2a004' → '2A004'; its shape only: the database knows which exist. */
export function readCommune(raw: string): string | undefined {
  const code = raw.trim().toUpperCase()
  return /^(\d{5}|2[AB]\d{3})$/.test(code) ? code : undefined
}

/** The URL's form of a value of a closed list: 'Étudiants' → 'etudiants'. These stand in shared links: never change it. */
export function slugOf(value: string): string {
  return fold(value).replaceAll(' ', '-')
}
