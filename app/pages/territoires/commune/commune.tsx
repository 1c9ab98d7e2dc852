import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Citation } from '#app/components/citation.tsx'
import { Fil } from '#app/components/fil-ariane.tsx'
import { LienRapport } from '#app/components/lien-rapport.tsx'
import { Ruralite } from '#app/components/ruralite.tsx'
import { phrasesAbsents } from '#app/domain/chiffres/fichier-absent.ts'
import { compte } from '#app/domain/texte/format.ts'
import { EmployeursDeCommune } from '#app/pages/territoires/commune/employeurs.tsx'
import { LieuxAutour, LieuxDeCommune } from '#app/pages/territoires/commune/lieux.tsx'
import { metaTerritoire } from '#app/pages/territoires/meta.ts'
import { Tableaux } from '#app/pages/territoires/tableaux.tsx'
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
    <div className="largeur page-territoire">
      <Fil etapes={page.etapes} />
      <header className="apercu">
        <h1>{commune.nom}</h1>
        <p className="chapeau phrase">{page.phrases.join(' ')}</p>
        <ul className="etiquettes">
          <li>
            <a href={`/departements/${commune.departementCode}`}>{page.departement}</a>
          </li>
          {page.epci && <li>{page.epci}</li>}
          <li>{compte(commune.population, 'habitant', 'habitants')}</li>
          <Ruralite ruralite={commune.ruralite} densite={commune.densite} frr={commune.frr} estimee={page.estimee} />
        </ul>
      </header>
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
      <Tableaux tableaux={page.employeurs} chemin={chemin} />
      <LienRapport type="commune" code={commune.code} />
      <Citation titre={page.titre} permalien={page.canonique} sources={page.sources} vuLe={page.vuLe} />
    </div>
  )
}
