import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Refusees } from '#app/components/erreurs.tsx'
import { metadonnees, titreAvecErreur } from '#app/components/metadonnees.ts'
import { RechercheSimple } from '#app/components/recherche-simple.tsx'
import { FILTERS } from '#app/domain/filters/table.ts'
import { readParams } from '#app/domain/parametres.ts'
import feuille from '#app/styles/feuilles/collectivites.css?url'
import { findCollectivites, type Trouve } from './recherche.server.ts'

export const handle = { feuille }

const RECHERCHE = ['Cette recherche n’est pas valable', 'Cette recherche n’est pas valable'] as const
const TITRE = 'Collectivités : vos lieux et vos postes'

export function loader({ request, context: { db, publicUrl } }: LoaderFunctionArgs) {
  const { values, errors } = readParams({ q: FILTERS.q }, new URL(request.url).searchParams)
  const found = values.q === '' ? { groupes: [], proches: [] } : findCollectivites(db, values.q)
  const page = { ...values, ...found, errors, canonique: `${publicUrl}/collectivites` }
  return data(page, { status: errors.length > 0 ? 400 : 200 })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  page === undefined
    ? []
    : metadonnees({
        titre: titreAvecErreur(page.errors, 'Recherche non valable', TITRE),
        description:
          'Trouvez la page de votre commune, de votre intercommunalité, de votre département ou de votre structure : ce qui est publié, ce qui est faux, ce qui manque, et où le corriger.',
        canonique: page.canonique,
      })

export default function Collectivites() {
  const { q, groupes, proches, errors } = useLoaderData<typeof loader>()
  const vide = q !== '' && groupes.length === 0
  return (
    <div className="largeur page-collectivite">
      <h1>{TITRE}</h1>
      <p className="chapeau">
        Vous employez ou accueillez des conseillers numériques ? Voyez ce qui est publié sur votre territoire, ce qui
        est faux, ce qui manque, et où le corriger.
      </p>
      <Refusees errors={errors} titre={RECHERCHE} />
      <RechercheSimple
        action="/collectivites"
        q={q}
        libelle="Votre commune, intercommunalité, département ou structure"
        aide="Un nom, un code postal, un numéro de département, un SIREN ou un SIRET."
        propose={false}
      />
      {vide && (
        <p role="status">
          Rien ne porte le nom «&nbsp;{q}&nbsp;». Vérifiez l’orthographe, ou cherchez par code postal, par SIRET ou par
          numéro de département.
        </p>
      )}
      {groupes.map(({ titre, resultats }) => (
        <section key={titre}>
          <h2>{titre}</h2>
          <Resultats resultats={resultats} />
        </section>
      ))}
      {proches.length > 0 && (
        <section>
          <h2>Cherchez-vous une de ces communes ?</h2>
          <Resultats resultats={proches} />
        </section>
      )}
      <Autres />
    </div>
  )
}

function Resultats({ resultats }: { resultats: Trouve[] }) {
  return (
    <ul className="trouves">
      {resultats.map(({ href, nom, contexte }) => (
        <li key={href}>
          <a href={href}>{nom}</a> <span className="discret">{contexte}</span>
        </li>
      ))}
    </ul>
  )
}

function Autres() {
  return (
    <section className="encart">
      <h2>Avant de publier, ou pour commencer</h2>
      <ul className="trouves">
        <li>
          <a href="/collectivites/verifier">Vérifier un fichier avant de le publier</a>{' '}
          <span className="discret">erreurs ligne par ligne, fichier corrigé à télécharger ; rien n’est gardé</span>
        </li>
        <li>
          <a href="/collectivites/aide">Être référencé, ou corriger une fiche</a>{' '}
          <span className="discret">qui fait quoi, avec quel outil</span>
        </li>
      </ul>
    </section>
  )
}
