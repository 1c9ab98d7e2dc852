import { hrefAccueil } from '#app/components/liens.ts'
import { SigneDePoint } from '#app/components/signe-de-point.tsx'
import { OBJET_OF_COUCHE } from '#app/domain/carte/couches.ts'
import type { Filters } from '#app/domain/filters.ts'
import { compte } from '#app/domain/texte/format.ts'
import type { Couche } from '#app/domain/vocabulary.ts'

/**
 * What may be shown beside the places, never among them. `connue`: the directory holds some; `montree`: it is asked
 * for; `total`: how many suit the filters, asked for or not.
 */
export type CoucheDite = { couche: Couche; connue: boolean; montree: boolean; total: number }

const NOMS: Record<Couche, [singulier: string, pluriel: string]> = {
  'france-services': ['France services', 'France services'],
  autres: ['autre lieu de médiation numérique', 'autres lieux de médiation numérique'],
  employeurs: ['employeur sans lieu connu', 'employeurs sans lieu connu'],
}

/** "1 702 employeurs sans lieu connu". */
export function compteCouche(couche: Couche, total: number): string {
  return compte(total, ...NOMS[couche])
}

/** "les employeurs sans lieu connu". */
export function nomCouche(couche: Couche): string {
  return `les ${NOMS[couche][1]}`
}

/** What the map may show besides the places: a link each, which any browser follows, with its own count. */
export function CouchesDeLaCarte({ filters, couches }: { filters: Filters; couches: readonly CoucheDite[] }) {
  const offertes = couches.filter(({ connue, montree, total }) => connue && (montree || total > 0))
  return (
    <nav className="couches" aria-label="Autres points de la carte" data-region="couches" id="couches">
      <ul>
        {offertes.map(({ couche, montree, total }) => (
          <li key={couche}>
            <a className="couche" href={hrefDe(filters, couche, montree)} id={`couche-${couche}`}>
              <SigneDePoint objet={OBJET_OF_COUCHE[couche]} />
              {montree ? 'Cacher' : 'Montrer'} {compteCouche(couche, total)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function hrefDe(filters: Filters, couche: Couche, montree: boolean): string {
  const others = filters.couche.filter((one) => one !== couche)
  // On a phone the answer is to be on the map, where it was asked.
  return hrefAccueil({ ...filters, couche: montree ? others : [...others, couche], page: 1, vue: 'carte' })
}
