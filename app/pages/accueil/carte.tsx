import type { Dessin } from '#app/dessin/cadres.server.ts'
import { FranceDessinee } from '#app/dessin/france-dessinee.tsx'
import type { Filters } from '#app/domain/filters.ts'
import { type CoucheDite, CouchesDeLaCarte } from './couches.tsx'

type Props = {
  /** What the interactive map needs, once scripts have come (props of its component). */
  ile: object
  dessin: Dessin
  /** Number of places by department, under every filter but that of departments. */
  comptes: { code: string; nombre: number; choisi: boolean; href: string }[]
  filters: Filters
  couches: CoucheDite[]
}

/** The map: drawn here with outlines and counts, then replaced in the same frame by the interactive one. */
export function Carte({ ile, dessin, comptes, filters, couches }: Props) {
  return (
    <section className="vue-carte" aria-labelledby="carte">
      <a className="evitement" href="#apres-carte">
        Passer la carte
      </a>
      <h2 className="invisible" id="carte" tabIndex={-1}>
        Carte
      </h2>
      <div className="carte-cadre" data-island="carte" data-props={JSON.stringify(ile)}>
        <FranceDessinee dessin={dessin} comptes={comptes} />
      </div>
      <CouchesDeLaCarte filters={filters} couches={couches} />
      <p className="apres-carte" id="apres-carte" tabIndex={-1}>
        <a href="#liste">Revenir à la liste</a>
      </p>
    </section>
  )
}
