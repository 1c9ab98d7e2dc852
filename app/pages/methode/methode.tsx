import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Anciennete } from '#app/components/anciennete.tsx'
import { Citation } from '#app/components/citation.tsx'
import { metadonnees } from '#app/components/metadonnees.ts'
import {
  hrefMethode,
  METHODE,
  NOMS_DES_SUJETS,
  partieEntiere,
  type SujetMethode,
  sujetOf,
} from '#app/domain/citations/methode.ts'
import { aujourdhui } from '#app/domain/texte/date.ts'
import feuille from '#app/styles/feuilles/figures.css?url'
import { listSources } from '#db/sources.server.ts'

export const handle = { feuille, islands: true }

const CHAPEAU = 'D’où vient chaque chiffre de ce site, ce qu’il compte, ce qu’il ne dit pas, et comment le refaire.'

export function loader({ context: { db, publicUrl } }: LoaderFunctionArgs) {
  const sources = listSources(db).filter(({ courante }) => courante)
  return { sources, canonique: `${publicUrl}/methode`, vuLe: aujourdhui() }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  page === undefined ? [] : metadonnees({ titre: 'Méthode', description: CHAPEAU, canonique: page.canonique })

/** The contents: a page a subject. The address of each part when all stood on this page leads to its link. */
export default function Methode() {
  const { sources, canonique, vuLe } = useLoaderData<typeof loader>()
  return (
    <div className="largeur page-texte page-methode">
      <h1>Méthode</h1>
      <Anciennete />
      <p className="chapeau">{CHAPEAU}</p>
      <nav className="sommaire-methode" aria-label="Sujets de la méthode">
        {NOMS_DES_SUJETS.map((nom) => (
          <Sujet key={nom} nom={nom} />
        ))}
      </nav>
      {sources.length > 0 && <Citation titre="Méthode" permalien={canonique} sources={sources} vuLe={vuLe} />}
    </div>
  )
}

function Sujet({ nom }: { nom: SujetMethode }) {
  const { titre, phrase, ancres } = sujetOf(nom)
  const entiere = partieEntiere(nom)
  const parties = ancres.filter((ancre) => ancre !== entiere)
  return (
    <section>
      <h2 id={entiere}>
        <a href={`/methode/${nom}`}>{titre}</a>
      </h2>
      <p>{phrase}</p>
      {parties.length > 0 && (
        <ul>
          {parties.map((ancre) => (
            <li key={ancre} id={ancre}>
              <a href={hrefMethode(ancre)}>{METHODE[ancre]}</a>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
