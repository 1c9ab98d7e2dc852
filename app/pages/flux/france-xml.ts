import type { LoaderFunctionArgs } from '@remix-run/node'
import { FRANCE } from '#db/collectivites/territoire.server.ts'
import { fluxDe } from './flux.server.ts'

/** `/flux/france.xml`: the places that came, changed or went, of the whole country. */
export function loader({ context }: LoaderFunctionArgs) {
  return fluxDe(context, { nom: 'France', chemin: '/flux/france.xml', page: '/', ...FRANCE })
}
