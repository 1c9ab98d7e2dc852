import type { ReactNode } from 'react'
import { hrefAccueil } from '#app/components/liens.ts'
import { type LieuListe, LieuResume } from '#app/components/lieu-resume.tsx'
import { Pagination } from '#app/components/pagination.tsx'
import type { Autour } from '#app/domain/distance/autour.ts'
import { emptyFilters, type Filters, rayonDit, writeFilters } from '#app/domain/filters.ts'
import { duDepartement } from '#app/domain/territoires/departement-nom.ts'
import { formatNombre } from '#app/domain/texte/format.ts'
import { AutreReseau, type AutreReseauDit } from './autre-reseau.tsx'
import { FichiersDeLaListe } from './fichiers-liste.tsx'
import { type Incertains, LieuxIncertains } from './incertains.tsx'
import { FranceServicesPourDemarche, type PourDemarche } from './pour-demarche.tsx'
import { type SansLieu, SansLieuConnu } from './sans-lieu.tsx'

type Props = {
  filters: Filters
  recherche: string
  pages: number
  lieux: LieuListe[]
  /** The layers of places, each with its cards of this page, when it is asked for. */
  reseaux: (AutreReseauDit & { liste: LieuListe[] })[]
  sansLieu: SansLieu
  incertains: Incertains
  /** When no place is within the radius: the nearest beyond, and the radius that would hold one; `cache`: there may be one, by where one is. */
  auDela: { lieux: LieuListe[]; incertains: boolean; rayon: number | null; terre: Terre | null; cache: boolean } | null
  /** What a script needs to rank the list of a cell around who is there (app/islands/autour.ts); null elsewhere. */
  autour: Autour | null
  /** For a need that France services answer too. */
  pourDemarche: PourDemarche | null
  /** When there is no place: what each filter to remove would give. */
  issues: { label: string; search: string; nombre: number }[]
  maintenant: Date
  /** The text of the search was not understood, and nothing bears its words: the list says nothing. */
  muette: boolean
}

/** So many of the nearest are shown where they are not the list. */
const PROCHES = 3

/** The department where one is, when none of its land has a place that suits. */
type Terre = { code: string; nom: string }

/** The places of one page, then those of other networks if asked for, then the employers without a known place, each with its own count. */
export function Liste(props: Props) {
  const { filters, recherche, pages, lieux, reseaux, sansLieu, incertains, issues, auDela, muette } = props
  const dernierDesLieux = filters.page === incertains.page
  if (muette) return <section className="vue-liste" data-region="liste" id="region-liste" hidden />
  return (
    <section
      className="vue-liste"
      aria-labelledby="liste"
      data-region="liste"
      id="region-liste"
      data-autour={props.autour ? JSON.stringify(props.autour) : undefined}
    >
      <a className="evitement" href="#carte">
        Aller à la carte
      </a>
      {/* On its first page the sentence says it; a screen reader still needs the level. */}
      <h2 className={filters.page > 1 ? 'liste-titre' : 'invisible'} id="liste" tabIndex={-1}>
        Lieux d’accueil
        {pages > 1 && ` : page ${filters.page} sur ${pages}`}
      </h2>
      <Fiches {...props} lieux={lieux} id="fiches-lieux" />
      {filters.page === 1 && (
        <FranceServicesPourDemarche pour={props.pourDemarche}>
          <Fiches {...props} lieux={props.pourDemarche?.proches ?? []} seules={PROCHES} />
        </FranceServicesPourDemarche>
      )}
      {auDela && auDela.lieux.length > 0 && (
        <AuDela filters={filters} {...auDela} nombre={auDela.lieux.length}>
          <Fiches {...props} lieux={auDela.lieux} seules={PROCHES} />
        </AuDela>
      )}
      {auDela?.terre && <TerreSansLieu terre={auDela.terre} filtree={issues.length > 1} />}
      {lieux.length === 0 && dernierDesLieux && incertains.total === 0 && !auDela?.terre && <Vide issues={issues} />}
      <LieuxIncertains filters={filters} incertains={incertains}>
        <Fiches {...props} lieux={incertains.liste} />
      </LieuxIncertains>
      {reseaux.map(({ liste, ...dit }) => (
        <AutreReseau
          key={dit.couche}
          filters={filters}
          dit={dit}
          aucunLieu={lieux.length === 0 && dernierDesLieux}
          ici={liste.length}
        >
          <Fiches {...props} lieux={liste} />
        </AutreReseau>
      ))}
      {props.autour && (
        <p
          className="discret"
          hidden
          data-moi="Votre position reste dans votre appareil. L’adresse de cette page ne dit que votre secteur : vous pouvez l’envoyer."
        />
      )}
      <SansLieuConnu filters={filters} recherche={recherche} sansLieu={sansLieu} />
      <Integrer filters={filters} />
      <Pagination page={filters.page} pages={pages} hrefOf={(page) => hrefAccueil({ ...filters, page })} />
      {lieux.length > 0 && <FichiersDeLaListe filters={filters} />}
    </section>
  )
}

