import type { LoaderFunctionArgs } from '@remix-run/node'
import { fichierAbsent } from '#app/pages/commun/territoires.server.ts'
import { epciAsked } from '#app/pages/territoires/epci/epci.server.ts'
import { epciTerritoire } from '#db/collectivites/territoire.server.ts'
import { codeOfFlux, fluxDe } from './flux.server.ts'

/** `/flux/epci/200034825.xml`: the places of an EPCI that came, changed or went. */
export function loader({ params, context }: LoaderFunctionArgs) {
  const asked = codeOfFlux(params.fichier)
  const epci = asked === null ? null : epciAsked(context.db, asked)
  const territoire = epci && epciTerritoire(context.db, epci.code, epci.nom)
  if (epci === null || territoire === null) return fichierAbsent()
  const { code, nom } = epci
  return fluxDe(context, { nom, chemin: `/flux/epci/${code}.xml`, page: `/epci/${code}`, lieux: territoire.lieux })
}
