import type { LoaderFunctionArgs } from '@remix-run/node'
import { BESOINS } from '#app/domain/besoins/besoins.ts'
import { FILTERS } from '#app/domain/filters/table.ts'
import { missing, readParams } from '#app/domain/parametres.ts'
import type { Adresse } from '#app/geocodeur/adresse.server.ts'
import { answerJson, refuse, refuseErrors, refuseUnknown } from '#app/pages/commun/answer.server.ts'
import { readIntention } from '#app/pages/commun/intention.server.ts'
import { searchNoms } from '#db/recherche-noms.server.ts'
import type { Choix, Intention } from '#db/resolver/intention.ts'
import { choixProposes } from '#db/resolver/propositions.server.ts'

const TABLE = { q: FILTERS.q }
const MANQUE = missing('q', 'donnez le nom d’une commune, un code postal ou le nom d’un lieu')
const MAX_EACH = 8

/** `/api/v1/recherche?q=`: a need, addresses or territories, by the resolver of the page; then places and employers. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const params = new URL(request.url).searchParams
  const { values, errors } = readParams(TABLE, params)
  const refused = refuseUnknown(params, TABLE) ?? refuseErrors(errors)
  if (refused) return refused
  const { q } = values
  if (q === '') return refuse(MANQUE.message)
  const { intention, adresses, headers } = await readIntention(context, q, { typing: true })
  const response = answerJson({
    resultats: [
      ...besoinOf(intention),
      ...adresses.map(ofAdresse),
      ...(adresses.length > 0 ? [] : repliOf(intention)),
      ...choixProposes(context.db, intention, q, MAX_EACH).map(ofChoix),
      ...searchNoms(context.db, q, MAX_EACH),
    ],
  })
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value)
  return response
}

type Resultat = { type: string; code: string; nom: string; contexte: string }

function besoinOf(intention: Intention): Resultat[] {
  const besoin = intention.type === 'besoin' && BESOINS.find(({ cle }) => cle === intention.cle)
  return besoin ? [{ type: 'besoin', code: besoin.cle, nom: besoin.titre, contexte: besoin.exemples ?? '' }] : []
}

/** `code` is the position, "lat,lon", as nothing else tells an address apart. */
function ofAdresse({ nom, codePostal, commune, lat, lon }: Adresse) {
  return { type: 'adresse', code: `${lat},${lon}`, nom, contexte: `${codePostal} ${commune}`.trim(), lat, lon }
}

/** The town that an address names, when the geocoder is silent. */
function repliOf(intention: Intention): Resultat[] {
  return intention.type === 'adresse' ? intention.repli.map(ofChoix) : []
}

/** A territory by its codes, as the parameters of the list take them. */
function ofChoix(choix: Choix): Resultat {
  if ('codes' in choix) return { type: choix.type, code: choix.codes.join(','), nom: choix.nom, contexte: '' }
  const { type, code, nom, ancien, codesPostaux, departementNom } = choix
  // A city of many postcodes is told by its department.
  const postal = codesPostaux.includes(' ') ? '' : codesPostaux
  return { type, code, nom: ancien ?? nom, contexte: [postal, departementNom].filter(Boolean).join(', ') }
}
