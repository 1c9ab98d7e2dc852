// No SIREN of 999 has been given out: the prefix tells an invented number at a glance.
const PREFIX = '999'
const SEAT = 1

function luhnSum(digits: string): number {
  return [...digits].reverse().reduce((sum, digit, i) => {
    const value = Number(digit) * (i % 2 === 1 ? 2 : 1)
    return sum + (value > 9 ? value - 9 : value)
  }, 0)
}

function withCheckDigit(digits: string): string {
  return `${digits}${(10 - (luhnSum(`${digits}0`) % 10)) % 10}`
}

/** The invented SIREN of the employer of this rank (0 to 99,999): nine digits that pass Luhn. */
export function inventSiren(rank: number): string {
  return withCheckDigit(`${PREFIX}${String(rank).padStart(5, '0')}`)
}

/** The SIRET of one establishment of a SIREN (1 is the seat): fourteen digits that pass Luhn. */
export function inventSiret(siren: string, establishment = SEAT): string {
  return withCheckDigit(`${siren}${String(establishment).padStart(4, '0')}`)
}
