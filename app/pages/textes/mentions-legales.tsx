import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData, useRouteLoaderData } from '@remix-run/react'
import { metadonnees } from '#app/components/metadonnees.ts'
import { type Montrees, SourcesMontrees } from '#app/components/pied.tsx'
import { tuilesOrigin } from '#app/domain/carte/tuiles.ts'
import { Logiciels } from '#app/pages/textes/logiciels.tsx'
import { EditeurHebergeur } from '#app/pages/textes/mentions.tsx'
import type { loader as racine } from '#app/root.tsx'

export function loader({ context }: LoaderFunctionArgs) {
  const { mentions, tuiles, publicUrl } = context
  const serveurDuFond = tuilesOrigin(tuiles).replace(/^https?:\/\//, '')
  return { mentions, serveurDuFond, canonique: `${publicUrl}/mentions-legales` }
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
  const { mentions, serveurDuFond } = useLoaderData<typeof loader>()
  const page = useRouteLoaderData<typeof racine>('root')
  return (
    <div className="largeur page-texte">
      <h1>Mentions légales</h1>
      <p>
        Ce site n’est pas un site de l’État. Il n’est ni commandé, ni approuvé par l’Agence nationale de la cohésion des
        territoires, ni par une autre administration. Il réutilise des données publiques ouvertes.
      </p>
      <h2>Éditeur et hébergeur</h2>
      <EditeurHebergeur {...mentions} />
      <Licences
        sources={page?.sources ?? []}
        geonames={page?.geonames ?? false}
        geocodees={page?.geocodees ?? false}
        serveurDuFond={serveurDuFond}
      />
      <Logiciels />
      <ViePrivee serveurDuFond={serveurDuFond} />
    </div>
  )
}

type LicencesProps = Montrees & { serveurDuFond: string }

function Licences({ serveurDuFond, ...montrees }: LicencesProps) {
  return (
    <>
      <h2>Données et licences</h2>
      <p>Ce site montre aujourd’hui :</p>
      <ul>
        <SourcesMontrees {...montrees} />
        <li>Fond de carte : {serveurDuFond}, sous la licence que la carte cite</li>
        <li>
          Itinéraires : liens vers OpenStreetMap,{' '}
          <a href="https://www.openstreetmap.org/copyright">© les contributeurs d’OpenStreetMap</a>, ODbL
        </li>
      </ul>
      <p>
        La <a href="https://www.etalab.gouv.fr/licence-ouverte-open-licence/">Licence Ouverte 2.0</a> permet de
        réutiliser ces données en citant leur source et leur date. Elle ne veut pas dire que leur producteur approuve ce
        site.
      </p>
      <p>Les données peuvent contenir des erreurs. Appelez le lieu avant de vous déplacer.</p>
    </>
  )
}

function ViePrivee({ serveurDuFond }: { serveurDuFond: string }) {
  return (
    <>
      <h2>Votre vie privée</h2>
      <p>
        Ce site ne dépose aucun cookie, ne mesure pas votre visite et ne vous demande pas de compte. Les noms et les
        adresses personnelles des conseillers ne sont pas publiés.
      </p>
      <h3>Votre position, les adresses que vous tapez</h3>
      <p>
        Elles servent à répondre à votre demande, une fois. Le site ne les garde pas, ni dans une base, ni dans un
        journal. Avec « Autour de moi », votre position reste dans votre appareil : le site n’apprend que votre secteur,
        une dizaine de kilomètres, et votre navigateur y compte les distances. Il retient votre position jusqu’à ce que
        vous fermiez l’onglet.
      </p>
      <p>
        Pour trouver une adresse, notre serveur peut demander au service public de géocodage de l’IGN où elle se trouve.
        Il lui envoie le texte tapé, et rien d’autre : l’IGN ne voit pas votre adresse IP. La réponse reste dix minutes
        au plus dans la mémoire de notre serveur, sans être écrite, ni liée à vous.
      </p>
      <h3>Les fichiers que vous vérifiez</h3>
      <p>
        Un fichier envoyé pour être <a href="/collectivites/verifier">vérifié</a> est lu dans la mémoire de notre
        serveur, le temps de répondre. Ni le fichier, ni son nom, ni le rapport ne sont gardés.
      </p>
      <h3>Le fond de la carte</h3>
      <p>
        Ses images viennent d’un autre serveur, {serveurDuFond}, qui voit alors votre adresse IP et l’endroit que vous
        regardez. Elles ne sont demandées que lorsqu’une carte est à l’écran : la liste et les pages des lieux se lisent
        sans elles.
      </p>
    </>
  )
}
