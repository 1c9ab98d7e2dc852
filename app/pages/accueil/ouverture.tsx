import { useRouteLoaderData } from '@remix-run/react'
import { Icone } from '#app/components/icones.tsx'
import { hrefAccueil } from '#app/components/liens.ts'
import type { Filters } from '#app/domain/filters.ts'
import { compte } from '#app/domain/texte/format.ts'
import type { loader as racine } from '#app/root.tsx'
import { Carte } from './carte.tsx'
import { type Facettes, Formulaire } from './formulaire.tsx'
import type { RegionOuverte } from './ouverture.server.ts'

type Props = {
  filters: Filters
  facettes: Facettes
  /** How many places are known, and at what date. */
  titre: string
  regions: RegionOuverte[]
  carte: Parameters<typeof Carte>[0]
}

/** France at a glance: where one types, what an advisor does, every place on the map, the regions with their counts. */
export function Ouverture({ filters, facettes, titre, regions, carte }: Props) {
  const { ruraliteEstimee = false } = useRouteLoaderData<typeof racine>('root') ?? {}
  return (
    <div className="largeur ouverture">
      <div className="ouverture-tete">
        <h1>Trouver un conseiller numérique</h1>
        <p className="chapeau">
          Il vous aide avec l’ordinateur, le téléphone, internet et les démarches en ligne. C’est gratuit, en face à
          face.
        </p>
      </div>
      <Formulaire filters={filters} libelle="" facettes={facettes} ruraliteEstimee={ruraliteEstimee} plie={null} />
      <div className="ouverture-vues">
        <section className="regions" aria-labelledby="regions">
          <h2 id="regions">{titre}</h2>
          <ul>
            {regions.map((region) => (
              <Region key={region.nom} region={region} filters={filters} />
            ))}
          </ul>
          <p className="regions-tout">
            <a href={hrefAccueil({ ...filters, vue: 'liste' })}>Voir toute la liste</a>
            <a className="voir-carte" href={hrefAccueil({ ...filters, vue: 'carte' })}>
              <Icone nom="carte" />
              Voir la carte
            </a>
          </p>
        </section>
        <Carte {...carte} />
      </div>
    </div>
  )
}

function Region({ region: { nom, nombre, departements }, filters }: { region: RegionOuverte; filters: Filters }) {
  const codes = departements.map(({ code }) => code)
  return (
    <li>
      <details className="region">
        <summary>
          <span>{nom}</span> <span className="region-nombre">{compte(nombre, 'lieu', 'lieux')}</span>
        </summary>
        <ul>
          {departements.map(({ code, nom, nombre }) => (
            <li key={code}>
              <a href={hrefAccueil({ ...filters, departement: [code] })}>
                <span>
                  {nom} <span className="discret">({code})</span>
                </span>{' '}
                <span className="region-nombre">
                  {nombre === 0 ? 'aucun lieu connu' : compte(nombre, 'lieu', 'lieux')}
                </span>
              </a>
            </li>
          ))}
          {departements.length > 1 && nombre > 0 && (
            <li>
              <a href={hrefAccueil({ ...filters, departement: codes })}>{`Toute la région : ${nom}`}</a>
            </li>
          )}
        </ul>
      </details>
    </li>
  )
}
