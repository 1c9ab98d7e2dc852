import { documentOfCouche } from './domain/carte/couches.ts'
import { NOMS_DES_SUJETS } from './domain/citations/methode.ts'
import { RAPPORT } from './domain/collectivites/vues.ts'
import { FILTERS } from './domain/filters/table.ts'
import { parseFilters, writeFilters } from './domain/filters.ts'
import { one } from './domain/parametres/kinds.ts'
import { type ParamTable, readParams, unknownNames, writeParams } from './domain/parametres.ts'
import { COUCHES } from './domain/vocabulary.ts'
import { CHEMINS } from './pages/api/parametres.ts'
import { COUVERTURE } from './pages/couverture/parametres.ts'
import { CADRE } from './pages/embed/parametres.ts'

/** A parameter that only its page can read: it is taken as it is written. */
const LIBRE = one<string | null>(null, { read: (raw) => raw, expected: 'un texte' })
const libres = (...names: string[]): ParamTable => Object.fromEntries(names.map((name) => [name, LIBRE]))

/** `stricte`: a parameter that no table names is refused, not ignored. */
type Lecture = { tables: ParamTable[]; stricte?: boolean }
const lit = (...tables: ParamTable[]): Lecture => ({ tables })
const litSeulement = (...tables: ParamTable[]): Lecture => ({ tables, stricte: true })

const RIEN = lit()
const LISTE = lit(FILTERS, libres('compris'))
const RETOUR = lit({ retour: one<string | null>(null, { read: readRetour, expected: 'les filtres d’une liste' }) })
const EVOLUTION = lit(libres('de', 'a', 'trier'))
const SCENARIOS = lit(libres('fin', 'postes', 'part', 'graine', 'departement', 'trier'))
/** Of the API: what is looked for by its words is somebody's, and what is sent is never kept. */
const LUS = CHEMINS.filter(({ cle }) => cle !== 'recherche' && cle !== 'verifier')

/**
 * The addresses of routes.ts whose answers may be kept, each with all that it reads of a query string. An address that is
 * not here is answered each time, and so is a query that its page would refuse.
 */
export const CLES: Readonly<Record<string, Lecture>> = {
  '/': LISTE,
  '/besoins': LISTE,
  '/lieux/:id': RETOUR,
  '/lieux/:id/contact.vcf': RIEN,
  '/structures/:siret': RETOUR,
  '/couverture': lit(COUVERTURE, libres('trier')),
  '/couverture/:fichier': lit(COUVERTURE, libres('trier')),
  '/evolution': EVOLUTION,
  '/evolution/:fichier': EVOLUTION,
  '/scenarios': SCENARIOS,
  '/scenarios/:fichier': SCENARIOS,
  '/mentions-legales': RIEN,
  '/accessibilite': RIEN,
  '/a-propos': RIEN,
  '/plan-du-site': RIEN,
  '/methode': RIEN,
  ...Object.fromEntries(NOMS_DES_SUJETS.map((nom) => [`/methode/${nom}`, RIEN])),
  '/methode/:fichier': lit(libres('trier')),
  '/departements': lit(libres('region', 'trier')),
  '/departements/fichier/:fichier': lit(libres('region', 'trier')),
  '/departements/:code': RIEN,
  '/departements/:code/:fichier': RIEN,
  '/epci': lit(libres('departement', 'trier')),
  '/epci/fichier/:fichier': lit(libres('departement', 'trier')),
  '/epci/:siren': RIEN,
  '/epci/:siren/:fichier': RIEN,
  '/donnees': RIEN,
  '/donnees/:fichier': RIEN,
  '/communes/:code': RIEN,
  '/communes/:code/:fichier': RIEN,
  '/collectivites': RIEN,
  '/collectivites/aide': RIEN,
  '/collectivites/verifier': RIEN,
  '/collectivites/:type/:code': lit(RAPPORT),
  '/collectivites/:type/:code/:fichier': lit(RAPPORT),
  '/flux/collectivites/:type/:fichier': RIEN,
  '/sitemap.xml': RIEN,
  '/sitemap/:partie': RIEN,
  '/flux/france.xml': RIEN,
  '/flux/departements/:fichier': RIEN,
  '/flux/epci/:fichier': RIEN,
  '/llms.txt': RIEN,
  '/apercu.png': lit(FILTERS),
  '/embed': lit(FILTERS, CADRE),
  '/embed/:figure': lit(COUVERTURE, libres('de', 'a', 'fin', 'postes', 'part', 'graine', 'departement'), CADRE),
  '/fiches.json': lit(FILTERS, libres('l', 'f', 'a', 's')),
  '/noms.json': lit(libres('z', 'x', 'y', 'v')),
  '/contours.json': lit(libres('v')),
  ...Object.fromEntries(['points', ...COUCHES.map(documentOfCouche)].map((nom) => [`/${nom}.json`, lit(libres('v'))])),
  '/api': RIEN,
  ...Object.fromEntries(LUS.map(({ chemin, table }) => [chemin, litSeulement(table)])),
}

