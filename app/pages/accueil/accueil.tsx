import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { NOM_DU_SITE } from '#app/components/entete.tsx'
import { hrefAccueil } from '#app/components/liens.ts'
import { type LienDeFlux, metadonnees, titreAvecErreur } from '#app/components/metadonnees.ts'
import { isAccueil } from '#app/domain/filters.ts'
import { sensOf } from '#app/pages/commun/compris.server.ts'
import { readFilters } from '#app/pages/commun/filtres.server.ts'
import feuille from '#app/styles/feuilles/liste.css?url'
import { ouvertureOf } from './ouverture.server.ts'
import { Ouverture } from './ouverture.tsx'
import { resultatsOf } from './resultats.server.ts'
import { Resultats } from './resultats.tsx'

export const handle = { islands: true, feuille }

/** One address, two faces: where nothing is asked, France at a glance; else what suits what is asked. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const params = new URL(request.url).searchParams
  const { filters, errors } = readFilters(context.db, params)
  if (errors.length === 0 && isAccueil(filters))
    return data({ ouverture: ouvertureOf(context, filters), resultats: null })
  const { headers, ...sens } = await sensOf(context, filters, hrefAccueil)
  if (errors.length === 0 && 'href' in sens) return redirect(sens.href, { status: 303, headers })
  const compris = 'compris' in sens ? sens.compris : null
  const resultats = resultatsOf(context, filters, { params, errors, compris })
  return data({ ouverture: null, resultats }, { status: errors.length > 0 ? 400 : 200, headers })
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

export const meta: MetaFunction<typeof loader> = ({ data: page }) => {
  const faces = page?.ouverture ?? page?.resultats
  if (!faces) return []
  return metadonnees({
    titre: page?.resultats
      ? titreAvecErreur(page.resultats.errors, 'Filtre non valable', titreDe(page.resultats))
      : NOM_DU_SITE,
    description: faces.description,
    canonique: faces.canonique,
    image: page?.resultats?.image,
    indexee: page?.resultats?.indexee ?? true,
    flux: fluxOf(page?.resultats?.filters.departement ?? []),
  })
}

/** Each page of a list has a title of its own. */
function titreDe({ phrase, filters, pages }: { phrase: string; filters: { page: number }; pages: number }): string {
  return filters.page > 1 ? `${phrase}, page ${filters.page} sur ${pages}` : phrase
}

/** What changes in France, and in the department that is asked for. */
function fluxOf(departements: readonly string[]): LienDeFlux[] {
  const [code] = departements
  const france = { titre: 'Ce qui change en France', chemin: '/flux/france.xml' }
  if (code === undefined || departements.length > 1) return [france]
  return [{ titre: `Ce qui change dans le département ${code}`, chemin: `/flux/departements/${code}.xml` }, france]
}

export default function Accueil() {
  const { ouverture, resultats } = useLoaderData<typeof loader>()
  return resultats ? <Resultats {...resultats} /> : ouverture && <Ouverture {...ouverture} />
}
