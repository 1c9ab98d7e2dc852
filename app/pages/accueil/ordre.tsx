import { hrefAccueil } from '#app/components/liens.ts'
import { isAround } from '#app/domain/filters/proches.ts'
import type { Filters } from '#app/domain/filters.ts'

type Tri = NonNullable<Filters['tri']>
const NOMS: Record<Tri, string> = { distance: 'distance', commune: 'commune', nom: 'nom', maj: 'mise à jour' }

/** The orders of the list, the one in force said. Near a place the nearest come first; elsewhere, by commune. */
export function Ordre({ filters }: { filters: Filters }) {
  const near = isAround(filters)
  const usual: Tri = near ? 'distance' : 'commune'
  const current = filters.tri === null || (filters.tri === 'distance' && !near) ? usual : filters.tri
  const offered = (Object.keys(NOMS) as Tri[]).filter((tri) => near || tri !== 'distance')
  return (
    <nav className="ordre" aria-label="Ordre de la liste">
      <span aria-hidden="true">Classer par </span>
      <ul>
        {offered.map((tri) => (
          <li key={tri}>
            <a
              href={hrefAccueil({ ...filters, tri: tri === usual ? null : tri, page: 1 })}
              aria-current={tri === current ? 'true' : undefined}
            >
              {NOMS[tri]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
