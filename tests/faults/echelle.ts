/** `npm run test:faults` does all of it; `npm test` a tenth. */
export const ENTIER = process.env.FAUTES === 'entier'

/** How many times a fault is made, of the `total` of the whole run. */
export function combien(total: number): number {
  return ENTIER ? total : Math.ceil(total / 10)
}

/** A figure of a run, where a person who launched it sees it. */
export function dire(ligne: string): void {
  console.log(`${ligne} (${ENTIER ? 'entier' : 'un dixième : npm run test:faults fait tout'})`)
}
