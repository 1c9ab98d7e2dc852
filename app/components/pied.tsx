import type { SourceCitee } from '#app/domain/citations/source-citee.ts'
import { BASE_ADRESSE, CREDIT_ADRESSES } from '#app/domain/geocodage/geocodeur.ts'
import { formatDate } from '#app/domain/texte/format.ts'
import { useAge } from './anciennete.tsx'

/** A row of the list of files. */
export type SourceListee = SourceCitee & { id: number }

/** Whose data is shown: `geonames` when centres of communes come from there, `geocodees` when positions were computed. */
export type Montrees = { sources: SourceListee[]; geonames: boolean; geocodees: boolean }

/** What is said of the site, from every page. */
export const PAGES_DU_PIED = [
  { href: '/a-propos', nom: 'À propos du programme' },
  { href: '/methode', nom: 'Méthode' },
  { href: '/api', nom: 'API' },
  { href: '/integrer', nom: 'Intégrer' },
  { href: '/plan-du-site', nom: 'Plan du site' },
  { href: '/accessibilite', nom: 'Accessibilité' },
  { href: '/mentions-legales', nom: 'Mentions légales' },
]

/** What every page owes: whose data, of when and how old, under which licence, and who does not speak here. */
export function Pied(montrees: Montrees) {
  const age = useAge()
  return (
    <footer className="pied">
      <div className="largeur pied-colonnes">
        <section aria-labelledby="pied-sources">
          <h2 id="pied-sources">D’où viennent ces données</h2>
          <details className="pied-sources">
            <summary>Sources, dates et licences</summary>
            <ul>
              <SourcesMontrees {...montrees} />
            </ul>
          </details>
          {age && <p>{age.plusAncienne}</p>}
        </section>
        <section aria-labelledby="pied-site">
          <h2 id="pied-site">À propos</h2>
          <p>Ce site n’est pas un site de l’État. Il réutilise des données publiques ouvertes.</p>
          <ul className="pied-liens">
            {PAGES_DU_PIED.map(({ href, nom }) => (
              <li key={href}>
                <a href={href}>{nom}</a>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </footer>
  )
}

/** The items of a list: what this site shows today, and whose it is. */
export function SourcesMontrees({ sources, geonames, geocodees }: Montrees) {
  return (
    <>
      {sources.map((source) => (
        <li key={source.id}>
          <SourceLigne source={source} />
        </li>
      ))}
      {geocodees && (
        <li>
          <a href={BASE_ADRESSE.url}>{CREDIT_ADRESSES}</a>
        </li>
      )}
      {geonames && (
        <li>
          Centres des communes : <a href="https://www.geonames.org/">GeoNames</a>,{' '}
          <a href="https://creativecommons.org/licenses/by/4.0/deed.fr">CC BY 4.0</a>
        </li>
      )}
      <li>
        Contours des départements : <a href="https://www.naturalearthdata.com/">Natural Earth</a>, domaine public
      </li>
    </>
  )
}

export function SourceLigne({ source }: { source: SourceCitee }) {
  const titre = source.url ? <a href={source.url}>{source.titre}</a> : source.titre
  return (
    <>
      {source.producteur && `${source.producteur} – `}
      {titre}, données du {formatDate(source.date)}
      {source.licence && `, ${source.licence}`}
    </>
  )
}
