import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Anciennete } from '#app/components/anciennete.tsx'
import { Citation } from '#app/components/citation.tsx'
import { Fil } from '#app/components/fil-ariane.tsx'
import { LienFlux } from '#app/components/lien-flux.tsx'
import { LienRapport } from '#app/components/lien-rapport.tsx'
import { AvecSources, SourcesDeLaPage } from '#app/components/sources-page.tsx'
import { phrasesAbsents } from '#app/domain/chiffres/fichier-absent.ts'
import { alerteSitues, phraseSitues } from '#app/domain/couverture/phrases.ts'
import { leEpci } from '#app/domain/territoires/epci-nom.ts'
import type { Etape } from '#app/domain/territoires/fil-ariane.ts'
import { phrasesTerritoire } from '#app/domain/territoires/phrases.ts'
import { aujourdhui } from '#app/domain/texte/date.ts'
import { SOURCES_COUVERTURE, sourcesDes } from '#app/pages/commun/territoires.server.ts'
import { metaTerritoire } from '#app/pages/territoires/meta.ts'
import { Tableaux, TableauxPlies } from '#app/pages/territoires/tableaux.tsx'
import feuille from '#app/styles/feuilles/figures.css?url'
import { departementNoms } from '#db/departements.server.ts'
import { datesOf, fichiersAbsents } from '#db/sources.server.ts'
import { chiffresEnsemble } from '#db/territoires.server.ts'
import { epciAsked } from './epci.server.ts'
import { tableauxDeEpci } from './tableaux.server.ts'

export const handle = { islands: true, feuille }

export function loader({ params, context: { db, publicUrl } }: LoaderFunctionArgs) {
  const epci = epciAsked(db, params.siren ?? '')
  const { code, nom, departement, chiffres } = epci
  const chemin = `/epci/${code}`
  const dates = datesOf(db)
  const absents = fichiersAbsents(db)
  return {
    ...{ code, nom, chemin, publicUrl, absents },
    departement: departement === null ? null : { code: departement, nom: departementNoms(db).get(departement) ?? '' },
    titre: `Les conseillers numériques : ${nom}`,
    etapes: [
      ['Intercommunalités', '/epci'],
      [nom, chemin],
    ] as Etape[],
    flux: { titre: `Ce qui change : ${nom}`, chemin: `/flux/epci/${code}.xml` },
    phrases: phrasesTerritoire({ nom: leEpci(nom) }, chiffres, chiffresEnsemble(db), dates),
    situes: absents.length > 0 ? null : phraseSitues(chiffres, dates),
    alerte: absents.length > 0 ? null : alerteSitues(chiffres),
    tableaux: tableauxDeEpci(db, epci),
    sources: sourcesDes(db, SOURCES_COUVERTURE),
    canonique: publicUrl + chemin,
    vuLe: aujourdhui(),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => (page === undefined ? [] : metaTerritoire(page))

export default function PageEpci() {
  const page = useLoaderData<typeof loader>()
  const { code, chemin, departement, tableaux } = page
  const [compare, ...autres] = tableaux
  return (
    <AvecSources sources={page.sources}>
      <div className="largeur page-territoire">
        <Fil etapes={page.etapes} />
        <h1>{page.nom}</h1>
        <Anciennete />
        <p className="chapeau phrase">{page.phrases.join(' ')}</p>
        {page.situes && <p>{page.situes}</p>}
        {page.alerte && <p className="alerte">{page.alerte}</p>}
        {page.absents.length > 0 && <p className="alerte">{phrasesAbsents(page.absents).join(' ')}</p>}
        {departement && (
          <p>
            <a href={`/departements/${departement.code}`}>
              {departement.nom} ({departement.code})
            </a>
          </p>
        )}
        {compare && <Tableaux tableaux={[compare]} chemin={chemin} />}
        <TableauxPlies tableaux={autres} chemin={chemin} />
        <LienFlux {...page.flux} />
        <LienRapport type="epci" code={code} />
        <SourcesDeLaPage sources={page.sources} />
        <Citation titre={page.titre} permalien={page.canonique} sources={page.sources} vuLe={page.vuLe} />
      </div>
    </AvecSources>
  )
}
