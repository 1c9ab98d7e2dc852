import { ChampRecherche } from '#app/components/champ-recherche.tsx'
import { type Filters, writeFilters } from '#app/domain/filters.ts'
import type { Option } from './choix.tsx'
import { Couches } from './couches.tsx'
import { FiltreOffre, type OffreOptions } from './filtres/offre.tsx'
import { FiltreQuand } from './filtres/quand.tsx'
import { FiltreCommune, FiltreDepartement, FiltreEmployeur } from './filtres/territoire.tsx'
import { AutourDeMoi } from './position.tsx'

export type Facettes = OffreOptions &
  Record<'departement' | 'ruralite' | 'densite' | 'employeur', Option[]> &
  Record<'frr' | 'zrr' | 'qpv', Option> & { couche: Option | null }
type Props = { filters: Filters; facettes: Facettes; ruraliteEstimee: boolean }

/** Where first; then the filters, folded. A form that any browser can send; the answer opens at what it found. */
export function Formulaire({ filters, facettes, ruraliteEstimee }: Props) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> is unknown to the screen readers of older phones
    <form
      className="filtres"
      action="/#resume"
      method="get"
      role="search"
      aria-label="Filtrer les lieux"
      data-island="filtres"
    >
      <div data-region="filtres" id="filtres-champs">
        <ChampRecherche q={filters.q}>
          <AutourDeMoi />
        </ChampRecherche>
        <details className="pli filtrer" id="f-filtrer">
          <summary>Filtrer les lieux</summary>
          <div className="plis">
            <FiltreDepartement options={facettes.departement} />
            <FiltreCommune facettes={facettes} estimee={ruraliteEstimee} />
            <FiltreQuand ouvert={filters.ouvert} />
            <FiltreOffre offre={facettes} />
            <FiltreEmployeur facettes={facettes} />
          </div>
          <Couches option={facettes.couche} />
        </details>
        <div hidden>
          {autres(filters).map(([nom, valeur]) => (
            <input key={`${nom}=${valeur}`} type="hidden" name={nom} value={valeur} />
          ))}
        </div>
        <button type="submit" className="bouton">
          Afficher les lieux
        </button>
      </div>
    </form>
  )
}

/** What the form has no field for: it goes on from one search to the next. */
const SANS_CHAMP = ['commune', 'lat', 'lon', 'rayon', 'tri', 'vue']

function autres(filters: Filters): [string, string][] {
  return [...writeFilters(filters)].filter(([nom]) => SANS_CHAMP.includes(nom))
}
