import { allocate, chance, pick, pickWeighted, type Random } from '#scripts/demo/random.ts'
import { type Classe, DEPARTEMENT_SHARES } from '#scripts/demo/shares.ts'
import { inventSiren, inventSiret } from '#scripts/demo/siret.ts'
import { type CommuneDemo, type Departement, seatWeight, type Territory } from '#scripts/demo/territory.ts'
import { ASSOCIATIONS, NATURE, ofName, VALLEYS } from '#scripts/demo/words.ts'

export type Nature =
  | 'commune'
  | 'epci'
  | 'departement'
  | 'ccas'
  | 'syndicat'
  | 'association'
  | 'centre-social'
  | 'mission-locale'

export type Employer = {
  siren: string
  siret: string
  nom: string
  nature: Nature
  publique: boolean
  commune: CommuneDemo
  departement: Departement
}

const NATURES: Record<Classe, [Nature, number][]> = {
  rural: [
    ['commune', 42],
    ['epci', 22],
    ['association', 18],
    ['centre-social', 7],
    ['ccas', 4],
    ['syndicat', 3],
    ['mission-locale', 2],
  ],
  intermediaire: [
    ['commune', 32],
    ['association', 28],
    ['epci', 16],
    ['centre-social', 8],
    ['ccas', 6],
    ['mission-locale', 5],
    ['syndicat', 1],
  ],
  urbain: [
    ['association', 51],
    ['commune', 15],
    ['centre-social', 9],
    ['ccas', 7],
    ['mission-locale', 7],
    ['epci', 4],
  ],
}
const PUBLIC_NATURES = new Set<Nature>(['commune', 'epci', 'departement', 'ccas', 'syndicat'])
const DEPARTEMENTS_THAT_EMPLOY = 0.6

function largest(communes: CommuneDemo[]): CommuneDemo | undefined {
  return communes.reduce<CommuneDemo | undefined>(
    (best, one) => (one.population > (best?.population ?? 0) ? one : best),
    undefined,
  )
}

function nameOf(
  random: Random,
  nature: Nature,
  commune: CommuneDemo,
  departement: Departement,
  territory: Territory,
): string {
  const epci = territory.epci
    .get(commune.epci)
    ?.nom.replace(/ \(.*\)/, '')
    .replace(/^CC /, 'Communauté de communes ')
  const names: Record<Nature, () => string> = {
    commune: () => `Commune ${ofName(commune.nom)} (exemple)`,
    epci: () =>
      `${epci?.replace(/^CA /, 'Communauté d’agglomération ').replace(/^CU /, 'Communauté urbaine ')} (exemple)`,
    departement: () => `Conseil départemental : ${departement.nom} (exemple)`,
    ccas: () => `CCAS ${ofName(commune.nom)} (exemple)`,
    syndicat: () => `Syndicat mixte ${pick(random, VALLEYS)}`,
    association: () =>
      chance(random, 0.5)
        ? `Association ${pick(random, ASSOCIATIONS)} ${ofName(commune.nom)}`
        : `${pick(random, ASSOCIATIONS)} ${pick(random, VALLEYS)}`,
    'centre-social': () => `Centre social ${pick(random, NATURE)}`,
    'mission-locale': () => `Mission locale ${pick(random, VALLEYS)}`,
  }
  return names[nature]()
}

type Seat = { nature: Nature; commune: CommuneDemo; key: string }

// A grouping of communes sits in its largest town, which is why posts look more urban than places.
function seatOf(nature: Nature, commune: CommuneDemo, departement: Departement, territory: Territory): Seat {
  if (nature === 'departement') {
    return { nature, commune: largest(departement.communes) ?? commune, key: `departement/${departement.code}` }
  }
  if (nature === 'epci' && territory.epci.has(commune.epci)) {
    const members = territory.epci.get(commune.epci)?.communes.filter((one) => one.departement === departement.code)
    return { nature, commune: largest(members ?? []) ?? commune, key: `epci/${commune.epci}` }
  }
  if (nature === 'commune' || nature === 'ccas') return { nature, commune, key: `${nature}/${commune.code}` }
  return { nature: nature === 'epci' ? 'association' : nature, commune, key: '' }
}

function inventEmployer(
  random: Random,
  siren: string,
  { nature, commune }: Seat,
  departement: Departement,
  territory: Territory,
): Employer {
  const nom = nameOf(random, nature, commune, departement, territory)
  return { siren, siret: inventSiret(siren), nom, nature, publique: PUBLIC_NATURES.has(nature), commune, departement }
}

function employersOf(random: Random, departement: Departement, count: number, first: number, territory: Territory) {
  const weights = departement.communes.map((commune) => [commune, seatWeight(commune)] as const)
  const taken = new Set<string>()
  return Array.from({ length: count }, (_, rank) => {
    const drawn = pickWeighted(random, weights)
    const itself = rank === 0 && count > 5 && chance(random, DEPARTEMENTS_THAT_EMPLOY)
    const nature = itself ? 'departement' : pickWeighted(random, NATURES[drawn.ruralite])
    const wanted = seatOf(nature, drawn, departement, territory)
    const seat: Seat = taken.has(wanted.key) ? { nature: 'association', commune: drawn, key: '' } : wanted
    if (seat.key) taken.add(seat.key)
    return inventEmployer(random, inventSiren(first + rank), seat, departement, territory)
  })
}

/** `total` distinct employers, by department as in the real file. */
export function inventEmployers(random: Random, territory: Territory, total: number): Employer[] {
  const counts = allocate(
    total,
    DEPARTEMENT_SHARES.map(({ structures }) => structures),
  )
  return DEPARTEMENT_SHARES.flatMap(({ code }, i) => {
    const departement = territory.departements.get(code)
    if (!departement) throw new Error(`data/referentiel/departements.csv has no department ${code}`)
    // A block of ranks a department: an employer more in one leaves the numbers of the others as they are.
    return employersOf(random, departement, counts[i] ?? 0, i * 500, territory)
  })
}
