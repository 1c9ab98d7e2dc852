import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData, useRouteLoaderData } from '@remix-run/react'
import { Apercu } from '#app/components/lieu/apercu.tsx'
import { Employeur } from '#app/components/lieu/employeur.tsx'
import { Horaires } from '#app/components/lieu/horaires.tsx'
import { Joindre } from '#app/components/lieu/joindre.tsx'
import { Offre } from '#app/components/lieu/offre.tsx'
import { Partager } from '#app/components/lieu/partager.tsx'
import { Provenance } from '#app/components/lieu/provenance.tsx'
import { Signaler } from '#app/components/lieu/signaler.tsx'
import { Situation } from '#app/components/lieu/situation.tsx'
import { metadonnees } from '#app/components/metadonnees.ts'
import { adresseEnLigne } from '#app/domain/adresse-affichee.ts'
import { RESEAU_LABELS } from '#app/domain/vocabulary.ts'
import { lieuById } from '#db/lieux.server.ts'
import { postesSource } from '#db/sources.server.ts'
import type { loader as racine } from '../root.tsx'
import { retourOf } from './retour.ts'

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const lieu = lieuById(context.db, params.id ?? '')
  if (lieu === null)
    throw data('Ce lieu n’est pas dans l’annuaire, ou n’y est plus. Cherchez-le par son nom ou sa commune.', 404)
  const canonique = `${context.publicUrl}/lieux/${lieu.id}`
  const postesAu = postesSource(context.db)?.date ?? null
  return { lieu, postesAu, retour: retourOf(request, `#l-${lieu.id}`), canonique, maintenant: new Date() }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  page === undefined
    ? []
    : metadonnees({
        titre: [page.lieu.nom, page.lieu.communeNom].filter(Boolean).join(', '),
        description: `${RESEAU_LABELS[page.lieu.reseau]} : ${page.lieu.nom}, ${adresseEnLigne(page.lieu) || page.lieu.departementNom}. Téléphone, horaires, accès.`,
        canonique: page.canonique,
      })

export default function Lieu() {
  const { lieu, postesAu, retour, canonique, maintenant } = useLoaderData<typeof loader>()
  const estimee = useRouteLoaderData<typeof racine>('root')?.ruraliteEstimee ?? false
  return (
    <div className="largeur page-lieu">
      <p className="retour">
        <a href={retour}>Revenir à la liste</a>
      </p>
      <Apercu lieu={lieu} ruraliteEstimee={lieu.ruraliteEstimee ?? estimee} maintenant={maintenant} />
      <div className="lieu-colonnes">
        <div>
          <Joindre lieu={lieu} />
          <Situation lieu={lieu} />
          <Partager lieu={lieu} canonique={canonique} maintenant={maintenant} />
        </div>
        <div>
          <Horaires lieu={lieu} maintenant={maintenant} />
          <Offre lieu={lieu} />
          <Employeur lieu={lieu} postesAu={postesAu} />
        </div>
      </div>
      <Provenance lieu={lieu} maintenant={maintenant} />
      <p className="papier">Fiche en ligne : {canonique}</p>
      <Signaler lieu={lieu} />
    </div>
  )
}
