import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import type { AppContext } from '#app/context.ts'
import { echo, readParams } from '#app/domain/parametres.ts'
import { answerReponse } from './answer-reponse.server.ts'
import { CHEMINS, type Format } from './parametres.ts'
import { probleme, refuseFautes, refuseInconnus } from './probleme.server.ts'
import type { Ressource } from './ressource.server.ts'
import { RESSOURCES } from './ressources.server.ts'
import { answerVerifier } from './verifier.server.ts'

const TROUVES = CHEMINS.map((one) => ({
  ...one,
  noms: [...one.chemin.matchAll(/:(\w+)/g)].map(([, nom]) => nom as string),
  matches: new RegExp(`^${one.chemin.replaceAll('.', '\\.').replace(/:\w+/g, '([^/]+)')}/?$`),
}))

/** Every address below `/api`: that of a resource, or one that is none. */
export function loader({ request, context }: LoaderFunctionArgs) {
  return answerApi(request, context)
}

export function action({ request, context }: ActionFunctionArgs): Promise<Response> | Response {
  const found = trouver(new URL(request.url).pathname)
  if (found?.cle === 'verifier' && request.method === 'POST') return answerVerifier(request, context)
  return found === null ? inconnue(request) : refuseMethode(found.cle === 'verifier' ? 'POST' : 'GET, HEAD')
}

async function answerApi(request: Request, context: AppContext): Promise<Response> {
  const { pathname, searchParams: query } = new URL(request.url)
  const found = trouver(pathname)
  if (found === null) return inconnue(request)
  const { cle, table, params } = found
  const une = RESSOURCES[cle]
  if (une === undefined) return refuseMethode('POST')
  const format = found.format ?? 'json'
  if (!une.adresse.formats.includes(format)) return sansFormat(format, une.adresse.formats)
  const { values, errors } = readParams(table, query)
  const refused = refuseInconnus(query, table) ?? refuseFautes([...errors, ...fautesFields(values.fields, une)])
  if (refused) return refused
  if (values.ouvert == null) context.validite.sansHeure()
  const reponse = await une.repondre({ context, params, values, query, format })
  return answerReponse(reponse, { une, values, format, url: context.publicUrl + pathname, query })
}

/** The address of a path, its variable parts read, an extension at its end told apart. */
function trouver(pathname: string) {
  for (const one of TROUVES) {
    const match = one.matches.exec(pathname)
    if (match === null) continue
    const parts = match.slice(1).map(decodeURIComponent)
    const [, avant, suffixe] = /^(.+)\.(json|geojson|csv|xlsx)$/.exec(parts.at(-1) ?? '') ?? []
    const fin = avant !== undefined && /:\w+$/.test(one.chemin)
    if (fin) parts[parts.length - 1] = avant
    const params = Object.fromEntries(one.noms.map((nom, rang) => [nom, parts[rang] ?? '']))
    return { ...one, params, format: fin ? (suffixe as Format) : one.format }
  }
  return null
}

function fautesFields(fields: unknown, { objet }: Ressource) {
  if (typeof fields !== 'string' || objet === undefined) return []
  const known = Object.keys(objet.schema.shape)
  const absent = fields.split(',').filter((nom) => !known.includes(nom))
  if (absent.length === 0) return []
  const noms = absent.slice(0, 5).map((nom) => `« ${echo(nom)} »`)
  const message = `Le paramètre « fields » ne connaît pas ${noms.join(', ')}. Champs : ${known.join(', ')}.`
  return [{ param: 'fields', value: fields, message }]
}

function inconnue(request: Request): Response {
  const { pathname } = new URL(request.url)
  return probleme(404, `L’adresse « ${echo(pathname)} » n’existe pas. Les adresses de l’API sont sur la page /api.`)
}

function sansFormat(format: Format, formats: readonly Format[]): Response {
  return probleme(404, `Cette adresse ne s’écrit pas en « ${format} ». Elle s’écrit en : ${formats.join(', ')}.`)
}

function refuseMethode(methodes: string): Response {
  const phrase =
    methodes === 'POST'
      ? 'Cette adresse ne répond qu’à POST : envoyez-lui un fichier à vérifier.'
      : 'Cette adresse se consulte seulement : demandez-la par GET.'
  return probleme(405, phrase, { headers: { Allow: `${methodes}, OPTIONS` } })
}
