import type { PackageCommune, Town } from '#scripts/referentiel/packages.ts'

const METRO_AND_DROM = new Set(['FR', 'GP', 'MQ', 'GF', 'RE'])
// GeoNames puts the commune code of these in the administrative code, not in muniSub.
const CODE_IN_ADMIN = new Set(['YT', 'PM', 'WF'])
const TERRITORY_BY_COUNTRY: Record<string, string> = { PF: '987', NC: '988' }

// Towns whose GeoNames row has no commune code and another name than their commune: the chief town, by hand.
const BY_HAND: Record<string, string> = {
  'FR/Paris': '75056',
  'BL/Gustavia': '97701',
  'MF/Marigot': '97801',
  'PF/Vaitape': '98714',
  'PF/Rikitea': '98719',
  'PF/Tiarei': '98722',
  'PF/Atuona': '98723',
  'PF/Fare': '98724',
  'PF/Afareaitu': '98729',
  'PF/Taiohae': '98731',
  'PF/Tapuarava': '98742',
  'PF/Moerai': '98744',
  'PF/Afaahiti': '98747',
  'PF/Vairao': '98748',
  'PF/Tevaitoa': '98754',
  'NC/Wala': '98801',
  'NC/Vao': '98809',
  'NC/Wé': '98814',
  'NC/Tadine': '98815',
  'NC/Mont-Dore': '98817',
  'NC/Fayaoué': '98820',
  'NC/Yaté-Barrage': '98832',
}

// Positions that GeoNames has wrong: 40271 (Sainte-Marie-de-Gosse, Landes) stands 80 km from its commune.
const NOT_BELIEVED = new Set(['40271'])

function foldName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replace(/\bst(e?)\b/g, 'saint$1')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

function codeOf(town: Town, byTerritoryAndName: Map<string, string>): string | undefined {
  const byHand = BY_HAND[`${town.country}/${town.name}`]
  if (byHand) return byHand
  if (METRO_AND_DROM.has(town.country)) return town.muniSub
  if (CODE_IN_ADMIN.has(town.country)) return town.adminCode
  const territory = TERRITORY_BY_COUNTRY[town.country]
  return territory && byTerritoryAndName.get(`${territory}/${foldName(town.name)}`)
}

// GeoNames cuts large towns into quarters that carry the same code: the town itself has the commune's name.
function isBetter(town: Town, other: Town, nom: string): boolean {
  const named = foldName(town.name) === foldName(nom)
  const otherNamed = foldName(other.name) === foldName(nom)
  return named === otherNamed ? town.population > other.population : named
}

type Found = { town: Town; direct: boolean }

/**
 * The centre of each current commune that GeoNames knows, by commune code. A town that carries the code of a merged
 * commune counts for the commune that absorbed it, but only when no town carries the current code.
 */
export function findCentres(communes: PackageCommune[], towns: Town[]): Map<string, Town> {
  const noms = new Map(communes.map((commune) => [commune.code, commune.nom]))
  const current = new Map(communes.flatMap(({ code, anciensCodes = [] }) => anciensCodes.map((old) => [old, code])))
  const byName = new Map(communes.map(({ code, nom }) => [`${code.slice(0, 3)}/${foldName(nom)}`, code]))
  const found = new Map<string, Found>()
  for (const town of towns) {
    const given = codeOf(town, byName)
    if (!given) continue
    const direct = noms.has(given)
    const code = direct ? given : current.get(given)
    const nom = code && noms.get(code)
    if (!code || !nom || NOT_BELIEVED.has(code)) continue
    const other = found.get(code)
    const wins = !other || (direct === other.direct ? isBetter(town, other.town, nom) : direct)
    if (wins) found.set(code, { town, direct })
  }
  return new Map([...found].map(([code, { town }]) => [code, town]))
}
