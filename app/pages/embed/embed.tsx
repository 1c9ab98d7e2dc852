import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Erreurs } from '#app/components/erreurs.tsx'
import { hrefAccueil } from '#app/components/liens.ts'
import { type LieuListe, LieuResume } from '#app/components/lieu-resume.tsx'
import { metadonnees } from '#app/components/metadonnees.ts'
import { Pagination } from '#app/components/pagination.tsx'
import { FranceDessinee } from '#app/dessin/france-dessinee.tsx'
import { isFiltered, rayonDit } from '#app/domain/filters.ts'
import { readParams } from '#app/domain/parametres.ts'
import { phraseIncertains } from '#app/pages/accueil/incertains.tsx'
import { resultatsOf } from '#app/pages/accueil/resultats.server.ts'
import { readFilters } from '#app/pages/commun/filtres.server.ts'
import { sourcesDes } from '#app/pages/commun/territoires.server.ts'
import { feuilleOf } from './feuille.ts'
import { CADRE, hrefEmbed } from './parametres.ts'
import { Signature } from './signature.tsx'

export const handle = { islands: true, cadre: true, feuille: feuilleOf }

/** Cards of a frame: whoever wants more goes on to the next ones, or to the site, which lists the employers too. */
const EN_PAGES = { longueur: 10, sansEmployeurs: true }

/** The list and the map of any filter, to stand within the page of another site. */
export function loader({ request, context }: LoaderFunctionArgs) {
  const params = new URL(request.url).searchParams
  const { filters, errors: refused } = readFilters(context.db, params)
  const { values: cadre, errors: others } = readParams(CADRE, params)
  const errors = [...refused, ...others]
  const demande = { params, errors, compris: null, enPages: EN_PAGES }
  const { phrase, lieux, auDela, incertains, reseaux, pages, carte, maintenant, canonique, ...rest } = resultatsOf(
    context,
    filters,
    demande,
  )
  const page = {
    ...{ errors, cadre, phrase, lieux, auDela, incertains, reseaux, pages, maintenant, canonique },
    carte: { ile: carte.ile, dessin: carte.dessin, comptes: carte.comptes },
    filters: { ...filters, page: rest.filters.page },
    sources: sourcesDes(context.db, ['lieux', ...(filters.couche.includes('france-services') ? [FS] : [])]),
  }
  return data(page, { status: errors.length > 0 ? 400 : 200 })
}

const FS = 'france-services' as const

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  page === undefined
    ? []
    : metadonnees({
        titre: page.phrase,
        description: `${page.phrase} : adresse, téléphone, horaires.`,
        canonique: page.canonique,
        indexee: false,
      })

export default function Embed() {
  const page = useLoaderData<typeof loader>()
  const { filters, cadre } = page
  return (
    <div className="embed" data-island="cadre">
      <h1>{page.phrase}</h1>
      <Erreurs errors={page.errors} />
      {/* The script of the map looks for this name. */}
      <div className={`embed-${filters.vue ?? 'deux'}${isFiltered(filters) ? ' embed-ici' : ''}`} id="vues">
        {filters.vue !== 'carte' && (
          <div className="embed-liste">
            <Groupes {...page} />
            <Pagination
              page={filters.page}
              pages={page.pages}
              hrefOf={(numero) => hrefEmbed({ ...filters, page: numero }, cadre)}
              ici
            />
          </div>
        )}
        {filters.vue !== 'liste' && <Carte {...page.carte} seule={filters.vue === 'carte'} />}
      </div>
      <Signature
        sources={page.sources}
        href={hrefAccueil({ ...filters, vue: null, page: 1 })}
        mots="Voir sur le site"
      />
    </div>
  )
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>

/** The places that suit, else the nearest beyond; then those to call, and those of other networks, each said apart. */
function Groupes({ filters, lieux, auDela, incertains, reseaux, maintenant }: Page) {
  const fiches = { maintenant }
  return (
    <>
      <Fiches {...fiches} lieux={lieux} />
      {auDela && auDela.lieux.length > 0 && (
        <Fiches
          {...fiches}
          titre={`Aucun lieu à moins de ${rayonDit(filters)}. ${auDela.lieux.length > 1 ? 'Les plus proches' : 'Le plus proche'} :`}
          lieux={auDela.lieux}
        />
      )}
      {incertains.liste.length > 0 && (
        <Fiches {...fiches} titre={phraseIncertains(incertains)} lieux={incertains.liste} />
      )}
      {reseaux.map(({ couche, liste }) => (
        <Fiches {...fiches} key={couche} titre={TITRES[couche]} lieux={liste} />
      ))}
    </>
  )
}

const TITRES = {
  'france-services': 'France services, comptées à part',
  autres: 'Lieux d’autres réseaux, comptés à part',
}

function Fiches({ titre, lieux, maintenant }: { titre?: string; lieux: readonly LieuListe[]; maintenant: Date }) {
  if (lieux.length === 0) return null
  return (
    <section aria-label={titre ?? 'Lieux d’accueil'}>
      <h2 className={titre === undefined ? 'invisible' : undefined}>{titre ?? 'Lieux d’accueil'}</h2>
      <ul className="fiches">
        {lieux.map((lieu) => (
          <LieuResume key={lieu.numero} lieu={lieu} recherche="" maintenant={maintenant} />
        ))}
      </ul>
    </section>
  )
}

/** Drawn with its counts, then replaced in the same frame by the interactive one. */
function Carte({ ile, dessin, comptes, seule }: Page['carte'] & { seule: boolean }) {
  return (
    <section className={seule ? 'embed-carte embed-seule' : 'embed-carte'} aria-label="Carte">
      <div className="carte-cadre" data-island="carte" data-props={JSON.stringify(ile)}>
        <FranceDessinee dessin={dessin} comptes={comptes} />
      </div>
    </section>
  )
}
