import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Anciennete } from '#app/components/anciennete.tsx'
import { Citation } from '#app/components/citation.tsx'
import { Erreurs } from '#app/components/erreurs.tsx'
import { metadonnees, titreAvecErreur } from '#app/components/metadonnees.ts'
import { AvecSources, SourcesDeLaPage } from '#app/components/sources-page.tsx'
import { Tableau } from '#app/components/tableau.tsx'
import { phrasesAbsents } from '#app/domain/chiffres/fichier-absent.ts'
import { readTri, sortTableau } from '#app/domain/chiffres/tableau.ts'
import { aujourdhui } from '#app/domain/texte/date.ts'
import { compte, formatDate, formatNombre } from '#app/domain/texte/format.ts'
import { SOURCES_COUVERTURE, sourcesDes } from '#app/pages/commun/territoires.server.ts'
import { queryEpci, readEpci } from '#app/pages/territoires/epci/parametres.ts'
import feuille from '#app/styles/feuilles/figures.css?url'
import { listDepartements } from '#db/departements.server.ts'
import { datesOf, fichiersAbsents } from '#db/sources.server.ts'
import { chiffresDesEpci } from './epci.server.ts'
import { tableauEpci } from './tableaux.server.ts'

export const handle = { islands: true, feuille }

const TITRE = 'Les conseillers numériques par intercommunalité'
/** Rows on the page; the files have all. */
const LIGNES = 25

export function loader({ request, context: { db, publicUrl } }: LoaderFunctionArgs) {
  const departements = listDepartements(db).map(({ code, nom }) => ({ code, nom }))
  const { departement, trier, errors } = readEpci(
    departements,
    tableauEpci(db, null),
    new URL(request.url).searchParams,
  )
  const tableau = tableauEpci(db, departement)
  const chiffres = chiffresDesEpci(db).map((one) => one.chiffres)
  const sansLieu = chiffres.filter(({ lieux }) => lieux === 0)
  const page = {
    ...{ departement, trier, errors, departements },
    total: chiffres.length,
    sansLieu: sansLieu.length,
    sansRien: sansLieu.filter(({ postes }) => postes === 0).length,
    absents: fichiersAbsents(db),
    lieuxAu: datesOf(db).lieux,
    tableau: { ...sortTableau(tableau, readTri(tableau, trier)), lignes: premieres(tableau, trier) },
    toutes: tableau.lignes.length,
    sources: sourcesDes(db, SOURCES_COUVERTURE),
    canonique: `${publicUrl}/epci`,
    vuLe: aujourdhui(),
  }
  return data(page, { status: errors.length > 0 ? 400 : 200 })
}

function premieres(tableau: ReturnType<typeof tableauEpci>, trier: string | null) {
  return sortTableau(tableau, readTri(tableau, trier)).lignes.slice(0, LIGNES)
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  page === undefined
    ? []
    : metadonnees({
        titre: titreAvecErreur(page.errors, 'Choix non valable', TITRE),
        description: 'Lieux d’accueil connus, postes validés et distances de chaque intercommunalité.',
        canonique: page.canonique,
      })

export default function Intercommunalites() {
  const page = useLoaderData<typeof loader>()
  const { departement, trier, tableau, toutes } = page
  const au = page.lieuxAu === null ? '' : ` au ${formatDate(page.lieuxAu)}`
  const query = (changes: { trier?: string }) => queryEpci({ departement, trier, ...changes })
  return (
    <AvecSources sources={page.sources}>
      <div className="largeur page-territoire">
        <h1>{TITRE}</h1>
        <Anciennete />
        {page.absents.length === 0 && (
          <p className="chapeau">
            {compte(page.total, 'intercommunalité', 'intercommunalités')}, dont {formatNombre(page.sansLieu)} sans aucun
            lieu connu{au}. Parmi celles-ci, {formatNombre(page.sansLieu - page.sansRien)} ont des postes validés, et{' '}
            {formatNombre(page.sansRien)} n’en ont pas.
          </p>
        )}
        {page.absents.length > 0 && <p className="alerte">{phrasesAbsents(page.absents).join(' ')}</p>}
        <Erreurs errors={page.errors} />
        <form className="choix-region" action="/epci">
          <label htmlFor="departement">Département</label>
          <select id="departement" name="departement" className="champ-liste" defaultValue={departement ?? ''}>
            <option value="">Tous les départements</option>
            {page.departements.map(({ code, nom }) => (
              <option key={code} value={code}>
                {nom} ({code})
              </option>
            ))}
          </select>
          {trier && <input type="hidden" name="trier" value={trier} />}
          <button type="submit" className="bouton-second">
            Afficher
          </button>
        </form>
        {toutes > tableau.lignes.length && (
          <p>
            Les {tableau.lignes.length} premières sur {formatNombre(toutes)} : toutes sont dans les fichiers du tableau.
          </p>
        )}
        <Tableau
          tableau={tableau}
          trier={trier}
          hrefTri={(ordre) => `/epci${query({ trier: ordre })}#epci`}
          hrefFichier={(extension) => `/epci/fichier/epci.${extension}${query({})}`}
        />
        <SourcesDeLaPage sources={page.sources} />
        <Citation titre={TITRE} permalien={`${page.canonique}${query({})}`} sources={page.sources} vuLe={page.vuLe} />
      </div>
    </AvecSources>
  )
}
