import type { LoaderFunctionArgs } from '@remix-run/node'
import { FILTERS } from '#app/domain/filters/table.ts'
import { missing, readParams } from '#app/domain/parametres.ts'
import type { Adresse } from '#app/geocodeur/adresse.server.ts'
import { adressesOf } from '#app/pages/commun/adresses.server.ts'
import { answerJson, refuse, refuseErrors, refuseUnknown } from '#app/pages/commun/answer.server.ts'
import { ofCommune, searchAll } from '#db/recherche-tout.server.ts'

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
  const resultats = [...adresses.map(resultatOf), ...communes.map(ofCommune), ...searchAll(context.db, q)]
  const response = answerJson({ resultats })
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value)
  return response
}

/** `code` is the position, "lat,lon", as nothing else tells an address apart. */
function resultatOf({ nom, codePostal, commune, lat, lon }: Adresse) {
  return { type: 'adresse', code: `${lat},${lon}`, nom, contexte: `${codePostal} ${commune}`.trim(), lat, lon }
}
