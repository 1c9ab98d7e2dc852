import { hrefAccueil } from '#app/components/liens.ts'
import { isAround } from '#app/domain/filters/proches.ts'
import { RAYONS } from '#app/domain/filters/table.ts'
import type { Filters } from '#app/domain/filters.ts'

/** How far "near" goes. */
export function Rayons({ filters }: { filters: Filters }) {
  if (!isAround(filters)) return null
  return (
    <nav className="rayons" aria-label="Distance">
      <span aria-hidden="true">Distance : </span>
      <ul>
        {RAYONS.map((rayon) => (
          <li key={rayon}>
            <a
              href={hrefAccueil({ ...filters, rayon, page: 1 })}
              aria-current={rayon === filters.rayon ? 'true' : undefined}
            >
              {`${rayon} km`}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
