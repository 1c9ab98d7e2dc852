import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { metadonnees } from '#app/components/metadonnees.ts'

export function loader({ context }: LoaderFunctionArgs) {
  return { canonique: `${context.publicUrl}/mentions-legales` }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  page === undefined
    ? []
    : metadonnees({
        titre: 'Mentions légales',
        description: 'Qui publie ce site, d’où viennent ses données, ce qu’il garde de votre visite : rien.',
        canonique: page.canonique,
      })

export default function MentionsLegales() {
  return (
    <div className="largeur page-texte">
      <h1>Mentions légales</h1>
      <p>
        Ce site n’est pas un site de l’État. Il n’est ni commandé, ni approuvé par l’Agence nationale de la cohésion des
        territoires, ni par une autre administration. Il réutilise des données publiques ouvertes.
      </p>

      <h2>Éditeur et hébergeur</h2>
      <p>
        Le programme de ce site est libre : chacun peut l’installer. La personne qui met cette adresse en ligne en est
        l’éditrice, et doit compléter cette page avec son nom, son adresse et ceux de son hébergeur.
      </p>

      <h2>Données et licences</h2>
      <p>Le bas de chaque page cite les fichiers utilisés, leur producteur, leur date et leur licence.</p>
      <ul>
        <li>
          Lieux d’accueil et postes validés :{' '}
          <a href="https://www.etalab.gouv.fr/licence-ouverte-open-licence/">Licence Ouverte 2.0</a>.
        </li>
        <li>Grille communale de densité : Insee, réutilisation libre avec mention de la source.</li>
        <li>Contours des départements : Natural Earth, domaine public.</li>
        <li>
          Centres des communes, quand ils ne viennent pas de geo.api.gouv.fr :{' '}
          <a href="https://www.geonames.org/">GeoNames</a>,{' '}
          <a href="https://creativecommons.org/licenses/by/4.0/deed.fr">CC BY 4.0</a>.
        </li>
        <li>
          Fond de carte : celui que la carte cite. Par défaut, le plan de l’<a href="https://www.ign.fr/">IGN</a>.
        </li>
        <li>
          Itinéraires : liens vers OpenStreetMap,{' '}
          <a href="https://www.openstreetmap.org/copyright">© les contributeurs d’OpenStreetMap</a> (ODbL).
        </li>
      </ul>
      <p>Les données peuvent contenir des erreurs. Appelez le lieu avant de vous déplacer.</p>

      <h2>Votre vie privée</h2>
      <p>
        Ce site ne dépose aucun cookie, ne mesure pas votre visite et ne vous demande pas de compte. Les noms et les
        adresses personnelles des conseillers ne sont pas publiés.
      </p>
      <p>
        Le fond de la carte est chargé depuis un autre serveur, qui voit alors votre adresse IP. La liste et les pages
        des lieux n’en ont pas besoin.
      </p>
    </div>
  )
}
