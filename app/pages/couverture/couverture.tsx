import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Anciennete } from '#app/components/anciennete.tsx'
import { Citation } from '#app/components/citation.tsx'
import { CHOIX, Refusees } from '#app/components/erreurs.tsx'
import { metadonnees, titreAvecErreur } from '#app/components/metadonnees.ts'
import { AvecSources, SourcesDeLaPage } from '#app/components/sources-page.tsx'
import { Choropleth } from '#app/dessin/choropleth.tsx'
import { classesDuFond } from '#app/dessin/fond-de-carte.ts'
import { fondDeCarte } from '#app/dessin/fonds-de-carte.server.ts'
import { formatValeur, type Nature } from '#app/domain/chiffres/tableau.ts'
import { writeParams } from '#app/domain/parametres.ts'
import { ChoixIndicateur } from '#app/pages/couverture/choix-indicateur.tsx'
import { COUVERTURE, hrefCouverture } from '#app/pages/couverture/parametres.ts'
import {
  type Liens,
  SectionDistance,
  SectionIndicateur,
  SectionRuralite,
  SectionTout,
} from '#app/pages/couverture/sections.tsx'
import { hrefIntegrer } from '#app/pages/embed/figures.ts'
import feuille from '#app/styles/feuilles/figures.css?url'
import { pageOf } from './couverture-page.server.ts'

export const handle = { islands: true, feuille }

export function loader({ request, context }: LoaderFunctionArgs) {
  const page = pageOf(context, new URL(request.url).searchParams)
  const fond = fondDeCarte(`${page.choix.maille}s`)
  const { classes: methode } = page.choix
  const carte = { fond, methode, classes: classesDuFond(fond, page.valeurs, motsDe(page.nature), methode) }
  return data({ ...page, carte }, { status: page.errors.length > 0 ? 400 : 200 })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  page === undefined
    ? []
    : metadonnees({
        titre: titreAvecErreur(
          page.errors,
          'Choix non valable',
          `${page.titreIndicateur} : la couverture du territoire`,
        ),
        description: page.phrases.nationale,
        canonique: page.canonique,
        image: hrefCouverture({ ...page.choix, trier: null }, 'carte.png'),
      })

export default function Couverture() {
  const page = useLoaderData<typeof loader>()
  const { tableaux, phrases, choix, trier } = page
  const liens: Liens = {
    trier,
    hrefTri: (autre) => hrefCouverture({ ...choix, trier: autre }),
    hrefFichier: (fichier) => hrefCouverture({ ...choix, trier }, fichier),
    hrefIntegrer: (figure) => hrefIntegrer(figure, writeParams(COUVERTURE, choix).toString()),
  }
  return (
    <AvecSources sources={page.sources}>
      <div className="largeur page-couverture">
        <h1>La couverture du territoire</h1>
        <Anciennete />
        <p className="chapeau">{phrases.nationale}</p>
        {phrases.situes && <p>{phrases.situes}</p>}
        <Refusees errors={page.errors} titre={CHOIX} suite="Les autres choix sont gardés." />
        <Manques manques={page.manques} />
        <ChoixIndicateur {...choix} />
        <SectionIndicateur
          cle={choix.indicateur}
          titre={page.titreIndicateur}
          phrase={phrases.indicateur}
          carte={
            <Choropleth
              {...page.carte}
              valeurs={page.valeurs}
              format={motsDe(page.nature)}
              dire={(valeur) => `${motsDe(page.nature)(valeur)} (${page.titreIndicateur.toLowerCase()})`}
              unite={page.titreIndicateur}
              titre={page.titreIndicateur}
              hrefOf={(code) => `#t-${code}`}
              hrefTableau={`#${tableaux.indicateur.id}`}
            />
          }
          tableau={tableaux.indicateur}
          liens={liens}
        />
        <SectionRuralite
          phrases={phrases.ruralite}
          resume={tableaux.ruralite}
          heures={tableaux.heures}
          taux={tableaux.taux}
          nombres={tableaux.nombres}
          liens={liens}
        />
        <SectionDistance
          phrases={phrases.distance}
          series={page.series}
          niveaux={choix.niveaux}
          classes={tableaux.distance}
          courbe={tableaux.courbe}
          territoires={tableaux.territoires}
          eloignees={tableaux.eloignees}
          sansLieu={tableaux.sansLieu}
          liens={liens}
        />
        <SectionTout tableau={tableaux.couverture} liens={liens} />
        <SourcesDeLaPage sources={page.sources} />
        <Citation titre={page.titreIndicateur} permalien={page.canonique} sources={page.sources} vuLe={page.vuLe} />
      </div>
    </AvecSources>
  )
}

/** A figure of the map in the words of its table. */
function motsDe(nature: Nature): (valeur: number) => string {
  return (valeur) => formatValeur(nature, valeur)
}

function Manques({ manques }: { manques: string[] }) {
  if (manques.length === 0) return null
  return (
    <div className="alerte" role="alert">
      {manques.map((phrase) => (
        <p key={phrase}>{phrase}</p>
      ))}
    </div>
  )
}
