import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Anciennete } from '#app/components/anciennete.tsx'
import { Citation } from '#app/components/citation.tsx'
import { CHOIX, Refusees } from '#app/components/erreurs.tsx'
import { metadonnees, titreAvecErreur } from '#app/components/metadonnees.ts'
import { AvecSources, SourcesDeLaPage } from '#app/components/sources-page.tsx'
import { readTri, sortTableau, type Tableau } from '#app/domain/chiffres/tableau.ts'
import { aujourdhui } from '#app/domain/texte/date.ts'
import { formatNombre } from '#app/domain/texte/format.ts'
import { ChoixScenario } from '#app/pages/scenarios/choix-scenario.tsx'
import { ResultatScenario } from '#app/pages/scenarios/resultat.tsx'
import feuille from '#app/styles/feuilles/figures.css?url'
import { scenarioOf } from './scenarios.server.ts'

export const handle = { feuille, islands: true }

export async function loader({ request, context }: LoaderFunctionArgs) {
  const params = new URL(request.url).searchParams
  const { lecture, recherche, trier, ...page } = await scenarioOf(context.db, params)
  const canonique = `${context.publicUrl}/scenarios${recherche === '' ? '' : `?${recherche}`}`
  const vuLe = aujourdhui()
  const body = { ...page, lecture: lecture && firstCommunes(lecture, trier), recherche, trier, canonique, vuLe }
  return data(body, { status: page.errors.length > 0 ? 400 : 200 })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  page === undefined
    ? []
    : metadonnees({
        titre: titreAvecErreur(page.errors, 'Demande non valable', page.titre),
        description:
          page.lecture?.resume ??
          'Choisissez quels postes de conseillers numériques prennent fin, et lisez ce qui change : lieux, distances, habitants.',
        canonique: page.canonique,
      })

export default function PageScenarios() {
  const { titre, demande, errors, manque, lecture, recherche, trier, choisir, sources, canonique, vuLe } =
    useLoaderData<typeof loader>()
  const choix = choisir.postes > 0 && <ChoixScenario {...choisir} />
  return (
    <AvecSources sources={sources}>
      <div className="largeur page-scenarios">
        <h1>{titre}</h1>
        <Anciennete />
        <p className="chapeau">{lecture?.resume ?? INTRODUCTION}</p>
        <Refusees errors={errors} titre={demande === null ? PAS_CALCULE : CHOIX} />
        {manque !== null && <p className="alerte">{manque}</p>}
        {lecture === null ? (
          choix
        ) : (
          <>
            <p>
              <a href="#choisir">Choisir un autre scénario</a>
            </p>
            <ResultatScenario lecture={lecture} recherche={recherche} trier={trier} />
            {choix}
          </>
        )}
        <SourcesDeLaPage sources={sources} />
        <Citation titre={titre} permalien={canonique} sources={sources} vuLe={vuLe} />
      </div>
    </AvecSources>
  )
}

const PAS_CALCULE = ['Ce scénario ne peut pas être calculé', 'Ce scénario ne peut pas être calculé'] as const
const INTRODUCTION =
  'Choisissez quels postes prennent fin. Vous lirez ce qui change : les lieux qui ferment, et les habitants qui n’ont plus de lieu près de chez eux. Un scénario est un calcul, pas une prévision.'

/** Rows of the list of communes on the page; the files have them all. */
const LIGNES = 100

/** The tables as the page shows them: the first communes only, in the order asked, and a note that says so. */
function firstCommunes<T extends { tableaux: readonly Tableau[] }>(lecture: T, trier: string | null): T {
  return { ...lecture, tableaux: lecture.tableaux.map((one) => cut(one, trier)) }
}

function cut(tableau: Tableau, trier: string | null): Tableau {
  const { id, lignes, notes } = tableau
  if (id !== 'scenario-communes' || lignes.length <= LIGNES) return tableau
  const sorted = sortTableau(tableau, readTri(tableau, trier))
  const note = `Les ${LIGNES} premières lignes sur ${formatNombre(lignes.length)} : toutes sont dans les fichiers ci-dessous.`
  return { ...sorted, lignes: sorted.lignes.slice(0, LIGNES), notes: [note, ...notes] }
}
