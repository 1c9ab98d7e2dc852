import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData, useRouteLoaderData } from '@remix-run/react'
import { NOM_DU_SITE } from '#app/components/entete.tsx'
import { Erreurs } from '#app/components/erreurs.tsx'
import { hrefAccueil } from '#app/components/liens.ts'
import { metadonnees } from '#app/components/metadonnees.ts'
import type { Filters } from '#app/domain/filters.ts'
import { Carte } from '#app/pages/accueil/carte.tsx'
import { FiltresActifs } from '#app/pages/accueil/filtres-actifs.tsx'
import { Formulaire } from '#app/pages/accueil/formulaire.tsx'
import { Liste } from '#app/pages/accueil/liste.tsx'
import { JourDeLaListe, SourcesDeLaListe } from '#app/pages/accueil/papier-liste.tsx'
import { sensOf } from '#app/pages/commun/compris.server.ts'
import { readFilters } from '#app/pages/commun/filtres.server.ts'
import { ouOf } from '#app/pages/commun/ou.server.ts'
import type { loader as racine } from '#app/root.tsx'
import feuille from '#app/styles/feuilles/liste.css?url'
import { isNamed } from '#db/recherche.server.ts'
import { lieuxIncertains, type Selection, select } from '#db/selection.server.ts'
import { accueilOf } from './accueil.server.ts'
import { carteOf } from './carte.server.ts'

export const handle = { islands: true, feuille }

export async function loader({ request, context }: LoaderFunctionArgs) {
  const params = new URL(request.url).searchParams
  const { filters, errors } = readFilters(context.db, params)
  const { headers, ...sens } = await sensOf(context, filters, hrefAccueil)
  if (errors.length === 0 && 'href' in sens) return redirect(sens.href, { status: 303, headers })
  const compris = 'compris' in sens ? sens.compris : null
  const found = select(context.db, filters, context.instant)
  // A text that was not understood says nothing of places: neither a count nor a zero stands beside it.
  const muette = compris !== null && compris.phrase !== null && !(isNamed(context.db, filters.q) && hasRows(found))
  const selection = muette ? select(context.db, { ...filters, q: '' }, context.instant) : found
  const accueil = accueilOf(context.db, selection, errors)
  const carte = carteOf(context, selection, accueil)
  const canonique = context.publicUrl + hrefAccueil({ ...accueil.filters, lat: null, lon: null, vue: 'liste' })
  const ou = ouOf(context.db, filters, params, hrefAccueil)
  const dit = compris?.phrase ? { phrase: compris.phrase, precisions: [] } : {}
  const page = {
    ...accueil,
    ...dit,
    filters: { ...accueil.filters, q: filters.q },
    compris,
    ou,
    muette,
    carte,
    canonique,
  }
  return data({ ...page, maintenant: context.instant }, { status: errors.length > 0 ? 400 : 200, headers })
}

/** Something suits: a place, a France services when they are shown, or an employer. */
function hasRows(selection: Selection): boolean {
  const { filters, lieux, structures, franceServices } = selection
  const lists = [lieux, structures, ...(filters.couche.length > 0 ? [franceServices] : [])]
  return lists.some((list) => list().length > 0) || lieuxIncertains(selection).numeros.length > 0
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

export const meta: MetaFunction<typeof loader> = ({ data: accueil }) =>
  accueil === undefined
    ? []
    : metadonnees({
        titre: titreOf(accueil),
        description: 'Les lieux où un conseiller numérique vous reçoit : adresse, téléphone, horaires. Liste et carte.',
        canonique: accueil.canonique,
      })

// An error is in the title: it is the first thing read aloud.
function titreOf({ errors, filtree, phrase }: { errors: unknown[]; filtree: boolean; phrase: string }): string {
  const titre = filtree ? phrase : NOM_DU_SITE
  return errors.length > 0 ? `Filtre non valable – ${titre}` : titre
}

export default function Accueil() {
  const { carte, errors, ...accueil } = useLoaderData<typeof loader>()
  const { ruraliteEstimee = false, sources = [] } = useRouteLoaderData<typeof racine>('root') ?? {}
  return (
    <div className="largeur">
      <h1>Trouver un conseiller numérique</h1>
      {!accueil.filtree && (
        <p className="chapeau">
          Il vous aide avec l’ordinateur, le téléphone, internet et les démarches en ligne. C’est gratuit, en face à
          face.
        </p>
      )}
      <JourDeLaListe maintenant={accueil.maintenant} />
      <Erreurs errors={errors} />
      <Formulaire
        filters={accueil.filters}
        libelle={accueil.ou.libelle}
        facettes={accueil.facettes}
        ruraliteEstimee={ruraliteEstimee}
      />
      <div className={`deux-vues montre-${accueil.filters.vue}`} id="vues">
        <FiltresActifs {...accueil} />
        <Vues filters={accueil.filters} />
        <Liste {...accueil} ruraliteEstimee={ruraliteEstimee} />
        <Carte {...carte} />
      </div>
      <SourcesDeLaListe sources={sources} adresse={accueil.canonique} />
    </div>
  )
}

const VUES = [
  { vue: 'liste', nom: 'Liste' },
  { vue: 'carte', nom: 'Carte' },
] as const

/** On a phone, the list or the map; the list first. A wide screen shows both and hides these links. */
function Vues({ filters }: { filters: Filters }) {
  return (
    <nav className="onglets" aria-label="Affichage" data-region="onglets" id="onglets">
      <ul>
        {VUES.map(({ vue, nom }) => (
          <li key={vue}>
            <a href={hrefAccueil({ ...filters, vue })} aria-current={filters.vue === vue ? 'page' : undefined}>
              {nom}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
