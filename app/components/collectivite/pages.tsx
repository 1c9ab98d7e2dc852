import type { Voir } from '#app/domain/collectivites.ts'

type Props = { chemin: string; voir: Voir | null; page: number; pages: number }

/** The pages of a long list, as links. */
export function Pages({ chemin, voir, page, pages }: Props) {
  if (pages < 2) return null
  const href = (numero: number) => `${chemin}?${new URLSearchParams({ ...(voir && { voir }), page: String(numero) })}`
  return (
    <nav className="pagination" aria-label="Pages de la liste">
      <ol>
        {Array.from({ length: pages }, (_, rang) => rang + 1).map((numero) => (
          <li key={numero}>
            <a href={href(numero)} aria-current={numero === page ? 'page' : undefined}>
              <span className="invisible">Page </span>
              {numero}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
