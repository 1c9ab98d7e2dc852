import { type Filters, writeFilters } from '#app/domain/filters.ts'
import { ChampRecherche } from './champ-recherche.tsx'
import { Choix, Groupe, type Option } from './choix.tsx'
import { Couches } from './couches.tsx'

type Facettes = { departement: Option[]; ruralite: Option[]; densite: Option[]; frr: Option; couche: Option | null }
type Props = { filters: Filters; facettes: Facettes; ruraliteEstimee: boolean }

const DANS_LE_FORMULAIRE = ['q', 'departement', 'ruralite', 'densite', 'frr', 'couche', 'page']

/** The filters, as a form that any browser can send; the answer opens at what it found. */
export function Formulaire({ filters, facettes, ruraliteEstimee }: Props) {
  const estimation = ruraliteEstimee ? 'estimation d’après la population' : null
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
        <ChampRecherche q={filters.q} />
        <Departements options={facettes.departement} />
        <div className="groupe-ligne">
          <Groupe legende="Type de commune" nom="ruralite" options={facettes.ruralite} precision={estimation} />
        </div>
        <Precision facettes={facettes} estimation={estimation} />
        <Couches option={facettes.couche} />
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

function Departements({ options }: { options: Option[] }) {
  const metropole = options.filter(({ valeur }) => valeur.length === 2)
  const outreMer = options.filter(({ valeur }) => valeur.length === 3)
  return (
    <details className="pli pli-departement" id="f-departements">
      <summary>Département{nombreChoisi(options)}</summary>
      <div className="pli-contenu defile">
        <Groupe legende="France métropolitaine" nom="departement" options={metropole} />
        <Groupe legende="Outre-mer" nom="departement" options={outreMer} />
      </div>
    </details>
  )
}

function Precision({ facettes, estimation }: { facettes: Facettes; estimation: string | null }) {
  return (
    <details className="pli pli-precision" id="f-precision">
      <summary>Plus de précision{nombreChoisi([...facettes.densite, facettes.frr])}</summary>
      <div className="pli-contenu">
        <Groupe
          legende="Densité de la commune, en sept niveaux"
          nom="densite"
          options={facettes.densite}
          precision={estimation}
        />
        <fieldset className="groupe">
          <legend>Zonage</legend>
          <Choix nom="frr" option={facettes.frr} />
        </fieldset>
      </div>
    </details>
  )
}

function nombreChoisi(options: Option[]): string {
  const nombre = options.filter(({ choisi }) => choisi).length
  if (nombre === 0) return ''
  return nombre === 1 ? ' : 1 choisi' : ` : ${nombre} choisis`
}

// What the form has no field for goes on from one search to the next.
function autres(filters: Filters): [string, string][] {
  return [...writeFilters(filters)].filter(([nom]) => !DANS_LE_FORMULAIRE.includes(nom))
}
