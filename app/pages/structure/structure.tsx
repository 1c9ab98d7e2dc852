import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData, useRouteLoaderData } from '@remix-run/react'
import { LienRapport } from '#app/components/lien-rapport.tsx'
import { apercuDe, metadonnees } from '#app/components/metadonnees.ts'
import { nomDoux } from '#app/domain/lieu/nom-doux.ts'
import { type Etape, filStructure } from '#app/domain/territoires/fil-ariane.ts'
import { retourOf } from '#app/pages/commun/retour.ts'
import { Identite } from '#app/pages/structure/identite.tsx'
import { Lieux } from '#app/pages/structure/lieux.tsx'
import { Postes } from '#app/pages/structure/postes.tsx'
import type { loader as racine } from '#app/root.tsx'
import feuille from '#app/styles/feuilles/lieu.css?url'
import { hasEmployeurHomonyme } from '#db/homonymes.server.ts'
import { structureByCle } from '#db/structures.server.ts'

export const handle = { feuille }

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const structure = structureByCle(context.db, params.siret ?? '')
  if (structure === null)
    throw data('Cet employeur n’est pas dans l’annuaire. Cherchez-le par son nom ou sa commune.', 404)
  const canonique = `${context.publicUrl}/structures/${structure.cle}`
  const { nom, communeNom } = structure
  const doux = { ...structure, nom: nomDoux(nom, communeNom), nomPublie: nom }
  const homonyme = hasEmployeurHomonyme(context.db, structure)
  return { structure: doux, homonyme, retour: retourOf(request, ''), canonique }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  page === undefined
    ? []
    : [
        ...metadonnees({
          titre: titreOf(page.structure, page.homonyme),
          description: `Postes de conseiller numérique validés pour ${titreOf(page.structure, page.homonyme)}, et ses lieux d’accueil connus.`,
          canonique: page.canonique,
          image: apercuDe(`departement=${page.structure.departementCode}`),
        }),
        { 'script:ld+json': filStructure(new URL(page.canonique).origin, etapesOf(page.structure)) },
      ]

function etapesOf({ nom, cle, departementCode, departementNom }: Situe): Etape[] {
  return [
    ['Départements', '/departements'],
    [departementNom, `/departements/${departementCode}`],
    [nom, `/structures/${cle}`],
  ]
}

type Situe = { nom: string; cle: string; departementCode: string; departementNom: string }

/** Two employers of one name are told apart by their town, and there by their number. */
function titreOf({ nom, cle, communeNom }: Situe & { communeNom: string | null }, homonyme: boolean): string {
  const parts = [nom, communeNom && !nom.includes(communeNom) ? communeNom : null, homonyme ? cle : null]
  return parts.filter(Boolean).join(', ')
}

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
