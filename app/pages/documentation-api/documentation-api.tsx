import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { metadonnees } from '#app/components/metadonnees.ts'
import feuille from '#app/styles/feuilles/figures.css?url'
import { Adresses } from './adresses.tsx'
import { pageApi } from './api-page.server.ts'

export const handle = { feuille, islands: true }

const TITRE = 'L’API : réutiliser ces données'

export function loader({ context }: LoaderFunctionArgs) {
  context.validite.sansHeure()
  return pageApi(context)
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  page === undefined
    ? []
    : metadonnees({
        titre: TITRE,
        description:
          'Les lieux, les employeurs et les chiffres en JSON, GeoJSON et CSV, sans clé : adresses, exemples, règles.',
        canonique: page.canonique,
      })

export default function PageApi() {
  const { version, adresses, clients, publicUrl } = useLoaderData<typeof loader>()
  return (
    <div className="largeur page-texte page-methode">
      <h1>{TITRE}</h1>
      <p className="chapeau">
        Tout ce que ce site montre se lit aussi par un programme, sans clé ni inscription : en JSON, en GeoJSON, en CSV.
      </p>
      <ul>
        <li>
          Les adresses commencent par <code>{publicUrl}/api/v1/</code>. Le format se choisit par l’extension (
          <code>.csv</code>) ou par l’en-tête <code>Accept</code>.
        </li>
        <li>
          Chaque réponse cite ses sources, leur date et leur licence (<b>Licence Ouverte 2.0</b> : citez-les). Le champ{' '}
          <code>demonstration</code> vaut <code>true</code> pour des données inventées.
        </li>
        <li>Une page d’un autre site peut tout lire (CORS). Aucun cookie, aucune trace de qui demande.</li>
        <li>
          La description complète, pour vos outils : <a href="/api/v1/openapi.json">OpenAPI 3.1</a>. Version {version}.
        </li>
      </ul>
      <h2 id="adresses">Les adresses</h2>
      <Adresses adresses={adresses} />
      <h2 id="verifier">Vérifier un fichier</h2>
      <p>
        Envoyez un fichier par POST à <code>/api/v1/verifier</code>, seul ou dans le champ <code>fichier</code> d’un
        formulaire : 5 Mo et 50 000 lignes au plus. La réponse est celle de{' '}
        <a href="/collectivites/verifier">la page qui vérifie un fichier</a>. Rien n’est gardé.
      </p>
      <h2 id="clients">Depuis votre outil</h2>
      {clients.map(({ id, nom, texte }) => (
        <details className="pli" key={id} id={`client-${id}`}>
          <summary>{nom}</summary>
          <div className="pli-contenu">
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
            <pre className="script" tabIndex={0}>
              <code>{texte}</code>
            </pre>
          </div>
        </details>
      ))}
      <Regles />
    </div>
  )
}

function Regles() {
  return (
    <>
      <h2 id="regles">Les règles</h2>
      <dl>
        <dt>Pages</dt>
        <dd>
          <code>limit</code> (100 si vous ne dites rien, 1 000 au plus en JSON) et <code>page</code>. La réponse répète
          <code> total</code>, <code>page</code> et <code>limit</code> ; l’en-tête <code>Link</code> mène aux pages
          voisines. Les fichiers CSV, GeoJSON et XLSX contiennent tout.
        </dd>
        <dt>Refus</dt>
        <dd>
          Une demande mal écrite est refusée en une phrase qui nomme le paramètre (<code>application/problem+json</code>
          , champ <code>detail</code>). Un paramètre inconnu est refusé : rien n’est ignoré.
        </dd>
        <dt>Ce qui n’a pas changé</dt>
        <dd>
          Renvoyez l’<code>ETag</code> reçu dans <code>If-None-Match</code> : la réponse 304 est vide tant que les
          données sont les mêmes.
        </dd>
        <dt>Usage raisonnable</dt>
        <dd>
          600 demandes par minute et par adresse de réseau. Les en-têtes <code>RateLimit</code> disent ce qu’il reste ;
          au-delà, la réponse 429 dit quand reprendre. Pour tout lire, préférez un fichier à mille demandes.
        </dd>
        <dt>Ce qui est inconnu</dt>
        <dd>
          <code>null</code>, jamais zéro : un chiffre dont le fichier n’est pas importé, un lieu sans position.
        </dd>
        <dt>Versions</dt>
        <dd>
          Sous <code>/api/v1</code>, rien ne disparaît et rien ne change de sens. Un champ ou un paramètre peut
          s’ajouter : lisez les champs que vous connaissez, laissez les autres. Ce qui casserait un programme irait sous{' '}
          <code>/api/v2</code>, et <code>/api/v1</code> répondrait encore un an.
        </dd>
      </dl>
    </>
  )
}
