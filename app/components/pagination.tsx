import type { Filters } from '#app/domain/filters.ts'
import { hrefAccueil } from './liens.ts'

/** Links to the pages around this one, the first and the last. Nothing when there is one page. */
export function Pagination({ filters, pages }: { filters: Filters; pages: number }) {
  if (pages < 2) return null
  const { page } = filters
  const href = (numero: number) => hrefAccueil({ ...filters, page: numero })
  return (
    <nav className="pagination" aria-label="Pages de la liste">
      {page > 1 && (
        <a href={href(page - 1)} rel="prev">
          Page précédente
        </a>
      )}
      <ol>
        {pagesAround(page, pages).map((numero) => (
          <li key={numero}>
            <a href={href(numero)} aria-current={numero === page ? 'page' : undefined}>
              <span className="invisible">Page </span>
              {numero}
            </a>
          </li>
        ))}
      </ol>
      {page < pages && (
        <a href={href(page + 1)} rel="next">
          Page suivante
        </a>
      )}
    </nav>
  )
}

function pagesAround(page: number, pages: number): number[] {
  const candidates = [1, page - 1, page, page + 1, pages]
  return [...new Set(candidates)].filter((numero) => numero >= 1 && numero <= pages)
}
