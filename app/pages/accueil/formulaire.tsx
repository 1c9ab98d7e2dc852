import { ChampRecherche } from '#app/components/champ-recherche.tsx'
import { Icone } from '#app/components/icones.tsx'
import { type Filters, writeFilters } from '#app/domain/filters.ts'
import { Groupe, type Option } from '#app/pages/accueil/choix.tsx'
import { FiltreOffre, type OffreOptions } from './filtres/offre.tsx'
import { nombreChoisi, Pli } from './filtres/pli.tsx'
import { FiltreQuand } from './filtres/quand.tsx'
import { FiltreCommune, FiltreDepartement, FiltreEmployeur } from './filtres/territoire.tsx'

export type Facettes = OffreOptions &
  Record<'departement' | 'ruralite' | 'densite' | 'employeur', Option[]> &
  Record<'frr' | 'zrr' | 'qpv', Option | null> & { couches: Option[] }
type Props = {
  filters: Filters
  libelle: string
  facettes: Facettes
  ruraliteEstimee: boolean
  /** Where one is, in a few words: on a phone the form is that line until one wants to change. Null: always whole. */
  plie: string | null
}

/** Where first; then the filters, folded. A form that any browser can send; the answer opens at what it found. */
export function Formulaire({ filters, libelle, facettes, ruraliteEstimee, plie }: Props) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> is unknown to the screen readers of older phones
    <form
      className={plie === null ? 'filtres' : 'filtres filtres-plies'}
      id="chercher"
      action="/#resume"
      method="get"
      role="search"
      aria-label="Filtrer les lieux"
      data-island="filtres"
    >
      <div data-region="filtres" id="filtres-champs">
        {plie !== null && (
          <a className="changer" href="#chercher" data-changer>
            <Icone nom="loupe" />
            <span>
              <span data-moi={filters.cellule === null ? undefined : 'Autour de vous'}>{plie}</span> ·{' '}
              <span className="changer-mot">changer</span>
            </span>
          </a>
        )}
        <div className="filtres-corps">
          <ChampRecherche q={filters.q || libelle}>
            <AutourDeMoi />
          </ChampRecherche>
          <details className="pli filtrer" id="f-filtrer">
            <summary>Filtrer les lieux</summary>
            <div className="plis">
              <FiltreDepartement facettes={facettes} />
              <FiltreCommune facettes={facettes} estimee={ruraliteEstimee} />
              <FiltreQuand ouvert={filters.ouvert} />
              <FiltreOffre offre={facettes} />
              <FiltreEmployeur facettes={facettes} />
              <Couches options={facettes.couches} />
            </div>
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
      </div>
    </form>
  )
}

/** What the form has no field for: it goes on from one search to the next. */
const SANS_CHAMP = ['commune', 'lat', 'lon', 'cellule', 'rayon', 'tri', 'vue']

function autres(filters: Filters): [string, string][] {
  return [...writeFilters(filters)].filter(([nom]) => SANS_CHAMP.includes(nom))
}

/** What may be shown beside the places: counted apart, never among them. */
function Couches({ options }: { options: Option[] }) {
  if (options.length === 0) return null
  return (
    <Pli id="f-couches" titre={`Autres adresses${nombreChoisi(options)}`}>
      <Groupe legende="À côté des lieux d’accueil" nom="couche" options={options} precision="comptés à part" />
    </Pli>
  )
}

/**
 * "Autour de moi": shown once a script can ask the browser for the position, and only asks on a click
 * (app/islands/position.ts). What goes wrong is said beside it.
 */
function AutourDeMoi() {
  return (
    <>
      <button type="button" className="bouton-second position" data-position data-island="position">
        <Icone nom="viseur" />
        Autour de moi
      </button>
      <p className="position-message" id="position-message" role="status" />
    </>
  )
}
