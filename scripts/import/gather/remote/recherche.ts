import { fold } from '#app/domain/texte/fold.ts'
import { formatDate } from '#app/domain/texte/format.ts'
import type { Recherche } from '#scripts/import/gather/sources.ts'
import { type Ask, newestCsv, type Resolved, type Resource, resourcesOf, timeOf } from './resources.ts'
import { Unfetched } from './unfetched.ts'

/** Of an organisation with more data sets than this many pages of a hundred, the first ones are looked at. */
const MAX_PAGES = 10

type Found = { resource: Resource & { jeu?: string }; chaine: string[]; fromPrivate: boolean }

/**
 * The newest of the CSV files of the organisation's data sets whose title has the words, and of the file known by its id.
 * Where only one is found, that one; where neither is, the address of the id, which then answers for itself.
 */
export async function findNewest(
  { organisation, jeu, ressource }: Recherche,
  api: string,
  ask: Ask,
): Promise<Resolved> {
  const [byTitle, byId] = await Promise.all([
    outcome(findByTitle(`${api}/organizations/${encodeURIComponent(organisation)}/datasets/?page_size=100`, jeu, ask)),
    outcome(describe(`${api.replace(/1$/, '2')}/datasets/resources/${encodeURIComponent(ressource)}/`, ask)),
  ])
  const titled = byTitle instanceof Unfetched ? null : byTitle
  const known = byId instanceof Unfetched ? null : byId
  if (titled && (!known || timeOf(titled.resource) >= timeOf(known.resource)))
    return resolved(titled, `jeu « ${titled.resource.jeu} »`)
  const why = byTitle instanceof Unfetched ? byTitle.message : 'aucun plus récent'
  const missed = `pour un jeu « ${jeu} » de « ${organisation} » : ${why}`
  if (known) return resolved(known, `ressource ${ressource} (${missed})`)
  // Nobody was met: the whole source may be tried again.
  if (byTitle instanceof Unfetched && byTitle.outlook === 'unreachable') throw byTitle
  return { address: `${api}/datasets/r/${ressource}`, chaine: [], pris: `ressource ${ressource} (${missed})` }
}

function resolved({ resource, chaine, fromPrivate }: Found, what: string): Resolved {
  const day = resource.last_modified ? `, modifiée le ${formatDate(resource.last_modified)}` : ''
  return { address: resource.url as string, chaine, fromPrivate, pris: `${what}${day}` }
}

async function outcome<T>(work: Promise<T>): Promise<T | Unfetched> {
  try {
    return await work
  } catch (error) {
    if (error instanceof Unfetched) return error
    throw error
  }
}

async function findByTitle(first: string, jeu: string, ask: Ask): Promise<Found> {
  const wanted = fold(jeu)
  const candidates: Found['resource'][] = []
  const chaine: string[] = []
  let [address, fromPrivate]: [string | null, boolean | undefined] = [first, undefined]
  for (let page = 1; address !== null && page <= MAX_PAGES; page += 1) {
    const { said, chaine: led, fromPrivate: from } = await ask(address, fromPrivate)
    fromPrivate = from
    chaine.push(...led)
    if (!Array.isArray(said.data)) throw new Unfetched('liste des jeux de données illisible', 'final')
    for (const one of said.data as { title?: string; archived?: string | null }[]) {
      if (one.archived || !fold(one.title ?? '').includes(wanted)) continue
      candidates.push(...resourcesOf(one).map((resource) => ({ ...resource, jeu: one.title })))
    }
    address = typeof said.next_page === 'string' ? said.next_page : null
  }
  const resource = newestCsv(candidates)
  if (!resource) throw new Unfetched('aucun ne porte ces mots avec un fichier CSV', 'final')
  return { resource, chaine, fromPrivate: fromPrivate === true }
}

async function describe(address: string, ask: Ask): Promise<Found> {
  const { said, chaine, fromPrivate } = await ask(address)
  const resource = said.resource as Resource | undefined
  if (typeof resource?.url !== 'string') throw new Unfetched('description de la ressource illisible', 'final')
  return { resource, chaine, fromPrivate }
}
