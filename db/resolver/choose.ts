import { type Choix, idDe, type Reponse } from './intention.ts'

/** From this number of inhabitants a commune is what most people mean by its name. */
export const GRANDE = 10_000
/** So many times smaller, a namesake is beside. */
const FOIS = 20

/** Each once, present communes before former ones, the most populated first. */
export function sortChoix<C extends Choix>(choix: readonly C[]): C[] {
  const sorted = choix.toSorted(
    (a, b) => rank(a) - rank(b) || b.population - a.population || (idDe(a) < idDe(b) ? -1 : 1),
  )
  return unique(sorted)
}

/** The size of a former commune is not known: its commune's is not its own. */
function rank(choix: Choix): number {
  return 'codes' in choix ? 0 : choix.ancien === null ? 1 : 2
}

export function unique<C extends Choix>(choix: readonly C[]): C[] {
  const seen = new Set<string>()
  return choix.filter((one) => {
    const id = idDe(one)
    return !seen.has(id) && seen.add(id)
  })
}

/** Whether a place is what most people mean beside one of so many inhabitants. */
export function isFarLarger({ population }: Choix, than: number): boolean {
  return population >= GRANDE && than * FOIS <= population
}

/** Those of one name or of spellings as near: one answer, or a question; who is far less populated is beside. */
export function choose(candidats: readonly Choix[], corrige = false): Reponse | null {
  const [first, ...others] = sortChoix(candidats)
  if (first === undefined) return null
  const isBeside = (one: Choix) =>
    isFarLarger(first, one.population) || (first.population >= GRANDE && rank(one) > rank(first))
  return {
    choix: [first, ...others.filter((one) => !isBeside(one))],
    autres: others.filter(isBeside),
    corrige,
  }
}

/** The answer with more links beside, none twice. */
export function avecAutres(reponse: Reponse, plus: readonly Choix[]): Reponse {
  const [...all] = unique([...reponse.choix, ...reponse.autres, ...plus])
  return { ...reponse, autres: all.slice(reponse.choix.length) }
}
