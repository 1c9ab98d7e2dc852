import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ChoixCompris, MemeCodePostal } from '#app/components/compris.tsx'
import { Erreurs } from '#app/components/erreurs.tsx'
import { Insecable } from '#app/components/insecable.tsx'
import { hrefBesoins } from '#app/components/liens.ts'
import { metadonnees, titreAvecErreur } from '#app/components/metadonnees.ts'
import { RechercheSimple } from '#app/components/recherche-simple.tsx'
import { MAINTENANT } from '#app/domain/filters/ouverts.ts'
import { baseOf } from '#app/domain/filters.ts'
import { Besoins } from '#app/pages/besoins/liste-besoins.tsx'
import { sensOf } from '#app/pages/commun/compris.server.ts'
import { readFilters } from '#app/pages/commun/filtres.server.ts'
import { ouOf } from '#app/pages/commun/ou.server.ts'
import feuille from '#app/styles/feuilles/besoins.css?url'
import { besoinsOf } from './besoins.server.ts'

export const handle = { feuille }

export async function loader({ request, context }: LoaderFunctionArgs) {
  const params = new URL(request.url).searchParams
  const { filters, errors } = readFilters(context.db, params)
  const { headers, ...sens } = await sensOf(context, filters, hrefBesoins)
  if (errors.length === 0 && 'href' in sens) return redirect(sens.href, { status: 303, headers })
  const compris = 'compris' in sens ? sens.compris : null
  // The needs are of everywhere when the text names no place: words that nothing bears would leave each of them empty.
  const asked = compris?.phrase ? { ...filters, q: '' } : filters
  if (asked.ouvert === MAINTENANT) context.validite.minute()
  const page = besoinsOf(context.db, asked, context.instant)
  const canonique =
    context.publicUrl + hrefBesoins({ ...(baseOf(page.filters) ?? page.filters), lat: null, lon: null, cellule: null })
  const ou = ouOf(context.db, filters, params, hrefBesoins)
  return data(
    { ...page, q: filters.q, errors, compris, ou, canonique, indexee: baseOf(page.filters) === null },
    { status: errors.length > 0 ? 400 : 200, headers },
  )
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  page === undefined
    ? []
    : metadonnees({
        titre: titreAvecErreur(
          page.errors,
          'Filtre non valable',
          ['De quoi avez-vous besoin ?', ...page.actifs].join(' — '),
        ),
        description: `Téléphone, démarches, arnaques, emploi, école : dites votre besoin, voyez qui peut vous aider${page.actifs.length > 0 ? ` (${page.actifs.join(', ')})` : ''}.`,
        canonique: page.canonique,
        indexee: page.indexee,
      })

export default function PageBesoins() {
  const { q, errors, compris, ou, actifs, besoins } = useLoaderData<typeof loader>()
  return (
    <div className="largeur page-besoins">
      <h1>
        <Insecable texte="De quoi avez-vous besoin ?" />
      </h1>
      <p className="chapeau">Choisissez : vous verrez les lieux où un conseiller numérique peut vous aider.</p>
      <Erreurs errors={errors} />
      <RechercheSimple action="/besoins" q={q || ou.libelle} />
      {compris?.phrase && <p>{compris.phrase}.</p>}
      {ou.ligne && <p>{ou.ligne}</p>}
      <MemeCodePostal {...ou} />
      {compris && <ChoixCompris compris={compris} />}
      {actifs.length > 0 && (
        <p>
          Votre recherche : <strong>{actifs.join(' — ')}</strong>. <a href="/besoins">Chercher dans toute la France</a>
        </p>
      )}
      <h2>Vos besoins</h2>
      <Besoins besoins={besoins} />
      <p>
        Certains lieux ne disent pas ce qu’ils proposent. La liste les montre aussi, après les autres : appelez-les pour
        savoir.
      </p>
    </div>
  )
}
