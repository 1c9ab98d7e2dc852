import { hrefAccueil } from '#app/components/liens.ts'
import type { Filters } from '#app/domain/filters.ts'

const VUES = [
  { vue: 'liste', nom: 'Liste' },
  { vue: 'carte', nom: 'Carte' },
] as const

/** On a phone, the list or the map; the list first. A wide screen shows both and hides these links. */
export function Vues({ filters }: { filters: Filters }) {
  return (
    <nav className="onglets" aria-label="Affichage" data-region="onglets" id="onglets">
      <ul>
        {VUES.map(({ vue, nom }) => (
          <li key={vue}>
            <a href={hrefAccueil({ ...filters, vue })} aria-current={filters.vue === vue ? 'page' : undefined}>
              {nom}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
