import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Anciennete } from '#app/components/anciennete.tsx'
import { Citation } from '#app/components/citation.tsx'
import { Erreurs } from '#app/components/erreurs.tsx'
import { metadonnees, titreAvecErreur } from '#app/components/metadonnees.ts'
import { AvecSources, SourcesDeLaPage } from '#app/components/sources-page.tsx'
import { Tableau } from '#app/components/tableau.tsx'
import { type Dates, lieuxConnus, postesValides } from '#app/domain/chiffres/dates.ts'
import { phrasesAbsents } from '#app/domain/chiffres/fichier-absent.ts'
import { formatValeur } from '#app/domain/chiffres/tableau.ts'
import type { Chiffres } from '#app/domain/couverture/comptes.ts'
import { phraseSitues } from '#app/domain/couverture/phrases.ts'
import { aujourdhui } from '#app/domain/texte/date.ts'
import { upperFirst } from '#app/domain/texte/format.ts'
import { SOURCES_TOUTES, sourcesDes } from '#app/pages/commun/territoires.server.ts'
import feuille from '#app/styles/feuilles/figures.css?url'
import { datesOf, fichiersAbsents } from '#db/sources.server.ts'
import { chiffresEnsemble } from '#db/territoires.server.ts'
import { readDepartements, regionsOf, tableauxDesDepartements } from './departements.server.ts'
import { queryDepartements } from './parametres.ts'

export const handle = { islands: true, feuille }

type National = Pick<Chiffres, 'lieux' | 'lieux-10000' | 'postes'>

const TITRE = 'Les conseillers numériques par département'

export function loader({ request, context: { db, publicUrl } }: LoaderFunctionArgs) {
  const { region, trier, errors } = readDepartements(db, new URL(request.url).searchParams)
  const page = {
    region,
    trier,
    errors,
    national: chiffresEnsemble(db),
    dates: datesOf(db),
    situes: phraseSitues(chiffresEnsemble(db), datesOf(db)),
    regions: regionsOf(db),
    absents: fichiersAbsents(db),
    tableaux: tableauxDesDepartements(db, region),
    sources: sourcesDes(db, SOURCES_TOUTES),
    canonique: `${publicUrl}/departements`,
    vuLe: aujourdhui(),
  }
  return data(page, { status: errors.length > 0 ? 400 : 200 })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  page === undefined
    ? []
    : metadonnees({
        titre: titreAvecErreur(page.errors, 'Choix non valable', TITRE),
        description:
          'Lieux d’accueil, postes validés et employeurs par département et par région, rapportés aux habitants.',
        canonique: page.canonique,
      })

export default function Departements() {
  const { region, trier, errors, national, dates, situes, regions, absents, tableaux, sources, canonique, vuLe } =
    useLoaderData<typeof loader>()
  const query = (changes: { trier?: string }) => queryDepartements({ region, trier, ...changes })
  return (
    <AvecSources sources={sources}>
      <div className="largeur page-territoire">
        <h1>{TITRE}</h1>
        <Anciennete />
        <p className="chapeau">{chapeauOf(national, dates)}</p>
        {situes && <p>{situes}</p>}
        {absents.length > 0 && <p className="alerte">{phrasesAbsents(absents).join(' ')}</p>}
        <Erreurs errors={errors} />
        <form className="choix-region" action="/departements">
          <label htmlFor="region">Région</label>
          <select id="region" name="region" className="champ-liste" defaultValue={region ?? ''}>
            <option value="">Toutes les régions</option>
            {regions.map((nom) => (
              <option key={nom}>{nom}</option>
            ))}
          </select>
          {trier && <input type="hidden" name="trier" value={trier} />}
          <button type="submit" className="bouton-second">
            Afficher
          </button>
        </form>
        {tableaux.map((tableau, rang) => (
          <Tableau
            key={tableau.id}
            tableau={tableau}
            trier={trier}
            hrefTri={rang === 0 ? (ordre) => `/departements${query({ trier: ordre })}#departements` : undefined}
            hrefFichier={(extension) => `/departements/fichier/${tableau.id}.${extension}${query({})}`}
          />
        ))}
        <SourcesDeLaPage sources={sources} />
        <Citation titre={TITRE} permalien={`${canonique}${query({})}`} sources={sources} vuLe={vuLe} />
      </div>
    </AvecSources>
  )
}

/** What France has, in a sentence: a file that is missing says nothing. */
function chapeauOf({ lieux, 'lieux-10000': taux, postes }: National, dates: Dates): string {
  const rapport = taux === null ? '' : `, soit ${formatValeur('taux', taux)} pour 10 000 habitants`
  const phrases = [
    dates.structures === null ? '' : `la France compte ${postesValides(postes, dates)}`,
    dates.lieux === null ? '' : `${lieuxConnus(lieux, dates)}${rapport}`,
  ].filter((phrase) => phrase !== '')
  return `${phrases.length === 0 ? '' : `${upperFirst(phrases.join(' ; '))}. `}Voici chaque département et chaque territoire.`
}
