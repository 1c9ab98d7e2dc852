import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData, useRouteLoaderData } from '@remix-run/react'
import { Carte } from '#app/components/carte.tsx'
import { NOM_DU_SITE } from '#app/components/entete.tsx'
import { Erreurs } from '#app/components/erreurs.tsx'
import { FiltresActifs } from '#app/components/filtres-actifs.tsx'
import { Formulaire } from '#app/components/formulaire.tsx'
import { hrefAccueil } from '#app/components/liens.ts'
import { Liste } from '#app/components/liste.tsx'
import { metadonnees } from '#app/components/metadonnees.ts'
import { JourDeLaListe, SourcesDeLaListe } from '#app/components/papier-liste.tsx'
import { Vues } from '#app/components/vues.tsx'
import type { loader as racine } from '../root.tsx'
import { accueilOf } from './accueil.server.ts'
import { carteOf } from './carte.server.ts'
import { readFilters } from './filtres.server.ts'

export const handle = { islands: true }

export function loader({ request, context }: LoaderFunctionArgs) {
  const { filters, errors } = readFilters(context.db, new URL(request.url).searchParams)
  const accueil = accueilOf(context.db, filters, errors)
  const carte = carteOf(context, accueil)
  const canonique = context.publicUrl + hrefAccueil({ ...accueil.filters, lat: null, lon: null, vue: 'liste' })
  return data({ ...accueil, carte, canonique, maintenant: new Date() }, { status: errors.length > 0 ? 400 : 200 })
}

export const meta: MetaFunction<typeof loader> = ({ data: accueil }) =>
  accueil === undefined
    ? []
    : metadonnees({
        titre: accueil.filtree ? accueil.phrase : NOM_DU_SITE,
        description: 'Les lieux où un conseiller numérique vous reçoit : adresse, téléphone, horaires. Liste et carte.',
        canonique: accueil.canonique,
      })

export default function Accueil() {
  const { carte, errors, ...accueil } = useLoaderData<typeof loader>()
  const { ruraliteEstimee = false, sources = [] } = useRouteLoaderData<typeof racine>('root') ?? {}
  return (
    <div className="largeur">
      <h1>Trouver un conseiller numérique</h1>
      <p className="chapeau">
        Il vous aide avec l’ordinateur, le téléphone, internet et les démarches en ligne. Voici où le rencontrer.
      </p>
      <JourDeLaListe maintenant={accueil.maintenant} />
      <Erreurs errors={errors} />
      <Formulaire filters={accueil.filters} facettes={accueil.facettes} ruraliteEstimee={ruraliteEstimee} />
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
