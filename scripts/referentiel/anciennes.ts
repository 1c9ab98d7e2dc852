import type { FormerCommune, PackageCommune, Town } from '#scripts/referentiel/packages.ts'

/**
 * `deleguee`, `associee`: as in the package; `absorbee`: a commune of the past that is neither; `renommee`: by hand;
 * `localite`: a town of GeoNames within a commune.
 */
export type Ancienne = {
  nom: string
  commune: string
  genre: 'deleguee' | 'associee' | 'absorbee' | 'renommee' | 'localite'
}

/**
 * Names that no list of former communes holds: the commune was renamed, or the place was never one (a resort, a new
 * town, a business park) and is what its inhabitants say.
 */
const RENOMMEES: Record<string, string> = {
  'Alpe d’Huez': '38191',
  Avoriaz: '74191',
  'Belle-Île-en-Mer': '56152',
  'Cap d’Agde': '34003',
  'Cap-Ferret': '33236',
  'Cergy-Pontoise': '95127',
  'Châlons-sur-Marne': '51108',
  Cherbourg: '50129',
  Courcouronnes: '91228',
  Hossegor: '40304',
  'Juan-les-Pins': '06004',
  'La Défense': '92062',
  'Le Chesnay': '78158',
  'Les Arcs 1800': '73054',
  'L’Alpe d’Huez': '38191',
  'Napoléon-Vendée': '85191',
  Rocquencourt: '78158',
  'Saint-Bon-Tarentaise': '73227',
  'Saint-Quentin-en-Yvelines': '78423',
  'Sophia Antipolis': '06152',
  'Val Thorens': '73257',
}

/** Countries of GeoNames whose towns bear the code of their commune. */
const WITH_CODES = new Set(['FR', 'GP', 'MQ', 'GF', 'RE'])

const GENRES = { 'commune-deleguee': 'deleguee', 'commune-associee': 'associee' } as const

/** Every name that is no longer, or never was, that of a commune, with the code of the commune of today that holds it. */
export function listAnciennes(all: PackageCommune[], historique: FormerCommune[], towns: Town[]): Ancienne[] {
  const actuelles = all.filter(({ type }) => type === 'commune-actuelle')
  const today = new Map(actuelles.flatMap(({ code, anciensCodes = [] }) => anciensCodes.map((old) => [old, code])))
  const noms = new Map(actuelles.map(({ code, nom }) => [code, nom]))
  const cities = new Set(all.flatMap(({ type, commune }) => (type === 'arrondissement-municipal' ? [commune] : [])))
  const found = new Map<string, Ancienne>()
  const add = (nom: string, given: string, genre: Ancienne['genre']) => {
    const commune = noms.has(given) ? given : today.get(given)
    if (commune === undefined) throw new Error(`${nom}: ${given} is no commune, nor the former code of one`)
    const key = `${commune} ${plain(nom)}`
    if (plain(nom) !== plain(noms.get(commune) ?? '') && !found.has(key)) found.set(key, { nom, commune, genre })
  }
  for (const { type, nom, chefLieu = '' } of all) {
    if (type === 'commune-deleguee' || type === 'commune-associee') add(nom, chefLieu, GENRES[type])
  }
  for (const [nom, commune] of Object.entries(RENOMMEES)) add(nom.replaceAll('’', "'"), commune, 'renommee')
  for (const [code, nom] of lastNames(historique)) if (today.has(code)) add(nom, code, 'absorbee')
  const borne = new Set([...actuelles, ...found.values()].map(({ nom }) => plain(nom)))
  for (const { name, country, muniSub = '' } of towns) {
    if (!WITH_CODES.has(country)) continue
    // Quarters of the three cities bear names that mean something else elsewhere ("La Croix-Rouge").
    if (cities.has(muniSub)) continue
    // GeoNames puts some towns in their neighbour: a name that a commune bears is that commune's.
    if (noms.has(muniSub) && !borne.has(plain(name)) && !/\d/.test(name)) add(name, muniSub, 'localite')
  }
  return [...found.values()].sort((a, b) => (`${a.commune}${a.nom}` < `${b.commune}${b.nom}` ? -1 : 1))
}

/** By code, the last name that its commune bore: the list goes by date. */
function lastNames(historique: FormerCommune[]): Map<string, string> {
  return new Map(historique.flatMap(({ type, code, nom }) => (type === 'COM' ? [[code, nom] as const] : [])))
}

function plain(nom: string): string {
  const letters = nom.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('œ', 'oe')
  return letters.replace(/\bst(e?)\b/g, 'saint$1').replace(/[^a-z0-9]+/g, '')
}
