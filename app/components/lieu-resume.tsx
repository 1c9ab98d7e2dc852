import type { Semaine } from '#app/domain/horaires/semaine.ts'
import { type Adresse, adresseEnLigne } from '#app/domain/lieu/adresse-affichee.ts'
import { nomDuSite } from '#app/domain/texte/format.ts'
import { isApproximate, type Precision, type Reseau } from '#app/domain/vocabulary.ts'
import { EtatMaintenant } from './etat-maintenant.tsx'
import { Icone } from './icones.tsx'
import { hrefLieu } from './liens.ts'
import { phraseItinerant } from './phrase-itinerant.ts'
import { Telephone } from './telephone.tsx'

/** What a line of the list needs of a place. */
export type LieuListe = Adresse & {
  numero: number
  id: string
  reseau: Reseau
  nom: string
  telephone: string | null
  courriels: string[]
  sitesWeb: string[]
  semaine: Semaine | null
  horaires: string | null
  fuseau: string
  departementCode: string
  dateMaj: string | null
  precision: Precision
  itinerant: boolean | null
  /** "à 4,2 km de Prades", when a position is asked. */
  distance: string | null
}

type Props = { lieu: LieuListe; recherche: string; maintenant: Date }

/** One place of the list: its name, whether it is open, its number, how far and where. The rest is on its page. */
export function LieuResume({ lieu, recherche, maintenant }: Props) {
  return (
    <li className="fiche" id={`l-${lieu.id}`}>
      <h3>
        <a href={hrefLieu(lieu.id, recherche)}>{lieu.nom}</a>
      </h3>
      <EtatMaintenant lieu={lieu} maintenant={maintenant} />
      <div className="fiche-actions">
        <Contact lieu={lieu} recherche={recherche} />
        <button type="button" className="localiser" {...{ [LOCALISER[lieu.reseau]]: lieu.numero }}>
          <Icone nom="epingle" />
          <span className="localiser-mots">Localiser sur la carte</span>
          <span className="invisible">, {lieu.nom}</span>
        </button>
      </div>
      <p className="fiche-ou">
        {lieu.distance && (
          <strong className="fiche-distance">{lieu.distance[0]?.toUpperCase() + lieu.distance.slice(1)}. </strong>
        )}
        <span className="fiche-adresse">{adresseEnLigne(lieu)}</span>
      </p>
      <Etiquettes lieu={lieu} />
    </li>
  )
}

/** What would mislead if it were not said: another network, a place that moves, a point that is not an address. */
function Etiquettes({ lieu: { reseau, itinerant, telephone, precision } }: { lieu: LieuListe }) {
  const autre = reseau !== 'conseiller-numerique'
  if (!(autre || itinerant || isApproximate(precision))) return null
  return (
    <ul className="etiquettes">
      {autre && <li>{reseau === 'autre' ? 'Autre réseau' : 'France services'}</li>}
      {itinerant && <li className="itinerant">{phraseItinerant(telephone, reseau)}</li>}
      {isApproximate(precision) && <li>Position approximative</li>}
    </ul>
  )
}

// The map's layers have their own numbers.
const LOCALISER: Record<Reseau, string> = {
  'conseiller-numerique': 'data-localiser',
  'france-services': 'data-localiser-france-services',
  autre: 'data-localiser-autre',
}

// Never an empty line: what is known, else the page, which says who else to ask.
function Contact({ lieu, recherche }: { lieu: LieuListe; recherche: string }) {
  const [courriel, site] = [lieu.courriels[0], lieu.sitesWeb[0]]
  if (lieu.telephone) return <Telephone numero={lieu.telephone} pour={lieu.nom} />
  if (courriel)
    return (
      <a className="contact" href={`mailto:${courriel}`}>
        Écrire à {courriel}
      </a>
    )
  if (site)
    return (
      <a className="contact" href={site}>
        Site {nomDuSite(site)}
      </a>
    )
  return (
    <a className="contact" href={hrefLieu(lieu.id, recherche)}>
      Pas de téléphone connu
      <span className="ecran">
        {' '}
        : comment joindre <span className="invisible">{lieu.nom}</span> ce lieu
      </span>
    </a>
  )
}
