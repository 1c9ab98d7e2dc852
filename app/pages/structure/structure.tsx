import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData, useRouteLoaderData } from '@remix-run/react'
import { LienRapport } from '#app/components/lien-rapport.tsx'
import { metadonnees } from '#app/components/metadonnees.ts'
import { nomDoux } from '#app/domain/lieu/nom-doux.ts'
import { retourOf } from '#app/pages/commun/retour.ts'
import { Identite } from '#app/pages/structure/identite.tsx'
import { Lieux } from '#app/pages/structure/lieux.tsx'
import { Postes } from '#app/pages/structure/postes.tsx'
import type { loader as racine } from '#app/root.tsx'
import feuille from '#app/styles/feuilles/lieu.css?url'
import { structureByCle } from '#db/structures.server.ts'

export const handle = { feuille }

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const structure = structureByCle(context.db, params.siret ?? '')
  if (structure === null)
    throw data('Cet employeur n’est pas dans l’annuaire. Cherchez-le par son nom ou sa commune.', 404)
  const canonique = `${context.publicUrl}/structures/${structure.cle}`
  const { nom, communeNom } = structure
  const doux = { ...structure, nom: nomDoux(nom, communeNom), nomPublie: nom }
  return { structure: doux, retour: retourOf(request, ''), canonique }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  page === undefined
    ? []
    : metadonnees({
        titre: page.structure.nom,
        description: `Postes de conseiller numérique validés pour ${page.structure.nom}, et ses lieux d’accueil connus.`,
        canonique: page.canonique,
      })

export default function Structure() {
  const { structure, retour } = useLoaderData<typeof loader>()
  const estimee = useRouteLoaderData<typeof racine>('root')?.ruraliteEstimee ?? false
  return (
    <div className="largeur page-structure">
      <p className="retour">
        <a href={retour.href}>{retour.mots}</a>
      </p>
      <Identite structure={structure} ruraliteEstimee={structure.ruraliteEstimee ?? estimee} />
      <Lieux lieux={structure.lieuxConnus} />
      <Postes structure={structure} />
      <LienRapport type="structure" code={structure.cle} />
    </div>
  )
}
