import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Anciennete } from '#app/components/anciennete.tsx'
import { Citation } from '#app/components/citation.tsx'
import { Fil } from '#app/components/fil-ariane.tsx'
import { LienRapport } from '#app/components/lien-rapport.tsx'
import { Ruralite } from '#app/components/ruralite.tsx'
import { AvecSources, SourcesDeLaPage } from '#app/components/sources-page.tsx'
import { phrasesAbsents } from '#app/domain/chiffres/fichier-absent.ts'
import { compte } from '#app/domain/texte/format.ts'
import { EmployeursDeCommune } from '#app/pages/territoires/commune/employeurs.tsx'
import { LieuxAutour, LieuxDeCommune } from '#app/pages/territoires/commune/lieux.tsx'
import { metaTerritoire } from '#app/pages/territoires/meta.ts'
import { Tableaux, TableauxPlies } from '#app/pages/territoires/tableaux.tsx'
import feuille from '#app/styles/feuilles/figures.css?url'
import { pageCommune } from './commune-page.server.ts'
import { communeAsked } from './demande.server.ts'

export const handle = { islands: true, feuille }

export function loader({ params, request, context }: LoaderFunctionArgs) {
  return pageCommune(context, communeAsked(context.db, params.code ?? '', request))
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => (page === undefined ? [] : metaTerritoire(page))

export default function Commune() {
  const page = useLoaderData<typeof loader>()
  const { commune, chemin } = page
  return (
    <AvecSources sources={page.sources}>
      <div className="largeur page-territoire">
        <Fil etapes={page.etapes} />
        <header className="apercu">
          <h1>{commune.nom}</h1>
          <Anciennete />
          <p className="chapeau phrase">{page.phrases.join(' ')}</p>
          <ul className="etiquettes">
            <li>
              <a href={`/departements/${commune.departementCode}`}>{page.departement}</a>
            </li>
            {page.epci && (
              <li>
                <a href={`/epci/${commune.epciCode}`}>{page.epci}</a>
              </li>
            )}
            <li>{compte(commune.population, 'habitant', 'habitants')}</li>
            <Ruralite ruralite={commune.ruralite} densite={commune.densite} frr={commune.frr} estimee={page.estimee} />
          </ul>
        </header>
        {page.situes && <p>{page.situes}</p>}
        {page.alerte && <p className="alerte">{page.alerte}</p>}
        {page.absents.length > 0 && <p className="alerte">{phrasesAbsents(page.absents).join(' ')}</p>}
        {!page.absents.includes('lieux') && (
          <div className="lieu-colonnes">
            <LieuxDeCommune lieux={page.lieux} total={commune.lieux} nom={commune.nom} code={commune.code} />
            <LieuxAutour lieux={page.autour} seuls={commune.lieux === 0} code={commune.code} />
          </div>
        )}
        <Tableaux tableaux={page.chiffres} chemin={chemin} />
        <h2>Employeurs</h2>
        <EmployeursDeCommune
          aucun={page.employeurs.length === 0 && !page.absents.includes('structures')}
          sieges={page.sieges}
        />
        <TableauxPlies tableaux={page.employeurs} chemin={chemin} />
        <LienRapport type="commune" code={commune.code} />
        <SourcesDeLaPage sources={page.sources} />
        <Citation titre={page.titre} permalien={page.canonique} sources={page.sources} vuLe={page.vuLe} />
      </div>
    </AvecSources>
  )
}
