import { chance, pick, pickWeighted, type Random } from '#scripts/demo/random.ts'

export const MORNINGS = [
  '09:00-12:00',
  '08:30-12:00',
  '09:00-12:30',
  '08:30-12:30',
  '08:45-12:15',
  '10:00-12:30',
  '09:30-12:00',
]
export const AFTERNOONS = [
  '14:00-17:00',
  '13:30-17:00',
  '13:30-17:30',
  '14:00-18:00',
  '13:00-17:00',
  '14:00-17:30',
  '13:30-16:30',
]
const DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr']

function half(random: Random): string {
  return pick(random, chance(random, 0.5) ? MORNINGS : AFTERNOONS)
}

function fullDay(random: Random): string {
  return `${pick(random, MORNINGS)},${pick(random, AFTERNOONS)}`
}

function twoDays(random: Random): [string, string] {
  const first = Math.floor(random() * (DAYS.length - 1))
  const second = first + 1 + Math.floor(random() * (DAYS.length - 1 - first))
  return [DAYS[first] ?? 'Mo', DAYS[second] ?? 'Fr']
}

function library(random: Random): string {
  const saturday = chance(random, 0.5) ? '10:00-12:30' : '10:00-12:30,14:00-17:00'
  const friday = pick(random, ['Tu,Fr', 'Tu-Fr', 'Tu,Th,Fr'])
  return `${friday} ${pick(random, ['15:00-18:30', '14:00-18:00', '16:00-18:30'])}; We 10:00-12:30,14:00-18:00; Sa ${saturday}`
}

function alternatingWeeks(random: Random): string {
  const [day, other] = twoDays(random)
  return `week 01-53/2 ${day} ${half(random)}; week 02-52/2 ${other} ${half(random)}`
}

// The forms that hours really take, in OpenStreetMap's syntax, with the weight of each.
const FORMS: [(random: Random) => string, number][] = [
  [(random) => `Mo-Fr ${fullDay(random)}`, 29],
  [
    (random) =>
      `Mo-Th ${fullDay(random)}; Fr ${pick(random, MORNINGS)},${pick(random, ['13:30-16:30', '14:00-16:00'])}`,
    14,
  ],
  [(random) => `Mo-Th ${fullDay(random)}; Fr ${pick(random, MORNINGS)}`, 6],
  [(random) => `${pick(random, DAYS)} ${half(random)}`, 14],
  [(random) => `${twoDays(random).join(',')} ${half(random)}`, 9],
  [
    (random) =>
      twoDays(random)
        .map((day) => `${day} ${half(random)}`)
        .join('; '),
    8,
  ],
  [library, 9],
  [(random) => `Mo-Fr ${fullDay(random)}; Sa ${pick(random, MORNINGS)}`, 4],
  [(random) => `Mo-Fr ${fullDay(random)}; ${pick(random, DAYS)} off`, 3],
  [(random) => `${pick(random, DAYS)} ${pick(random, ['09:00-17:00', '10:00-18:00', '12:00-20:00'])}`, 2],
  [alternatingWeeks, 1],
  [(random) => `${pick(random, DAYS)}[1,3] ${half(random)}`, 1],
]

/** Opening hours in OpenStreetMap's syntax, in one of the forms met in the real files. */
export function inventHoraires(random: Random): string {
  const text = pickWeighted(random, FORMS)(random)
  return chance(random, 0.08) ? `${text}; PH off` : text
}
