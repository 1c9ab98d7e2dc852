import type { Filters } from '#app/domain/filters.ts'
import { hrefAccueil } from './liens.ts'

/** On a phone, the list or the map; the list first. A wide screen shows both and hides these links. */
export function Vues({ filters }: { filters: Filters }) {
  return (
    <nav className="onglets" aria-label="Affichage" data-region="onglets" id="onglets">
      <a href={hrefAccueil({ ...filters, vue: 'liste' })} aria-current={filters.vue === 'liste' ? 'page' : undefined}>
        Liste
      </a>
      <a href={hrefAccueil({ ...filters, vue: 'carte' })} aria-current={filters.vue === 'carte' ? 'page' : undefined}>
        Carte
      </a>
    </nav>
  )
}
