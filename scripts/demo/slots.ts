import type { Employer } from '#scripts/demo/employers.ts'
import { allocate, chance, pick, pickWeighted, type Random, shuffle } from '#scripts/demo/random.ts'
import { DEPARTEMENT_SHARES } from '#scripts/demo/shares.ts'
import { inventSiret } from '#scripts/demo/siret.ts'
import { type CommuneDemo, type Departement, placeWeight, type Territory } from '#scripts/demo/territory.ts'

/** A place to be: where, whose, and the `pivot` by which it says whose it is. */
export type Slot = { commune: CommuneDemo; employer: Employer | null; pivot: string }

// What the published file writes where no SIRET is known.
export const NO_PIVOT = '00000000000000'

const SAME_SIRET = 0.81
const SAME_SIREN = 0.08
// Of the places beyond the first of each employer: those of a grouping of communes, against those of nobody known.
const OF_A_GROUPING = 0.55
const GROUPINGS = new Set(['epci', 'departement', 'syndicat'])
// Groupings and voluntary hosts receive people in the country rather than at their seat.
const RURAL_PULL = 1.5

function draw(random: Random, communes: CommuneDemo[], pull: number): CommuneDemo {
  const weight = (one: CommuneDemo) => placeWeight(one) * (one.ruralite === 'rural' ? pull : 1)
  return pickWeighted(
    random,
    communes.map((one) => [one, weight(one)] as const),
  )
}

function communeOf(random: Random, employer: Employer, territory: Territory): CommuneDemo {
  const { commune, departement, nature } = employer
  const neighbours = territory.epci
    .get(commune.epci)
    ?.communes.filter((one) => one.departement === departement.code) ?? [commune]
  if (nature === 'departement') return draw(random, departement.communes, RURAL_PULL)
  if (GROUPINGS.has(nature)) return draw(random, neighbours, RURAL_PULL)
  if (nature === 'association' && chance(random, 0.2)) return draw(random, departement.communes, RURAL_PULL)
  const away = nature === 'association' ? 0.35 : nature === 'commune' || nature === 'ccas' ? 0 : 0.15
  return chance(random, away) ? draw(random, neighbours, 1) : commune
}

function firstSlots(random: Random, employers: Employer[], territory: Territory): Slot[] {
  return employers.flatMap((employer): Slot[] => {
    const link = random()
    if (link >= SAME_SIRET + SAME_SIREN) return []
    const pivot = link < SAME_SIRET ? employer.siret : inventSiret(employer.siren, 2)
    return [{ commune: communeOf(random, employer, territory), employer, pivot }]
  })
}

function slotsOf(
  random: Random,
  departement: Departement,
  count: number,
  all: Employer[],
  territory: Territory,
): Slot[] {
  const employers = shuffle(
    random,
    all.filter((employer) => employer.departement === departement),
  )
  const slots = firstSlots(random, employers, territory).slice(0, count)
  const groupings = employers.filter(({ nature }) => GROUPINGS.has(nature))
  while (slots.length < count) {
    const employer = groupings.length > 0 && chance(random, OF_A_GROUPING) ? pick(random, groupings) : null
    slots.push(
      employer
        ? { commune: communeOf(random, employer, territory), employer, pivot: employer.siret }
        : { commune: draw(random, departement.communes, RURAL_PULL), employer, pivot: NO_PIVOT },
    )
  }
  return slots
}

/** Where the places stand: `total` of them, by department as in the real file, most at or near an employer's seat. */
export function inventSlots(random: Random, employers: Employer[], territory: Territory, total: number): Slot[] {
  const counts = allocate(
    total,
    DEPARTEMENT_SHARES.map(({ lieux }) => lieux),
  )
  return DEPARTEMENT_SHARES.flatMap(({ code }, i) => {
    const departement = territory.departements.get(code)
    return departement ? slotsOf(random, departement, counts[i] ?? 0, employers, territory) : []
  })
}
