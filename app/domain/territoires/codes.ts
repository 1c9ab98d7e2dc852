/** Codes are strings: a zero lost on the left is given back, and keys are checked (docs/regles.md §2). */

const LA_POSTE = '356000000'

/** Luhn's check over the digits, the last one included. */
export function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let i = 0; i < digits.length; i += 1) {
    const digit = Number(digits[digits.length - 1 - i])
    const doubled = i % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return digits.length > 0 && sum % 10 === 0
}

/**
 * True for a SIRET whose key is right: Luhn, or for La Poste a digit sum divisible by 5
 * (its head office passes Luhn, its branches do not). Only zeros are no SIRET, though they pass Luhn.
 */
export function isSiret(text: string): boolean {
  if (!/^\d{14}$/.test(text) || /^0+$/.test(text)) return false
  if (passesLuhn(text)) return true
  return text.startsWith(LA_POSTE) && [...text].reduce((sum, digit) => sum + Number(digit), 0) % 5 === 0
}

/** Municipal arrondissements → their commune: the arrondissement stays in the address. */
export function communeOfArrondissement(code: string): string | null {
  if (/^751(0[1-9]|1\d|20)$/.test(code)) return '75056'
  if (/^132(0[1-9]|1[0-6])$/.test(code)) return '13055'
  if (/^6938[1-9]$/.test(code)) return '69123'
  return null
}

/** Department of a commune code: two characters, three overseas. */
export function departementOfCommune(code: string): string {
  return /^9[78]/.test(code) ? code.slice(0, 3) : code.slice(0, 2)
}

/** "1" → "01", "2a" → "2A"; null when it is no code ("0", "", "Ain"). */
export function readDepartementCode(text: string): string | null {
  const code = text.trim().toUpperCase()
  if (/^[1-9]$/.test(code)) return `0${code}`
  if (/^(0[1-9]|[1-8]\d|9[0-5]|2[AB]|97[1-8]|98[678])$/.test(code) && code !== '20') return code
  return null
}
