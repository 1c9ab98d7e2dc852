import { RAYONS } from '#app/domain/filters/table.ts'
import type { Filters } from '#app/domain/filters.ts'
import { hrefAccueil } from './liens.ts'

export type Commune = { code: string; nom: string; codesPostaux: string; departementNom: string }

/** The communes that the text names, each leading to what is nearest to it: the text then has done its work. */
export function CommunesNommees({ filters, communes }: { filters: Filters; communes: Commune[] }) {
  if (communes.length === 0) return null
  return (
    <ul className="communes-nommees">
      {communes.map(({ code, nom, codesPostaux, departementNom }) => (
        <li key={code}>
          <a href={hrefAccueil({ ...filters, q: '', lat: null, lon: null, commune: code, page: 1 })}>
            {nom} ({codesPostaux.includes(' ') || codesPostaux === '' ? departementNom : codesPostaux}) : voir les lieux
            les plus proches
          </a>
        </li>
      ))}
    </ul>
  )
}

/** How far "near" goes. */
export function Rayons({ filters }: { filters: Filters }) {
  if (filters.commune === null && filters.lat === null) return null
  return (
    <nav className="rayons" aria-label="Distance">
      <span aria-hidden="true">Distance : </span>
      {RAYONS.map((rayon) => (
        <a
          key={rayon}
          href={hrefAccueil({ ...filters, rayon, page: 1 })}
          aria-current={rayon === filters.rayon ? 'true' : undefined}
        >
          {rayon} km
        </a>
      ))}
    </nav>
  )
}
