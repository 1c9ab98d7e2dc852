import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Anciennete } from '#app/components/anciennete.tsx'
import { Citation } from '#app/components/citation.tsx'
import { CHOIX, Refusees } from '#app/components/erreurs.tsx'
import { metadonnees, titreAvecErreur } from '#app/components/metadonnees.ts'
import { AvecSources, SourcesDeLaPage } from '#app/components/sources-page.tsx'
import { hrefMethode } from '#app/domain/citations/methode.ts'
import { formatDate } from '#app/domain/texte/format.ts'
import { Comparaison } from '#app/pages/evolution/comparaison.tsx'
import { Depuis } from '#app/pages/evolution/depuis.tsx'
import { ChoixPeriode } from '#app/pages/evolution/periode.tsx'
import { Validations } from '#app/pages/evolution/validations.tsx'
import feuille from '#app/styles/feuilles/figures.css?url'
import { evolutionPage } from './evolution-page.server.ts'

export const handle = { islands: true, feuille }

export function loader({ request, context }: LoaderFunctionArgs) {
  const page = evolutionPage(context.db, new URL(request.url).searchParams, context.publicUrl)
  return data(page, { status: page.errors.length > 0 ? 400 : 200 })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  page === undefined
    ? []
    : metadonnees({
        titre: titreAvecErreur(page.errors, 'Choix non valable', page.titre),
        description: page.phrases.join(' ') || 'Les postes validés de conseillers numériques, mois après mois.',
        canonique: page.canonique,
      })

export default function PageEvolution() {
  const page = useLoaderData<typeof loader>()
  const { listes, periode, phrases, validations } = page
  return (
    <AvecSources sources={page.sources}>
      <div className="largeur page-evolution">
        <h1>{page.titre}</h1>
        <Anciennete />
        <Refusees errors={page.errors} titre={CHOIX} />
        <div className="cote-a-cote">
          <Depuis derniere={listes.at(-1)?.date ?? null} />
          <Limites />
        </div>
        {phrases.map((phrase) => (
          <p key={phrase} className="evolution-resume">
            {phrase}
          </p>
        ))}
        {periode && <ChoixPeriode millesimes={listes} {...periode} />}
        {periode === null && <ListeAbsente dates={listes.map(({ date }) => date)} />}
        {page.barres && <Comparaison {...page} barres={page.barres} />}
        {validations && validations.mois.length > 0 && <Validations {...page} validations={validations} />}
        <SourcesDeLaPage sources={page.sources} />
        {listes.length > 0 && (
          <Citation titre={page.titre} permalien={page.permalien} sources={page.sources} vuLe={page.vuLe} />
        )}
      </div>
    </AvecSources>
  )
}

/** What a wrong headline would make of it. */
function Limites() {
  return (
    <section className="encart" aria-labelledby="limites">
      <h2 id="limites">Ce que ces chiffres veulent dire</h2>
      <ul>
        <li>
          Un <strong>poste validé</strong> est un poste accepté par le comité de sélection. La liste ne dit pas s’il est
          pourvu, ni s’il est encore financé.
        </li>
        <li>
          Un poste ou un employeur qui <strong>n’apparaît plus dans la liste</strong> n’est pas un emploi perdu : la
          liste ne dit pas pourquoi il n’y est plus.
        </li>
        <li>
          Les postes sont comptés dans le département que donne la liste.{' '}
          <a href={hrefMethode('evolution')}>Lire la méthode</a>
        </li>
      </ul>
    </section>
  )
}

/** What is missing to compare: a second list, or any. */
function ListeAbsente({ dates }: { dates: readonly string[] }) {
  const [seule] = dates
  return (
    <section className="encart" aria-labelledby="liste-absente">
      <h2 id="liste-absente">Il manque une liste pour comparer</h2>
      {seule === undefined ? (
        <p>
          Aucune liste de postes n’est importée. Pour voir une évolution, il en faut deux, de deux dates : ce sont les
          fichiers « structures validées par le comité de sélection », publiés sur data.gouv.fr.
        </p>
      ) : (
        <p>
          Une seule liste de postes est importée, celle du {formatDate(seule)}. Pour voir une évolution, il en faut une
          deuxième, d’une autre date : un autre fichier « structures validées par le comité de sélection ».
        </p>
      )}
    </section>
  )
}
