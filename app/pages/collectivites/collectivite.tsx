import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Citation } from '#app/components/citation.tsx'
import { Erreurs } from '#app/components/erreurs.tsx'
import { Fil } from '#app/components/fil-ariane.tsx'
import { metadonnees, titreAvecErreur } from '#app/components/metadonnees.ts'
import { Pagination } from '#app/components/pagination.tsx'
import { lieuxConnus } from '#app/domain/chiffres/dates.ts'
import { RAPPORT, VOIR_LABELS } from '#app/domain/collectivites/vues.ts'
import { readParams, writeParams } from '#app/domain/parametres.ts'
import { compte, formatDate, formatNombre } from '#app/domain/texte/format.ts'
import { Compteurs } from '#app/pages/collectivites/compteurs.tsx'
import { Doublons } from '#app/pages/collectivites/doublons.tsx'
import { Employeurs } from '#app/pages/collectivites/employeurs.tsx'
import { Fiche } from '#app/pages/collectivites/fiche.tsx'
import { Fichiers } from '#app/pages/collectivites/fichiers.tsx'
import { Rejetees } from '#app/pages/collectivites/rejetees.tsx'
import feuille from '#app/styles/feuilles/collectivites.css?url'
import { pageCollectivite } from './collectivite-page.server.ts'
import { territoireAsked } from './demande.server.ts'

export const handle = { feuille }

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const territoire = territoireAsked(context.db, params.type ?? '', params.code ?? '', request)
  const { values, errors } = readParams(RAPPORT, new URL(request.url).searchParams)
  return data({ ...pageCollectivite(context, territoire, values), errors }, { status: errors.length > 0 ? 400 : 200 })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  page === undefined
    ? []
    : [
        ...metadonnees({
          titre: titreAvecErreur(page.errors, 'Filtre non valable', page.titre),
          description: `Les lieux et les postes de conseillers numériques publiés pour ${page.nom} : ce qui est sur la carte, ce qui est faux, ce qui manque, et où le corriger.`,
          canonique: page.canonique,
        }),
        { tagName: 'link', rel: 'alternate', type: 'application/atom+xml', title: page.titre, href: page.flux },
      ]

export default function Collectivite() {
  const page = useLoaderData<typeof loader>()
  const { voir, chemin, nom } = page
  return (
    <div className="largeur page-collectivite">
      <Fil
        etapes={[
          ['Collectivités', '/collectivites'],
          [nom, chemin],
        ]}
      />
      <h1>{nom}</h1>
      <p className="discret">
        {page.genre}
        {page.fiche && (
          <>
            {' · '}
            <a href={page.fiche}>page vue par le public</a>
          </>
        )}
      </p>
      <p className="chapeau">{resume(page)}</p>
      <Erreurs errors={page.errors} />
      {page.vide ? <Vide nom={nom} /> : <Compteurs {...page} />}
      {page.fiches.length > 0 && (
        <section aria-labelledby="fiches">
          <h2 id="fiches">{titreListe(voir, page.total)}</h2>
          <p className="discret">
            Les plus gênantes pour le public d’abord : un téléphone faux avant un résumé absent.
          </p>
          <ol className="fiches-rapport" start={(page.page - 1) * 50 + 1}>
            {page.fiches.map((fiche) => (
              <Fiche key={fiche.numero} fiche={fiche} />
            ))}
          </ol>
          <Pagination page={page.page} pages={page.pages} hrefOf={(numero) => hrefPage(page, numero)} />
        </section>
      )}
      <Rejetees lignes={page.rejetees} ailleurs={page.sansTerritoire} />
      <Doublons doublons={page.doublons} />
      <Employeurs employeurs={page.employeurs} postesAu={page.postesAu} />
      {!page.vide && <Fichiers {...page} />}
      <Citation titre={page.titre} permalien={page.canonique} sources={page.sources} vuLe={page.vuLe} />
    </div>
  )
}

type Page = ReturnType<typeof pageCollectivite>

function hrefPage({ chemin, voir }: Page, page: number): string {
  const params = writeParams(RAPPORT, { voir, page })
  return params.size === 0 ? chemin : `${chemin}?${params}`
}

function resume({ postes, postesAu, employeursTous, lieux, dates, type }: Page): string {
  const ici = type === 'structure' ? 'Cet employeur' : 'Ce territoire'
  const debut = `${ici} compte ${lieuxConnus(lieux, dates)}`
  if (postesAu === null) return `${debut} ; aucune liste de postes n’est importée.`
  const chez = type === 'structure' ? '' : `, chez ${compte(employeursTous, 'employeur', 'employeurs')}`
  return `${debut} ; ${compte(postes, 'poste validé', 'postes validés')} au ${formatDate(postesAu)}${postes > 0 ? chez : ''}.`
}

function titreListe(voir: Page['voir'], total: number): string {
  if (voir === null) return `Lieux publiés (${formatNombre(total)})`
  return compte(total, ...VOIR_LABELS[voir])
}

/** A territory of which nothing is published: what to do, rather than an empty page. */
function Vide({ nom }: { nom: string }) {
  return (
    <section className="encart" aria-labelledby="vide">
      <h2 id="vide">Rien n’est publié pour {nom}</h2>
      <p>Ni lieu d’accueil, ni poste validé, dans les fichiers que ce site a lus.</p>
      <ul>
        <li>
          Un conseiller numérique y reçoit ? <a href="/collectivites/aide">Voyez comment le faire référencer</a>.
        </li>
        <li>
          Vous avez un fichier à publier ? <a href="/collectivites/verifier">Vérifiez-le d’abord</a>.
        </li>
        <li>
          Les lieux sont peut-être au nom d’une autre commune ou d’un autre employeur :{' '}
          <a href="/collectivites">cherchez-les</a>.
        </li>
      </ul>
    </section>
  )
}
