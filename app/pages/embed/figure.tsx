import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CHOIX, Refusees } from '#app/components/erreurs.tsx'
import { metadonnees } from '#app/components/metadonnees.ts'
import { readParams } from '#app/domain/parametres.ts'
import { DessinSeul } from './dessin.tsx'
import { feuilleOf } from './feuille.ts'
import { figureDite } from './figures.server.ts'
import { FIGURES, isFigure } from './figures.ts'
import { CADRE } from './parametres.ts'
import { Signature } from './signature.tsx'

export const handle = { islands: true, cadre: true, feuille: feuilleOf }

/** `/embed/couverture?indicateur=…`: a drawing of the pages of figures, to stand within the page of another site. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url)
  const { values: cadre, errors } = readParams(CADRE, searchParams)
  const nom = params.figure ?? ''
  if (!isFigure(nom)) return data({ figure: null, cadre, adresse: context.publicUrl }, { status: 404 })
  const figure = await figureDite(nom, context, searchParams)
  const all = [...errors, ...figure.errors]
  const status = all.length > 0 ? 400 : 200
  return data({ figure: { ...figure, errors: all }, cadre, adresse: context.publicUrl + figure.href }, { status })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => {
  if (page === undefined) return []
  const titre = page.figure?.titre ?? INCONNUE
  return metadonnees({ titre, description: page.figure?.phrase ?? titre, canonique: page.adresse, indexee: false })
}

const INCONNUE = 'Ce dessin n’existe pas'

export default function Figure() {
  const { figure } = useLoaderData<typeof loader>()
  if (figure === null) return <Inconnue />
  const { titre, dessin, phrase, sources, href, errors } = figure
  return (
    <div className="embed" data-island="cadre">
      <h1>{titre}</h1>
      <Refusees errors={errors} titre={CHOIX} />
      {dessin && (
        <div className={`embed-figure embed-figure-${dessin.genre}`}>
          <DessinSeul dessin={dessin} titre={titre} />
        </div>
      )}
      {phrase && <p>{phrase}</p>}
      <Signature sources={sources} href={href} mots="Voir ces chiffres sur le site" />
    </div>
  )
}

/** Said within the frame: whoever reads the page that holds it has no use for the menu of this site. */
function Inconnue() {
  return (
    <div className="embed" data-island="cadre">
      <h1>{INCONNUE}</h1>
      <p>Les dessins qui s’intègrent : {Object.keys(FIGURES).join(', ')}.</p>
      <Signature sources={[]} href="/integrer" mots="Choisir un dessin" />
    </div>
  )
}
