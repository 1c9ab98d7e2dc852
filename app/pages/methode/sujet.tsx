import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { JSX } from 'react'
import { Anciennete } from '#app/components/anciennete.tsx'
import { Citation } from '#app/components/citation.tsx'
import { Fil } from '#app/components/fil-ariane.tsx'
import { metadonnees } from '#app/components/metadonnees.ts'
import { NOMS_DES_SUJETS, partieEntiere, type SujetMethode, sujetOf } from '#app/domain/citations/methode.ts'
import { Changements } from '#app/pages/methode/changements.tsx'
import { Chiffres } from '#app/pages/methode/chiffres.tsx'
import { Distances } from '#app/pages/methode/distances.tsx'
import { Fichiers } from '#app/pages/methode/fichiers.tsx'
import { Limites } from '#app/pages/methode/limites.tsx'
import { Mots } from '#app/pages/methode/mots.tsx'
import { Recalcul } from '#app/pages/methode/recalcul.tsx'
import { LireRuralite } from '#app/pages/methode/ruralite.tsx'
import { Situer } from '#app/pages/methode/situer.tsx'
import feuille from '#app/styles/feuilles/figures.css?url'
import { methodePage } from './methode.server.ts'

export const handle = { feuille, islands: true }

/** `/methode/distances`: the address of a route each, so that the name is one of the table. */
export function loader({ request, context }: LoaderFunctionArgs) {
  const { pathname } = new URL(request.url)
  const nom = NOMS_DES_SUJETS.find((one) => pathname.endsWith(`/${one}`)) ?? 'mots'
  return { ...methodePage(context.db), nom, canonique: `${context.publicUrl}/methode/${nom}` }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => {
  if (page === undefined) return []
  const { titre, phrase } = sujetOf(page.nom)
  return metadonnees({ titre: `${titre} : méthode`, description: phrase, canonique: page.canonique })
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>

const CONTENUS: Record<SujetMethode, (page: Page) => JSX.Element> = {
  mots: ({ datePostes }) => <Mots datePostes={datePostes} />,
  fichiers: ({ tableaux: { fichiers, corrections } }) => <Fichiers fichiers={fichiers} corrections={corrections} />,
  'rural-urbain': ({ tableaux, classes, dates, accord, ruraliteEstimee }) => (
    <LireRuralite {...{ classes, dates, accord }} lectures={tableaux.lectures} estimee={ruraliteEstimee} />
  ),
  chiffres: () => <Chiffres />,
  distances: ({ manques }) => <Distances {...manques} />,
  changements: () => <Changements />,
  rapprochements: ({ tableaux: { positions, rapprochement }, rapprochement: employeurs }) => (
    <Situer positions={positions} rapprochement={rapprochement} employeurs={employeurs} />
  ),
  limites: ({ manques }) => <Limites manques={manques} />,
  recalcul: ({ scripts }) => <Recalcul scripts={scripts} />,
}

/** One subject of the method, the next one after it. */
export default function SujetDeLaMethode() {
  const page = useLoaderData<typeof loader>()
  const { nom } = page
  const { titre, phrase } = sujetOf(nom)
  const etapes = [
    ['Méthode', '/methode'],
    [titre, `/methode/${nom}`],
  ] as const
  return (
    <div className="largeur page-texte page-methode">
      <Fil etapes={etapes} />
      <h1 id={partieEntiere(nom)}>{titre}</h1>
      <Anciennete />
      <p className="chapeau">{phrase}</p>
      {CONTENUS[nom](page)}
      <Suivant nom={nom} />
      {page.sources.length > 0 && (
        <Citation titre={`Méthode : ${titre}`} permalien={page.canonique} sources={page.sources} vuLe={page.vuLe} />
      )}
    </div>
  )
}

function Suivant({ nom }: { nom: SujetMethode }) {
  const suivant = NOMS_DES_SUJETS[NOMS_DES_SUJETS.indexOf(nom) + 1]
  return (
    <p>
      {suivant && (
        <>
          Ensuite : <a href={`/methode/${suivant}`}>{sujetOf(suivant).titre}</a> ·{' '}
        </>
      )}
      <a href="/methode">Tous les sujets</a>
    </p>
  )
}