const ROUTES = Object.entries(CLES).map(([path, lecture]) => {
  return { lecture, matches: new RegExp(`^${path.replaceAll('.', '\\.').replace(/:\w+/g, '[^/]+')}$`) }
})

/**
 * Made ready when a database opens: what most people ask, so that the first of them does not wait, and what is read of the
 * whole country in one go, so that nobody waits behind it.
 */
export const PREPARES = [
  ...['/', '/?vue=liste', '/besoins', '/departements', '/couverture', '/evolution', '/scenarios'],
  ...['/collectivites', '/methode', '/a-propos', '/epci', '/donnees', '/donnees/communes.csv', '/sitemap.xml'],
]

/** Longer than any address of ours, and than what is worth keeping. */
const URL_MAX = 1000

/**
 * The one address of all that mean the same: the parameters that the page reads, once each, in its order. Null when the
 * answer is for who asks alone, or would be a refusal.
 */
export function cleOf(url: string): string | null {
  if (url.length > URL_MAX) return null
  const [path = '', query = ''] = split(url)
  const lecture = ROUTES.find(({ matches }) => matches.test(path))?.lecture
  const params = new URLSearchParams(query)
  if (lecture === undefined || isPrivate(params)) return null
  if (lecture.stricte && unknownNames(params, ...lecture.tables).length > 0) return null
  const read = lecture.tables.map((table) => ({ table, ...readParams(table, params) }))
  if (read.some(({ errors }) => errors.length > 0)) return null
  const written = read.flatMap(({ table, values }) => [...writeParams(table, values)]).filter(([, text]) => text !== '')
  return written.length === 0 ? path : `${path}?${new URLSearchParams(written)}`
}

function split(url: string): [string, string] {
  const at = url.indexOf('?')
  return at === -1 ? [url, ''] : [url.slice(0, at), url.slice(at + 1)]
}

/** Says where someone is, or what someone typed, in itself or in the list that it leads back to (docs/regles.md §14). */
export function isPrivateUrl(url: string): boolean {
  return isPrivate(new URLSearchParams(split(url)[1]))
}

function isPrivate(params: URLSearchParams): boolean {
  const lists = [params, ...params.getAll('retour').map((text) => new URLSearchParams(text))]
  return lists.some((list) => list.has('lat') || list.has('lon') || isTyped(list))
}

/** `compris` repeats the words that led to a page; a postcode and a mark of ours are nobody's. */
function isTyped(params: URLSearchParams): boolean {
  return (
    params.getAll('q').some((text) => text.trim() !== '') ||
    params.getAll('compris').some((mot) => !/^(\d{5}|adresse)$/.test(mot))
  )
}

/** The canonical filters of a list; unreadable ones lead to the whole list, as none do. */
function readRetour(raw: string): string {
  const { filters, errors } = parseFilters(new URLSearchParams(raw))
  return errors.length > 0 ? '' : writeFilters(filters).toString()
}
