import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Anciennete } from '#app/components/anciennete.tsx'
import { Citation } from '#app/components/citation.tsx'
import { Fil } from '#app/components/fil-ariane.tsx'
import { LienFlux } from '#app/components/lien-flux.tsx'
import { LienRapport } from '#app/components/lien-rapport.tsx'
import { AvecSources, SourcesDeLaPage } from '#app/components/sources-page.tsx'
import { ENCRE_PAGE } from '#app/dessin/encre.ts'
import { PlanDepartement, type PlanDepartementDessine } from '#app/dessin/plan-departement.tsx'
import { phrasesAbsents } from '#app/domain/chiffres/fichier-absent.ts'
import { formatValeur } from '#app/domain/chiffres/tableau.ts'
import { duDepartement, leDepartement } from '#app/domain/territoires/departement-nom.ts'
import { compte, formatNombre } from '#app/domain/texte/format.ts'
import { hrefIntegrer } from '#app/pages/embed/figures.ts'
import { LieuxDuDepartement } from '#app/pages/territoires/departement/lieux.tsx'
import { metaTerritoire } from '#app/pages/territoires/meta.ts'
import { Tableaux, TableauxPlies } from '#app/pages/territoires/tableaux.tsx'
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
    <AvecSources sources={page.sources}>
      <div className="largeur page-territoire">
        <Fil etapes={page.etapes} />
        <h1>
          {nom} ({code})
        </h1>
        <Anciennete />
        <p className="chapeau phrase">{page.phrases.join(' ')}</p>
        {page.situes && <p>{page.situes}</p>}
        {page.alerte && <p className="alerte">{page.alerte}</p>}
        {page.absents.length > 0 && <p className="alerte">{phrasesAbsents(page.absents).join(' ')}</p>}
        {!sansLieux && (
          <div className="lieu-colonnes">
            <LieuxDuDepartement lieux={lieux} total={page.total} code={code} du={duDepartement({ code, nom })} />
            {plan && <FigurePlan plan={plan} code={code} titre={page.titrePlan} chemin={chemin} />}
          </div>
        )}
        <h2>{leDepartement({ code, nom })} et la France</h2>
        <Tableaux tableaux={compares.slice(0, 1)} chemin={chemin} />
        <TableauxPlies tableaux={[...compares.slice(1), ruralite]} chemin={chemin} />
        <p className="phrase">{page.phraseRuralite}</p>
        <h2>Employeurs</h2>
        {employeurs.length === 0 && !page.absents.includes('structures') && (
          <p>Aucun employeur n’a de poste validé ici.</p>
        )}
        <TableauxPlies tableaux={employeurs} chemin={chemin} />
        {!sansLieux && (
          <>
            <h2>Communes sans lieu</h2>
            <CommunesSansLieu compte={sansLieu} lieux={page.total} au={page.lieuxAu} />
          </>
        )}
        <TableauxPlies tableaux={communes} chemin={chemin} />
        <Voisins voisins={page.voisins} />
        <LienFlux {...page.flux} />
        <LienRapport type="departement" code={code} />
        <SourcesDeLaPage sources={page.sources} />
        <Citation titre={page.titre} permalien={page.canonique} sources={page.sources} vuLe={page.vuLe} />
      </div>
    </AvecSources>
  )
}

type Props = {
  compte: { communes: number; habitants: number; sansLieu: number; habitantsSansLieu: number }
  /** Places of the whole territory. */
  lieux: number
  /** " au 6 juillet 2022" */
  au: string
}

/** How many communes have no place, and which share of the inhabitants lives there; a place may be next door. */
function CommunesSansLieu({ compte: { communes, habitants, sansLieu, habitantsSansLieu }, lieux, au }: Props) {
  if (communes === 0) return <p>Les communes de ce territoire ne sont pas connues.</p>
  if (lieux === 0) return <p>Aucune commune n’a de lieu connu{au} sur le territoire.</p>
  if (sansLieu === 0) return <p>Chaque commune a un lieu connu{au}.</p>
  const part = habitants > 0 ? habitantsSansLieu / habitants : null
  return (
    <p>
      {compte(sansLieu, 'commune', 'communes')} sur {formatNombre(communes)} {sansLieu < 2 ? 'n’a' : 'n’ont'} pas de
      lieu connu{au}
      {part !== null && ` : ${formatValeur('part', part)} des habitants y vivent`}. Un lieu peut se trouver dans une
      commune voisine.
    </p>
  )
}

type PlanProps = { plan: PlanDepartementDessine; code: string; titre: string; chemin: string }

/** The drawing on the page under its title, with what its marks mean and its file. */
function FigurePlan({ plan, code, titre, chemin }: PlanProps) {
  return (
    <figure className="plan-departement" aria-labelledby="plan-titre">
      <h2 id="plan-titre">{titre}</h2>
      <svg viewBox={plan.boite.join(' ')} role="img" aria-label={titre}>
        <PlanDepartement plan={plan} encre={ENCRE_PAGE} />
      </svg>
      <figcaption>
        <p>
          Un rond : un lieu d’accueil
          {plan.lieux.some(({ approximate }) => approximate) && ' (vide : position approximative)'}.
        </p>
        <p>
          <a href={`${chemin}/plan.svg`}>Plan en SVG</a> ·{' '}
          <a href={hrefIntegrer('plan', `departement=${code}`)}>Intégrer ce plan</a>
        </p>
      </figcaption>
    </figure>
  )
}

type VoisinsProps = { voisins: { code: string; nom: string }[] }

/** The departments next door, and all of them. */
function Voisins({ voisins }: VoisinsProps) {
  return (
    <nav className="encart voisins" aria-labelledby="voisins">
      <h2 id="voisins">{voisins.length > 0 ? 'Départements voisins' : 'Autres départements'}</h2>
      <ul>
        {voisins.map(({ code, nom }) => (
          <li key={code}>
            <a href={`/departements/${code}`}>
              {nom} ({code})
            </a>
          </li>
        ))}
        <li>
          <a href="/departements">Tous les départements et territoires</a>
        </li>
      </ul>
    </nav>
  )
}
