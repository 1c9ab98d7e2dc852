import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { metadonnees } from '#app/components/metadonnees.ts'
import { AideCorriger } from '#app/pages/collectivites/aide-corriger.tsx'
import feuille from '#app/styles/feuilles/collectivites.css?url'

export const handle = { feuille }

const TITRE = 'Être référencé, ou corriger une fiche'

export function loader({ context: { publicUrl } }: LoaderFunctionArgs) {
  return { canonique: `${publicUrl}/collectivites/aide` }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  page === undefined
    ? []
    : metadonnees({
        titre: TITRE,
        description:
          'Qui fait référencer un lieu de médiation numérique, avec quel outil, et comment corriger une fiche fausse ou périmée.',
        canonique: page.canonique,
      })

export default function Aide() {
  return (
    <div className="largeur page-collectivite page-texte">
      <h1>{TITRE}</h1>
      <p className="chapeau">
        Ce site reprend ce que ses sources publient : une correction se fait à la source, puis apparaît ici quand ce
        site relit les fichiers. Nous ne pouvons rien changer à votre place.
      </p>
      <section aria-labelledby="referencer">
        <h2 id="referencer">Faire apparaître un lieu</h2>
        <ol>
          <li>
            Le conseiller, ou son coordinateur, se connecte avec ProConnect à la{' '}
            <a href="https://coop-numerique.anct.gouv.fr/connexion">Coop de la médiation numérique</a>.
          </li>
          <li>
            Il ajoute le lieu dans «{' '}
            <a href="https://coop-numerique.anct.gouv.fr/coop/lieux-activite">Mes lieux d’activité</a> » : nom, adresse,
            téléphone, horaires, services.
          </li>
          <li>
            Il coche « visible pour la cartographie ». Sans cela, le lieu existe dans la Coop et nulle part ailleurs. La
            Cartographie nationale le montre en général sous 24 heures.
          </li>
          <li>
            Il indique le SIRET de l’employeur : c’est lui qui relie le lieu aux postes validés. Sans lui, l’employeur
            reste « sans lieu connu ».
          </li>
        </ol>
        <p>
          Le guide officiel :{' '}
          <a href="https://lesbases.anct.gouv.fr/ressources/comment-apparaitre-ou-modifier-vos-donnees-sur-la-cartographie-nationale">
            comment apparaître ou modifier vos données sur la Cartographie nationale
          </a>
          .
        </p>
      </section>
      <AideCorriger />
      <section aria-labelledby="territoire">
        <h2 id="territoire">Suivre tout un territoire</h2>
        <ul>
          <li>
            Ici : <a href="/collectivites">la page de votre territoire</a> dit ce qui est publié, ce qui est faux, ce
            qui manque. Elle a une adresse stable et un flux Atom.
          </li>
          <li>
            <a href="https://mon.inclusion-numerique.anct.gouv.fr/">Mon inclusion numérique</a>, sur connexion, pour
            l’État, les collectivités et les membres d’une gouvernance.
          </li>
          <li>
            Vous tenez une liste de lieux ?{' '}
            <a href="https://lesbases.anct.gouv.fr/ressources/comment-maintenir-a-jour-les-donnees-d-un-territoire-et-obtenir-une-cartographie-locale">
              Le guide pour les données d’un territoire
            </a>{' '}
            dit comment la publier. <a href="/collectivites/verifier">Vérifiez le fichier avant</a>.
          </li>
        </ul>
      </section>
    </div>
  )
}
