import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Citation } from '#app/components/citation.tsx'
import { metadonnees } from '#app/components/metadonnees.ts'
import { Chiffres } from '#app/pages/methode/chiffres.tsx'
import { Fichiers } from '#app/pages/methode/fichiers.tsx'
import { Limites } from '#app/pages/methode/limites.tsx'
import { Mots } from '#app/pages/methode/mots.tsx'
import { Recalcul } from '#app/pages/methode/recalcul.tsx'
import { LireRuralite } from '#app/pages/methode/ruralite.tsx'
import { Situer } from '#app/pages/methode/situer.tsx'
import { Sommaire } from '#app/pages/methode/titre.tsx'
import feuille from '#app/styles/feuilles/figures.css?url'
import { methodePage } from './methode.server.ts'

export const handle = { feuille, islands: true }

const CHAPEAU = 'D’où vient chaque chiffre de ce site, ce qu’il compte, ce qu’il ne dit pas, et comment le refaire.'

export function loader({ context }: LoaderFunctionArgs) {
  return { ...methodePage(context.db), canonique: `${context.publicUrl}/methode` }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  page === undefined ? [] : metadonnees({ titre: 'Méthode', description: CHAPEAU, canonique: page.canonique })

export default function Methode() {
  const page = useLoaderData<typeof loader>()
  const { tableaux, manques } = page
  return (
    <div className="largeur page-texte page-methode">
      <h1>Méthode</h1>
      <p className="chapeau">{CHAPEAU}</p>
      <Sommaire />
      <Mots datePostes={page.datePostes} />
      <Fichiers fichiers={tableaux.fichiers} corrections={tableaux.corrections} />
      <LireRuralite
        lectures={tableaux.lectures}
        classes={page.classes}
        dates={page.dates}
        accord={page.accord}
        estimee={page.ruraliteEstimee}
      />
      <Chiffres manques={manques} />
      <Situer positions={tableaux.positions} rapprochement={tableaux.rapprochement} employeurs={page.rapprochement} />
      <Limites manques={manques} />
      <Recalcul scripts={page.scripts} />
      {page.sources.length > 0 && (
        <Citation titre="Méthode" permalien={page.canonique} sources={page.sources} vuLe={page.vuLe} />
      )}
    </div>
  )
}