/** The same list and map, within another site; where someone is, and what they typed, are not taken there. */
function Integrer({ filters }: { filters: Filters }) {
  const { q, lat, lon, cellule, page, vue } = emptyFilters()
  const search = writeFilters({ ...filters, q, lat, lon, cellule, page, vue })
  return (
    <p className="ecran">
      <a href={search.size === 0 ? '/integrer' : `/integrer?${search}`}>Intégrer cette liste à votre site</a>
    </p>
  )
}

/** `seules`: so many are shown, of which a cell's middle is not who knows the nearest. */
function Fiches({ lieux, recherche, maintenant, id, seules }: Props & { id?: string; seules?: number }) {
  if (lieux.length === 0) return null
  return (
    <ul className="fiches" id={id} data-seules={seules}>
      {lieux.map((lieu, rang) => (
        <LieuResume
          key={lieu.numero}
          lieu={lieu}
          recherche={recherche}
          maintenant={maintenant}
          cachee={seules !== undefined && rang >= seules}
        />
      ))}
    </ul>
  )
}

type AuDelaProps = {
  filters: Filters
  rayon: number | null
  incertains: boolean
  nombre: number
  cache: boolean
  children: ReactNode
}

function AuDela({ filters, rayon, incertains, nombre, cache, children }: AuDelaProps) {
  return (
    <div className="au-dela" id="au-dela" hidden={cache}>
      <p>
        Aucun lieu à moins de {cache ? `${filters.rayon} km` : rayonDit(filters)}.{' '}
        {nombre > 1 ? 'Voici les plus proches' : 'Voici le plus proche'}
        {incertains ? ' : les lieux ne le précisent pas, appelez.' : '.'}
      </p>
      {rayon !== null && (
        <p>
          <a href={hrefAccueil({ ...filters, rayon, page: 1 })}>Chercher jusqu’à {rayon} km</a>
        </p>
      )}
      {children}
    </div>
  )
}

function TerreSansLieu({ terre, filtree }: { terre: Terre; filtree: boolean }) {
  return (
    <div className="au-dela">
      <p>
        Cet annuaire ne connaît aucun lieu d’accueil {duDepartement(terre)}
        {filtree && ' qui réponde à ces filtres'} : les plus proches sont de l’autre côté de la mer.
      </p>
      <p>
        <a href={`/departements/${terre.code}`}>Ce qu’il en connaît : {terre.nom}</a>
      </p>
    </div>
  )
}

function Vide({ issues }: { issues: Props['issues'] }) {
  return (
    <div className="vide">
      <p>Aucun lieu d’accueil ne correspond à tous ces filtres.</p>
      {issues.length > 0 && (
        <ul>
          {issues.map(({ label, search, nombre }) => (
            <li key={label}>
              <a href={`/${search}`}>Retirer « {label} »</a> :{' '}
              {nombre === 0 ? 'toujours aucun lieu' : nombre === 1 ? '1 lieu' : `${formatNombre(nombre)} lieux`}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
