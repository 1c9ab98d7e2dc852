import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { metadonnees } from '#app/components/metadonnees.ts'
import { KIND_LABELS } from '#app/domain/rapport/page.ts'
import { KINDS_VERIFIES } from '#app/domain/rapport/verification.ts'
import { FormulaireVerification } from '#app/pages/verifier/formulaire.tsx'
import { ResultatVerification } from '#app/pages/verifier/resultat.tsx'
import feuille from '#app/styles/feuilles/collectivites.css?url'
import { verification } from './verifier.server.ts'

export const handle = { feuille, islands: true }

export function loader({ context }: LoaderFunctionArgs) {
  const canonique = `${context.publicUrl}/collectivites/verifier`
  return { canonique, limite: context.depot.limites.fichier, refuse: context.refuse === true }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { status, retryAfter, verification: body } = await verification(request, context)
  context.refuse = body.erreur !== null
  const headers = retryAfter === null ? undefined : { 'Retry-After': String(retryAfter) }
  return data(body, { status, headers })
}

export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  page === undefined
    ? []
    : metadonnees({
        titre: page.refuse ? `Fichier non vérifié – ${TITRE}` : TITRE,
        description:
          'Avant de publier votre fichier de lieux ou de structures : ses erreurs ligne par ligne, comment les corriger, et le fichier corrigé.',
        canonique: page.canonique,
      })

const TITRE = 'Vérifier un fichier avant de le publier'

export default function PageVerifier() {
  const { limite } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const erreur = sent?.erreur ?? null
  return (
    <div className="largeur page-verifier">
      <h1>{TITRE}</h1>
      {erreur !== null && (
        <p className="alerte" role="alert" id="verification-erreur">
          {erreur}
        </p>
      )}
      {sent?.rapport ? (
        <>
          <ResultatVerification
            rapport={sent.rapport}
            contenu={sent.contenu}
            kind={sent.kind}
            choisies={sent.choisies}
          />
          <h2>Vérifier un autre fichier</h2>
        </>
      ) : (
        <Introduction />
      )}
      <FormulaireVerification
        texte={sent?.rapport === null ? sent.texte : ''}
        kind={sent?.kind ?? null}
        colonnes={(sent?.rapport === null ? sent.colonnes : sent?.rapport?.colonnes) ?? []}
        choisies={sent?.choisies ?? []}
        limite={limite}
        erreur={erreur === null ? undefined : 'verification-erreur'}
      />
      <Aide />
    </div>
  )
}

function Introduction() {
  return (
    <p className="chapeau">
      Donnez le fichier que vous allez publier. Vous lirez, ligne par ligne, ce qui empêche de l’afficher, ce qui est à
      vérifier, et comment corriger.
    </p>
  )
}

function Aide() {
  return (
    <section className="verification-aide" aria-labelledby="verification-aide">
      <h2 id="verification-aide">Quels fichiers ?</h2>
      <p>
        Un fichier CSV, quels que soient son séparateur et son encodage, ou un classeur (.xlsx, .ods), de l’un de ces
        types :
      </p>
      <ul>
        {KINDS_VERIFIES.map((kind) => (
          <li key={kind}>{KIND_LABELS[kind]}</li>
        ))}
      </ul>
      <ul className="verification-liens">
        <li>
          <a href="https://schema.data.gouv.fr/LaMednum/standard-mediation-num/">
            La norme des lieux de médiation numérique, sur schema.data.gouv.fr
          </a>
        </li>
        <li>
          <a href="/collectivites/aide">Être affiché, et corriger ce qui l’est</a>
        </li>
        <li>
          <a href="/collectivites">Voir ce que le site affiche de votre territoire</a>
        </li>
      </ul>
    </section>
  )
}
