/** `ici`: within a frame, whose other links open elsewhere. */
type Props = { page: number; pages: number; hrefOf: (page: number) => string; ici?: boolean }

/** Links to the pages around this one, the first and the last. Nothing when there is one page. */
export function Pagination({ page, pages, hrefOf, ici }: Props) {
  if (pages < 2) return null
  const target = ici ? '_self' : undefined
  return (
    <nav className="pagination" aria-label="Pages de la liste">
      {page > 1 && (
        <a href={hrefOf(page - 1)} rel="prev" target={target}>
          Page précédente
        </a>
      )}
      <ol>
        {pagesAround(page, pages).map((numero) => (
          <li key={numero}>
            <a href={hrefOf(numero)} target={target} aria-current={numero === page ? 'page' : undefined}>
              {numero}
              {/* "3e page": what is seen begins the name. */}
              <span className="invisible">{numero === 1 ? 're' : 'e'} page</span>
            </a>
          </li>
        ))}
      </ol>
      {page < pages && (
        <a href={hrefOf(page + 1)} rel="next" target={target}>
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
