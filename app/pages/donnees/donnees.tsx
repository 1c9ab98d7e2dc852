import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Anciennete } from '#app/components/anciennete.tsx'
import { Citation } from '#app/components/citation.tsx'
import { metadonnees } from '#app/components/metadonnees.ts'
import { SourcesDeLaPage } from '#app/components/sources-page.tsx'
import { type Jeu, jeuStructure } from '#app/domain/citations/jeux-de-donnees.ts'
import { hrefMethode } from '#app/domain/citations/methode.ts'
import { aujourdhui } from '#app/domain/texte/date.ts'
import { compte, formatDate } from '#app/domain/texte/format.ts'
import { SOURCES_COUVERTURE, sourcesDes } from '#app/pages/commun/territoires.server.ts'
import feuille from '#app/styles/feuilles/figures.css?url'
import type { Db } from '#db/connect.server.ts'
import { metaOf } from '#db/sources.server.ts'
import { copiesOf } from './copies.server.ts'
import { DONNEES } from './tableaux.server.ts'

export const handle = { islands: true, feuille }

const CHAPEAU =
  'Chaque tableau entier, à télécharger. Le code du territoire vient en premier, chaque compte dit la date de son fichier, et un fichier JSON décrit les colonnes, les unités et les sources.'

export function loader({ context: { db, publicUrl } }: LoaderFunctionArgs) {
  return {
    tableaux: DONNEES.map(({ id, nom }) => ({ id, nom })),
    jeux: [...DONNEES.map((donnee) => jeuOf(db, donnee)), jeuDesLieux(db)],
    copies: copiesOf(db),
    sources: sourcesDes(db, SOURCES_COUVERTURE),
    canonique: `${publicUrl}/donnees`,
    vuLe: aujourdhui(),
  }
}

const CSV = 'text/csv'
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const GEOJSON = 'application/geo+json'

function jeuOf(db: Db, { id, nom }: { id: string; nom: string }): Jeu {
  return {
    nom: `Conseillers numériques : ${nom}`,
    description: `${nom}, avec leurs lieux d’accueil connus, leurs postes validés et la date de chaque compte. Le tableau entier.`,
    fichiers: [
      [`/donnees/${id}.csv`, CSV],
      [`/donnees/${id}.xlsx`, XLSX],
      ...(id === 'departements' ? ([['/donnees/departements.geojson', GEOJSON]] as const) : []),
    ],
    sources: sourcesDes(db, SOURCES_COUVERTURE),
    demonstration: metaOf(db).demonstration,
  }
}

function jeuDesLieux(db: Db): Jeu {
  return {
    nom: 'Lieux d’accueil des conseillers numériques',
    description:
      'Chaque lieu où un conseiller numérique reçoit le public : adresse, position, téléphone, horaires, services.',
    fichiers: [
      ['/api/v1/lieux.csv', CSV],
      ['/api/v1/lieux.geojson', GEOJSON],
    ],
    sources: sourcesDes(db, ['lieux']),
    demonstration: metaOf(db).demonstration,
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  page === undefined
    ? []
    : [
        ...metadonnees({ titre: 'Données à télécharger', description: CHAPEAU, canonique: page.canonique }),
        ...page.jeux.map((jeu) => ({
          'script:ld+json': jeuStructure(new URL(page.canonique).origin, '/donnees', jeu),
        })),
      ]

export default function Donnees() {
  const { tableaux, copies, sources, canonique, vuLe } = useLoaderData<typeof loader>()
  return (
    <div className="largeur page-texte">
      <h1>Données à télécharger</h1>
      <Anciennete />
      <p className="chapeau">{CHAPEAU}</p>
      <ul>
        {tableaux.map(({ id, nom }) => (
          <li key={id}>
            <strong>{nom}</strong> : <a href={`/donnees/${id}.csv`}>CSV</a> · <a href={`/donnees/${id}.xlsx`}>XLSX</a> ·{' '}
            <a href={`/donnees/${id}.json`}>colonnes et sources (JSON)</a>
            {id === 'departements' && (
              <>
                {' '}
                · <a href="/donnees/departements.geojson">GeoJSON, avec les contours</a>
              </>
            )}
          </li>
        ))}
        <li>
          <strong>Lieux d’accueil</strong> : <a href="/api/v1/lieux.csv?tableur=1">CSV</a> ·{' '}
          <a href="/api/v1/lieux.xlsx">XLSX</a> · <a href="/api/v1/lieux.geojson">GeoJSON</a>
        </li>
      </ul>
      <h2 id="originaux">Les fichiers d’où viennent ces chiffres</h2>
      <p>
        Chaque fichier lu, à télécharger. L’empreinte (sha256) est celle du fichier tel qu’il a été publié, à l’adresse
        officielle : elle dit si celui que vous avez est le même. La copie de ce site est en CSV ; les cellules qui
        nomment ou permettent de joindre une personne y sont vides.
      </p>
      <ul>
        {copies.map((copie) => (
          <CopieDeFichier key={copie.nom} {...copie} />
        ))}
      </ul>
      <p>
        Les scripts de la <a href={hrefMethode('recalcul')}>méthode</a> refont les chiffres depuis ces fichiers, et
        depuis <a href="/api/v1/lieux.csv">les lieux, après nos corrections</a>.
      </p>
      <SourcesDeLaPage sources={sources} />
      <Citation titre="Données à télécharger" permalien={canonique} sources={sources} vuLe={vuLe} />
    </div>
  )
}

type Copie = ReturnType<typeof copiesOf>[number]

/** A file as it is given here, then where it was published and the hash of it there. */
function CopieDeFichier({ nom, vides, source }: Copie) {
  const lien = <a href={`/donnees/${nom}`}>{nom}</a>
  if (source === null) return <li>{lien} : les communes livrées avec ce site, pour les scripts.</li>
  return (
    <li>
      {lien} : {source.titre}, données du {formatDate(source.date)}.{' '}
      {vides > 0 && `${compte(vides, 'cellule vidée', 'cellules vidées')}. `}
      {source.url && <a href={source.url}>Adresse officielle</a>} ({source.fichier}), sha256{' '}
      <code>{source.sha256}</code>
    </li>
  )
}
