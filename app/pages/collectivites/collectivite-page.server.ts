import type { AppContext } from '#app/context.ts'
import { type RAPPORT, type TypeTerritoire, VOIRS } from '#app/domain/collectivites/vues.ts'
import type { ParamValues } from '#app/domain/parametres.ts'
import { differencesOf } from '#app/domain/rapport/doublons.ts'
import { aujourdhui } from '#app/domain/texte/date.ts'
import { SOURCES_LIEUX, SOURCES_POSTES, sourcesDes } from '#app/pages/commun/territoires.server.ts'
import type { TerritoireDeCollectivite } from '#db/collectivites/territoire.server.ts'
import { datesOf, postesSource } from '#db/sources.server.ts'
import { fichesOf, rapportOf } from './rapport.server.ts'

export const PAR_PAGE = 50

/** What a heading says of a code: "département 43". */
const GENRES: Record<TypeTerritoire, (code: string) => string> = {
  commune: (code) => `commune, code Insee ${code}`,
  epci: (code) => `intercommunalité, SIREN ${code}`,
  departement: (code) => `département ${code}`,
  structure: (code) => (/^\d{14}$/.test(code) ? `employeur ou lieu, SIRET ${code}` : `employeur, numéro ${code}`),
}

/** The page of the territory itself, where the public looks. */
const FICHES: Partial<Record<TypeTerritoire, string>> = {
  commune: '/communes/',
  departement: '/departements/',
  epci: '/epci/',
  structure: '/structures/',
}

/** All that the page of a territory shows: the counters, one page of the list asked, and what goes with it. */
export function pageCollectivite(
  { db, publicUrl }: AppContext,
  territoire: TerritoireDeCollectivite,
  { voir, page }: ParamValues<typeof RAPPORT>,
) {
  const { type, code, nom } = territoire
  const rapport = rapportOf(db, territoire, aujourdhui())
  const fiches = fichesOf(rapport.fiches, voir)
  const pages = Math.max(1, Math.ceil(fiches.length / PAR_PAGE))
  const ici = Math.min(page, pages)
  const shows = (part: typeof voir) => voir === part || voir === null
  const chemin = `/collectivites/${type}/${code}`
  const { compteurs, postes, lieux, sansTerritoire, rejetees } = rapport
  return {
    ...{ type, code, nom, genre: GENRES[type](code), voir, chemin, compteurs, postes, lieux, sansTerritoire },
    voirs: VOIRS.filter((one) => compteurs[one] > 0),
    titre: `${nom} : ce qui est publié, ce qui est à corriger`,
    fiche: hasFiche(type, code) ? `${FICHES[type]}${code}` : null,
    total: fiches.length,
    ...{ page: ici, pages },
    fiches: fiches.slice((ici - 1) * PAR_PAGE, ici * PAR_PAGE),
    doublons: shows('doublons')
      ? rapport.doublons.map(({ a, b, signes }) => ({
          a: nomme(a),
          b: nomme(b),
          signes,
          differences: differencesOf(a, b),
        }))
      : [],
    employeurs: shows('sans-lieu') ? rapport.employeurs.filter(({ lieux }) => voir === null || lieux === 0) : [],
    rejetees: shows('hors-carte') ? rejetees : [],
    employeursTous: rapport.employeurs.length,
    vide: rapport.fiches.length === 0 && rapport.employeurs.length === 0 && rejetees.length === 0,
    postesAu: postesSource(db)?.date ?? null,
    dates: datesOf(db),
    sources: sourcesDes(db, [...SOURCES_LIEUX, ...SOURCES_POSTES]),
    canonique: publicUrl + chemin,
    flux: `${publicUrl}/flux${chemin}.xml`,
    vuLe: aujourdhui(),
  }
}

// A SIREN alone has no page of its own.
function hasFiche(type: TypeTerritoire, code: string): boolean {
  return type in FICHES && !(type === 'structure' && /^\d{9}$/.test(code))
}

function nomme({ id, nom }: { id: string; nom: string }) {
  return { id, nom }
}
