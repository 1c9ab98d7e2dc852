import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Citation } from '#app/components/citation.tsx'
import { metadonnees } from '#app/components/metadonnees.ts'
import { aujourdhui } from '#app/domain/texte/date.ts'
import { FaitsDuSujet } from '#app/pages/textes/faits.tsx'
import { Financement } from '#app/pages/textes/financement.tsx'
import { Petition } from '#app/pages/textes/petition.tsx'
import feuille from '#app/styles/feuilles/figures.css?url'
import { aProposPage } from './a-propos.server.ts'

export const handle = { feuille, islands: true }

const CHAPEAU =
  'Les conseillers numériques : ce que c’est, ce qui se décide, et ce que chacun en dit, chiffre par chiffre.'

export function loader({ context }: LoaderFunctionArgs) {
  const vuLe = aujourdhui()
  const { publicUrl, mentions, db } = context
  return { ...aProposPage(db), vuLe, editeur: mentions.editeur?.nom ?? null, canonique: `${publicUrl}/a-propos` }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  page === undefined ? [] : metadonnees({ titre: 'À propos', description: CHAPEAU, canonique: page.canonique })

export default function APropos() {
  const { sujets, sources, canonique, vuLe, editeur } = useLoaderData<typeof loader>()
  return (
    <div className="largeur page-texte page-a-propos">
      <h1>À propos des conseillers numériques</h1>
      <p className="chapeau">{CHAPEAU}</p>
      <Programme />
      <Petition />
      <Financement />
      <h2 id="faits">Qui dit quoi, chiffre par chiffre ?</h2>
      <p>
        Les trois colonnes ne se mélangent pas. Leurs chiffres viennent de sources différentes, de dates différentes, et{' '}
        <strong>ne mesurent pas la même chose</strong>. Chacun est donné avec sa source.
      </p>
      {sujets.map((sujet) => (
        <details className="pli" key={sujet.sujet}>
          <summary>{sujet.titre}</summary>
          <div className="pli-contenu">
            <FaitsDuSujet {...sujet} />
          </div>
        </details>
      ))}
      <Ecarts />
      <CeSite editeur={editeur} />
      {sources.length > 0 && <Citation titre="À propos" permalien={canonique} sources={sources} vuLe={vuLe} />}
    </div>
  )
}

function Programme() {
  return (
    <>
      <h2 id="programme">Qu’est-ce qu’un conseiller numérique ?</h2>
      <p>
        Un conseiller numérique aide les personnes à se servir de leur téléphone, de leur ordinateur et d’internet. Il
        est employé par une mairie, un département, une association… L’État verse une aide à l’employeur. Les premiers
        postes ont été validés en 2021.
      </p>
      <p>
        Il s’appelait d’abord « Conseiller numérique France services ». C’est un autre réseau que les France services,
        où l’on est aidé pour les démarches de l’État et de ses partenaires.
      </p>
    </>
  )
}

function Ecarts() {
  return (
    <>
      <h2 id="ecarts">Pourquoi ces chiffres ne sont-ils pas les mêmes ?</h2>
      <ul>
        <li>
          <strong>Les postes.</strong> 4 000 est le nombre de postes du programme, selon la pétition et selon le Sénat.
          2 800 est, selon le Sénat, le nombre de postes encore cofinancés à la fin de 2025. Les postes validés de ce
          site sont ceux d’un fichier, à sa date.
        </li>
        <li>
          <strong>Le budget de 2025.</strong> 42 M€ selon la pétition. 41,8 M€ selon un amendement du Sénat, pour les
          conseillers. 49 M€ selon un autre, pour toute l’action « Inclusion numérique ».
        </li>
        <li>
          <strong>Le total depuis le début.</strong> 300 M€ selon la pétition, près de 390 M€ selon le Sénat.
        </li>
        <li>
          <strong>Les personnes aidées.</strong> Une source compte des personnes, une autre des accompagnements. La même
          personne peut venir plusieurs fois.
        </li>
      </ul>
    </>
  )
}

function CeSite({ editeur }: { editeur: string | null }) {
  return (
    <>
      <h2 id="ce-site">Qui fait ce site ?</h2>
      <p>
        Ce site n’est pas un site de l’État. Il est indépendant. Il réutilise des données publiques ouvertes.{' '}
        {editeur === null ? 'Cette copie ne dit pas qui la publie' : `Il est publié par ${editeur}`} : voir les{' '}
        <a href="/mentions-legales">mentions légales</a>.
      </p>
      <p>
        Comment ses chiffres sont faits : voir la <a href="/methode">méthode</a>.
      </p>
    </>
  )
}
