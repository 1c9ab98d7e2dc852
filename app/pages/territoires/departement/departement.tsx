import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Citation } from '#app/components/citation.tsx'
import { Fil } from '#app/components/fil-ariane.tsx'
import { LienRapport } from '#app/components/lien-rapport.tsx'
import { duDepartement, leDepartement } from '#app/domain/departement-nom.ts'
import { phrasesAbsents } from '#app/domain/fichier-absent.ts'
import { CommunesSansLieu } from '#app/pages/territoires/departement/communes-sans-lieu.tsx'
import { FigurePlan } from '#app/pages/territoires/departement/figure-plan.tsx'
import { LieuxDuDepartement } from '#app/pages/territoires/departement/lieux.tsx'
import { Voisins } from '#app/pages/territoires/departement/voisins.tsx'
import { metaTerritoire } from '#app/pages/territoires/meta.ts'
import { Tableaux } from '#app/pages/territoires/tableaux.tsx'
import feuille from '#app/styles/feuilles/figures.css?url'
import { departementAsked } from './demande.server.ts'
import { pageDepartement } from './departement-page.server.ts'

export const handle = { islands: true, feuille }

export function loader({ params, request, context }: LoaderFunctionArgs) {
  return pageDepartement(context, departementAsked(context.db, params.code ?? '', request))
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => (page === undefined ? [] : metaTerritoire(page))

export default function Departement() {
  const page = useLoaderData<typeof loader>()
  const sansLieux = page.absents.includes('lieux')
  const { code, nom, chemin, plan, lieux, sansLieu, compares, ruralite, employeurs, communes } = page
  return (
    <div className="largeur page-territoire">
      <Fil etapes={page.etapes} />
      <h1>
        {nom} ({code})
      </h1>
      <p className="chapeau phrase">{page.phrases.join(' ')}</p>
      {page.absents.length > 0 && <p className="alerte">{phrasesAbsents(page.absents).join(' ')}</p>}
      {!sansLieux && (
        <div className="lieu-colonnes">
          <LieuxDuDepartement lieux={lieux} total={page.total} code={code} du={duDepartement({ code, nom })} />
          {plan && <FigurePlan plan={plan} nom={`${nom} (${code})`} total={page.total} chemin={chemin} />}
        </div>
      )}
      <h2>{leDepartement({ code, nom })} et la France</h2>
      <Tableaux tableaux={[...compares, ruralite]} chemin={chemin} />
      <p className="phrase">{page.phraseRuralite}</p>
      <h2>Employeurs</h2>
      {employeurs.length === 0 && !page.absents.includes('structures') && (
        <p>Aucun employeur n’a de poste validé ici.</p>
      )}
      <Tableaux tableaux={employeurs} chemin={chemin} />
      {!sansLieux && (
        <>
          <h2>Communes sans lieu</h2>
          <CommunesSansLieu compte={sansLieu} lieux={page.total} />
        </>
      )}
      <Tableaux tableaux={communes} chemin={chemin} />
      <Voisins voisins={page.voisins} />
      <LienRapport type="departement" code={code} />
      <Citation titre={page.titre} permalien={page.canonique} sources={page.sources} vuLe={page.vuLe} />
    </div>
  )
}
