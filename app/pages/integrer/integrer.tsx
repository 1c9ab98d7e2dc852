import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ChoixCompris } from '#app/components/compris.tsx'
import { Erreurs } from '#app/components/erreurs.tsx'
import { metadonnees, titreAvecErreur } from '#app/components/metadonnees.ts'
import { readParams } from '#app/domain/parametres.ts'
import { sensOf } from '#app/pages/commun/compris.server.ts'
import { readFilters } from '#app/pages/commun/filtres.server.ts'
import { FIGURES, hrefIntegrer, NOMS_DE_FIGURES, type NomDeFigure } from '#app/pages/embed/figures.ts'
import feuille from '#app/styles/feuilles/integrer.css?url'
import type { Db } from '#db/connect.server.ts'
import { listDepartements } from '#db/departements.server.ts'
import { Formulaire } from './formulaire.tsx'
import { cadreDeFigure, cadreDeListe } from './integrer.server.ts'
import { hrefIntegrerListe, INTEGRER } from './parametres.ts'
import { Resultat } from './resultat.tsx'

export const handle = { islands: true, feuille }

const TITRE = 'Intégrer la carte à votre site'

/** Where a frame is chosen, seen, and its code copied. The address is the only state: without scripts, the form sends it. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const params = new URL(request.url).searchParams
  const { values: choix, errors } = readParams(INTEGRER, params)
  const { publicUrl: adresse } = context
  const page = { choix, adresse, canonique: `${adresse}/integrer`, exemples: exemplesOf(context.db) }
  if (choix.figure !== null) {
    const cadre = await cadreDeFigure(context, choix.figure, choix, { params, errors })
    return data({ ...page, ...cadre, compris: null }, { status: cadre.errors.length > 0 ? 400 : 200 })
  }
  const { filters, errors: refused } = readFilters(context.db, params)
  const { headers, ...sens } = await sensOf(context, filters, (asked) => hrefIntegrerListe(asked, choix))
  const all = [...refused, ...errors]
  if (all.length === 0 && 'href' in sens) return redirect(sens.href, { status: 303, headers })
  const compris = 'compris' in sens ? sens.compris : null
  // A text that names no one place is not what a frame shows.
  const asked = compris?.phrase ? { ...filters, q: '' } : filters
  const cadre = cadreDeListe(context, asked, choix, all)
  return data({ ...page, ...cadre, q: filters.q, compris }, { status: all.length > 0 ? 400 : 200, headers })
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  page === undefined
    ? []
    : metadonnees({
        titre: titreAvecErreur(page.errors, 'Choix non valable', TITRE),
        description:
          'Un cadre avec la liste et la carte des conseillers numériques de votre territoire, ou un graphique : choisissez, regardez, copiez le code. Sans clé ni cookie.',
        canonique: page.canonique,
      })

export default function Integrer() {
  const page = useLoaderData<typeof loader>()
  const { choix, compris, errors, cadre, codes, adresse, exemples } = page
  return (
    <div className="largeur page-integrer">
      <h1>{TITRE}</h1>
      <p className="chapeau">
        Choisissez ce que montre le cadre, regardez-le, puis copiez le code dans votre page. C’est gratuit, sans clé,
        sans cookie et sans suivi ; le cadre fonctionne aussi sans JavaScript.
      </p>
      <Erreurs errors={errors} />
      {compris?.phrase && (
        <div className="alerte">
          <p>{compris.phrase}</p>
          <ChoixCompris compris={compris} />
        </div>
      )}
      <div className="integrer-colonnes">
        <Formulaire choix={choix} page={page} />
        <Resultat cadre={cadre} codes={codes} adresse={adresse} />
      </div>
      <section aria-labelledby="figures">
        <h2 id="figures">Une carte ou un graphique des chiffres</h2>
        <p>Chaque dessin des pages de chiffres mène ici avec ce qu’il montre. Les voici tels qu’ils s’ouvrent :</p>
        <ul>
          <li>
            <a href="/integrer">La liste et la carte des lieux</a>
          </li>
          {NOMS_DE_FIGURES.map((nom) => (
            <li key={nom}>
              <a href={hrefIntegrer(nom, exemples[nom])}>{FIGURES[nom].nom}</a>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}

/** The drawings that show nothing before something is asked of them. */
function exemplesOf(db: Db): Partial<Record<NomDeFigure, string>> {
  return { scenario: 'fin=prives', plan: `departement=${listDepartements(db)[0]?.code}` }
}
