import { between, chance, pick, type Random } from '#scripts/demo/random.ts'
import { slugOf } from '#scripts/demo/words.ts'

// Fixed-line ranges that Arcep keeps for fiction, one a zone of numbering; none overseas.
const FICTION_RANGES = { 1: '19900', 2: '26191', 3: '35301', 4: '46571', 5: '53649' } as const
type Zone = keyof typeof FICTION_RANGES

const ZONE_BY_REGION: Record<string, Zone> = {
  '11': 1,
  '24': 2,
  '28': 2,
  '52': 2,
  '53': 2,
  '27': 3,
  '32': 3,
  '44': 3,
  '84': 4,
  '93': 4,
  '94': 4,
  '75': 5,
  '76': 5,
}
// Occitanie has two zones: its Mediterranean side dials 04.
const MEDITERRANEAN = new Set(['11', '30', '34', '48', '66'])

/** An international number of the zone's fiction range, or '' overseas, where no range is kept for fiction. */
export function inventTelephone(random: Random, departement: string, region: string): string {
  const zone = MEDITERRANEAN.has(departement) ? 4 : ZONE_BY_REGION[region]
  return zone ? `+33${FICTION_RANGES[zone]}${String(between(random, 0, 9999)).padStart(4, '0')}` : ''
}

function domainOf(random: Random, nom: string): string {
  return chance(random, 0.8) ? `${slugOf(nom)}.example` : `${slugOf(nom)}.example.org`
}

export function inventCourriel(random: Random, nom: string): string {
  return `${pick(random, ['contact', 'accueil', 'numerique', 'conseiller-numerique'])}@${domainOf(random, nom)}`
}

export function inventSite(random: Random, nom: string): string {
  return `https://${chance(random, 0.5) ? 'www.' : ''}${domainOf(random, nom)}/`
}
