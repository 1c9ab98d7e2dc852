import type { LoaderFunctionArgs } from '@remix-run/node'
import { fichierAbsent } from '#app/pages/commun/territoires.server.ts'
import { departementAsked } from '#app/pages/territoires/departement/demande.server.ts'
import { departementTerritoire } from '#db/collectivites/territoire.server.ts'
import { codeOfFlux, fluxDe } from './flux.server.ts'

/** `/flux/departements/23.xml`: the places of a department that came, changed or went. */
export function loader({ params, request, context }: LoaderFunctionArgs) {
  const asked = codeOfFlux(params.fichier)
  if (asked === null) return fichierAbsent()
  const { code, nom } = departementAsked(context.db, asked, request)
  const { lieux } = departementTerritoire({ code, nom })
  return fluxDe(context, {
    nom: `${nom} (${code})`,
    chemin: `/flux/departements/${code}.xml`,
    page: `/departements/${code}`,
    lieux,
  })
}
