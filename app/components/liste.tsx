import type { Filters } from '#app/domain/filters.ts'
import { formatNombre } from '#app/domain/format.ts'
import { type LieuListe, LieuResume } from './lieu-resume.tsx'
import { Pagination } from './pagination.tsx'
import { type SansLieu, SansLieuConnu } from './sans-lieu.tsx'

type Props = {
  filters: Filters
  recherche: string
  pages: number
  lieux: LieuListe[]
  sansLieu: SansLieu
  /** When there is no place: what each filter to remove would give. */
  issues: { label: string; search: string; nombre: number }[]
  ruraliteEstimee: boolean
  maintenant: Date
}

/** The places of one page, then the employers without a known place, each with its own count. */
export function Liste({ filters, recherche, pages, lieux, sansLieu, issues, ruraliteEstimee, maintenant }: Props) {
  return (
    <section className="vue-liste" aria-labelledby="liste" data-region="liste" id="region-liste">
      <a className="evitement" href="#carte">
        Aller à la carte
      </a>
      <h2 id="liste" tabIndex={-1}>
        Lieux d’accueil
        {pages > 1 && (
          <span className="page-courante">
            {' '}
            page {filters.page} sur {pages}
          </span>
        )}
      </h2>
      {lieux.length > 0 && (
        <ul className="fiches">
          {lieux.map((lieu) => (
            <LieuResume
              key={lieu.numero}
              lieu={lieu}
              recherche={recherche}
              estimee={ruraliteEstimee}
              maintenant={maintenant}
            />
          ))}
        </ul>
      )}
      {lieux.length === 0 && sansLieu.page === filters.page && <Vide issues={issues} />}
      <SansLieuConnu filters={filters} recherche={recherche} sansLieu={sansLieu} />
      <Pagination filters={filters} pages={pages} />
    </section>
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
