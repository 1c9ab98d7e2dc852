import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Citation } from '#app/components/citation.tsx'
import { Erreurs } from '#app/components/erreurs.tsx'
import { metadonnees, titreAvecErreur } from '#app/components/metadonnees.ts'
import { Tableau } from '#app/components/tableau.tsx'
import { phrasesAbsents } from '#app/domain/chiffres/fichier-absent.ts'
import { formatValeur } from '#app/domain/chiffres/tableau.ts'
import type { Chiffres } from '#app/domain/couverture/comptes.ts'
import { aujourdhui } from '#app/domain/texte/date.ts'
import { compte, formatDate } from '#app/domain/texte/format.ts'
import { SOURCES_TOUTES, sourcesDes } from '#app/pages/commun/territoires.server.ts'
import feuille from '#app/styles/feuilles/figures.css?url'
import { fichiersAbsents, postesSource } from '#db/sources.server.ts'
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
    postesAu: postesSource(db)?.date ?? null,
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
  const { region, trier, errors, national, postesAu, regions, absents, tableaux, sources, canonique, vuLe } =
    useLoaderData<typeof loader>()
  const query = (changes: { trier?: string }) => queryDepartements({ region, trier, ...changes })
  return (
    <div className="largeur page-territoire">
      <h1>{TITRE}</h1>
      <p className="chapeau">{chapeauOf(national, absents.includes('lieux'), postesAu)}</p>
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
      <Citation titre={TITRE} permalien={`${canonique}${query({})}`} sources={sources} vuLe={vuLe} />
    </div>
  )
}

/** What France has, in a sentence: a file that is missing says nothing. */
function chapeauOf(national: National, sansLieux: boolean, postesAu: string | null): string {
  const { lieux, 'lieux-10000': taux, postes } = national
  const rapport = taux === null ? '' : `, soit ${formatValeur('taux', taux)} pour 10\u00A0000 habitants`
  const phrases = [
    sansLieux ? '' : `la France compte ${compte(lieux, 'lieu d’accueil connu', 'lieux d’accueil connus')}${rapport}`,
    postesAu === null ? '' : `${compte(postes, 'poste est validé', 'postes sont validés')} au ${formatDate(postesAu)}`,
  ].filter((phrase) => phrase !== '')
  const debut = phrases.join(' ; ')
  const dit = debut === '' ? '' : `${debut.charAt(0).toUpperCase()}${debut.slice(1)}. `
  return `${dit}Voici chaque département et chaque territoire.`
}
