import { useRouteLoaderData } from '@remix-run/react'
import { Erreurs } from '#app/components/erreurs.tsx'
import { Icone } from '#app/components/icones.tsx'
import { hrefAccueil } from '#app/components/liens.ts'
import type { Filters } from '#app/domain/filters.ts'
import { voirLieux } from '#app/domain/texte/format.ts'
import { Carte } from '#app/pages/accueil/carte.tsx'
import { FiltresActifs } from '#app/pages/accueil/filtres-actifs.tsx'
import { Formulaire } from '#app/pages/accueil/formulaire.tsx'
import { Liste } from '#app/pages/accueil/liste.tsx'
import { JourDeLaListe, SourcesDeLaListe } from '#app/pages/accueil/papier-liste.tsx'
import type { loader as racine } from '#app/root.tsx'

type Props = Parameters<typeof Liste>[0] &
  Parameters<typeof FiltresActifs>[0] & {
    errors: Parameters<typeof Erreurs>[0]['errors']
    facettes: Parameters<typeof Formulaire>[0]['facettes']
    carte: Parameters<typeof Carte>[0]
    ou: { libelle: string }
    plie: string
    total: number
    /** Where the list of today is. */
    adresse: string
  }

/** What suits what is asked: the sentence that counts, the list and the map, of one selection. */
export function Resultats({ carte, errors, facettes, plie, adresse, ...liste }: Props) {
  const { ruraliteEstimee = false, sources = [] } = useRouteLoaderData<typeof racine>('root') ?? {}
  const { filters } = liste
  return (
    <div className="largeur resultats">
      <JourDeLaListe maintenant={liste.maintenant} />
      <Erreurs errors={errors} />
      <Formulaire
        filters={filters}
        libelle={liste.ou.libelle}
        facettes={facettes}
        ruraliteEstimee={ruraliteEstimee}
        plie={errors.length > 0 ? null : plie}
      />
      <div className={`deux-vues montre-${filters.vue ?? 'liste'}`} id="vues">
        <FiltresActifs {...liste} />
        <Vues filters={filters} total={liste.total} muette={liste.muette} />
        <Liste {...liste} />
        <Carte {...carte} />
      </div>
      <SourcesDeLaListe sources={sources} adresse={adresse} />
    </div>
  )
}

/**
 * On a phone, the list or the map: the link to the other one stays in sight, and says what is there. A wide screen
 * shows both and hides these links. Where the list says nothing, there is nothing to go from one to the other of.
 */
function Vues({ filters, total, muette }: { filters: Filters; total: number; muette: boolean }) {
  const vue = filters.vue ?? 'liste'
  return (
    <nav className="onglets" aria-label="Affichage" data-region="onglets" id="onglets" hidden={muette}>
      <ul>
        <li>
          <a
            href={hrefAccueil({ ...filters, vue: 'liste' })}
            data-vue="liste"
            aria-current={vue === 'liste' ? 'page' : undefined}
          >
            {voirLieux(total)}
          </a>
        </li>
        <li>
          <a
            href={hrefAccueil({ ...filters, vue: 'carte' })}
            data-vue="carte"
            aria-current={vue === 'carte' ? 'page' : undefined}
          >
            <Icone nom="carte" />
            Carte
          </a>
        </li>
      </ul>
    </nav>
  )
}
