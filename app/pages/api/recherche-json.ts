import type { LoaderFunctionArgs } from '@remix-run/node'
import { BESOINS } from '#app/domain/besoins/besoins.ts'
import { FILTERS } from '#app/domain/filters/table.ts'
import { missing, readParams } from '#app/domain/parametres.ts'
import type { Adresse } from '#app/geocodeur/adresse.server.ts'
import { adressesOf } from '#app/pages/commun/adresses.server.ts'
import { answerJson, refuse, refuseErrors, refuseUnknown } from '#app/pages/commun/answer.server.ts'
import { ofCommune, searchAll } from '#db/recherche-tout.server.ts'
import type { Choix, Intention } from '#db/resolver/intention.ts'
import { resolve } from '#db/resolver/resolve.server.ts'

const TABLE = { q: FILTERS.q }
const MANQUE = missing('q', 'donnez le nom d’une commune, un code postal ou le nom d’un lieu')

/** `/api/v1/recherche?q=`: communes, or the addresses of a text that looks like one; then places, then employers. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const params = new URL(request.url).searchParams
  const { values, errors } = readParams(TABLE, params)
  const refused = refuseUnknown(params, TABLE) ?? refuseErrors(errors)
  if (refused) return refused
  const { q } = values
  if (q === '') return refuse(MANQUE.message)
  const { adresses, communes, headers } = await adressesOf(context, q, { typing: true })
  const compris = [...resultatsDe(resolve(context.db, q)), ...adresses.map(resultatOf), ...communes.map(ofCommune)]
  const resultats = unique([...compris, ...searchAll(context.db, q)])
  const response = answerJson({ resultats })
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value)
  return response
}

/** `code` is the position, "lat,lon", as nothing else tells an address apart. */
function resultatOf({ nom, codePostal, commune, lat, lon }: Adresse) {
  return { type: 'adresse', code: `${lat},${lon}`, nom, contexte: `${codePostal} ${commune}`.trim(), lat, lon }
}

type Resultat = { type: string; code: string; nom: string; contexte: string }

/** What the text means, the first one first: a territory by its codes, a need by its key. */
function resultatsDe(intention: Intention): Resultat[] {
  if (intention.type === 'territoire') return [intention.territoire, ...intention.autres].map(ofChoix)
  if (intention.type === 'question') return [...intention.choix, ...intention.autres].map(ofChoix)
  if (intention.type === 'noms' || intention.type === 'rien') return intention.proches.map(ofChoix)
  if (intention.type !== 'besoin') return []
  const besoin = BESOINS.find(({ cle }) => cle === intention.cle)
  return besoin ? [{ type: 'besoin', code: besoin.cle, nom: besoin.titre, contexte: besoin.exemples ?? '' }] : []
}

function ofChoix(choix: Choix): Resultat {
  if ('codes' in choix) return { type: choix.type, code: choix.codes.join(','), nom: choix.nom, contexte: '' }
  if (choix.type === 'commune') return ofCommune({ ...choix, nom: choix.ancien ?? choix.nom })
  return { ...ofCommune(choix), type: 'arrondissement' }
}

function unique(resultats: Resultat[]): Resultat[] {
  const seen = new Set<string>()
  return resultats.filter(({ type, code }) => !seen.has(`${type} ${code}`) && seen.add(`${type} ${code}`))
}
