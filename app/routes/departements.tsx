import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Citation } from '#app/components/citation.tsx'
import { Erreurs } from '#app/components/erreurs.tsx'
import { metadonnees } from '#app/components/metadonnees.ts'
import { Tableau } from '#app/components/tableau.tsx'
import { formatDate, formatNombre } from '#app/domain/format.ts'
import { formatValeur } from '#app/domain/tableau.ts'
import { postesSource } from '#db/sources.server.ts'
import { chiffresEnsemble } from '#db/territoires.server.ts'
import feuille from '../styles/feuilles/figures.css?url'
import { regionsOf, tableauxDesDepartements } from './departements.server.ts'
import { readDemande } from './departements-demande.server.ts'
import { aujourdhui, SOURCES_TOUTES, sourcesDes } from './territoires.server.ts'

export const handle = { islands: true, feuille }

const TITRE = 'Les conseillers numériques par département'

export function loader({ request, context: { db, publicUrl } }: LoaderFunctionArgs) {
  const { region, trier, errors } = readDemande(db, new URL(request.url).searchParams)
  const { ruralites: _, ...national } = chiffresEnsemble(db)
  const page = {
    region,
    trier,
    errors,
    national,
    postesAu: postesSource(db)?.date ?? null,
    regions: regionsOf(db),
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
        titre: TITRE,
        description:
          'Lieux d’accueil, postes validés et employeurs par département et par région, rapportés aux habitants.',
        canonique: page.canonique,
      })

export default function Departements() {
  const { region, trier, errors, national, postesAu, regions, tableaux, sources, canonique, vuLe } =
    useLoaderData<typeof loader>()
  const query = (changes: Record<string, string | null>) => queryOf({ region, trier, ...changes })
  return (
    <div className="largeur page-territoire">
      <h1>{TITRE}</h1>
      <p className="chapeau">
        La France compte {formatNombre(national.lieux)} lieux d’accueil connus
        {national.lieux_pour_10000 !== null && (
          <>, soit {formatValeur('taux', national.lieux_pour_10000)} pour 10 000 habitants</>
        )}
        {postesAu && ` ; ${formatNombre(national.postes)} postes y sont validés au ${formatDate(postesAu)}`}. Voici
        chaque département et chaque territoire.
      </p>
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

function queryOf(params: Record<string, string | null>): string {
  const given = Object.entries(params).flatMap(([key, value]): [string, string][] => (value ? [[key, value]] : []))
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`
}
