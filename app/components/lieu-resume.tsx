import type { Semaine } from '#app/domain/horaires/semaine.ts'
import { type Adresse, adresseEnLigne } from '#app/domain/lieu/adresse-affichee.ts'
import { nomDoux } from '#app/domain/lieu/nom-doux.ts'
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
  /** Around a cell, where it stands, for a script that knows where one is in it: "46.17 1.87", "46.17 1.87 environ". */
  point?: string | null
  /** Whom to call instead: for a place without any contact, and for the first of a list without a telephone. */
  secours: { id: string; nom: string; telephone: string; distance: string } | null
}

/** `cachee`: a script may show it. */
type Props = { lieu: LieuListe; recherche: string; maintenant: Date; cachee?: boolean }

/** One place of the list: its name, whether it is open, its number, how far and where. The rest is on its page. */
export function LieuResume({ lieu: publie, recherche, maintenant, cachee }: Props) {
  const lieu = { ...publie, nom: nomDoux(publie.nom, publie.communeNom) }
  return (
    <li className="fiche" id={`l-${lieu.id}`} data-point={lieu.point ?? undefined} hidden={cachee}>
      <h3>
        <a href={hrefLieu(lieu.id, recherche)}>{lieu.nom}</a>
      </h3>
      <EtatMaintenant lieu={lieu} maintenant={maintenant} court />
      <Contact lieu={lieu} recherche={recherche} />
      <p className="fiche-ou">
        {lieu.distance && (
          <strong className="fiche-distance">{lieu.distance[0]?.toUpperCase() + lieu.distance.slice(1)}. </strong>
        )}
        <span className="fiche-adresse">{adresseEnLigne(lieu)}</span>
      </p>
      <button type="button" className="localiser" {...{ [LOCALISER[lieu.reseau]]: lieu.numero }}>
        <Icone nom="epingle" />
        <span className="localiser-mots">Localiser sur la carte</span>
        <span className="invisible">, {lieu.nom}</span>
      </button>
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

// Never an empty line: what is known, whom to call instead, else the page, which says who else to ask.
function Contact({ lieu, recherche }: Omit<Props, 'maintenant' | 'cachee'>) {
  if (lieu.telephone) return <Telephone numero={lieu.telephone} pour={lieu.nom} />
  const ecrit = ecritOf(lieu)
  if (ecrit === null && lieu.secours === null)
    return (
      <a className="contact" href={hrefLieu(lieu.id, recherche)}>
        Pas de téléphone connu
        <span className="ecran"> : comment joindre ce lieu</span>
        <span className="invisible">, {lieu.nom}</span>
      </a>
    )
  return (
    <div className="contact">
      {ecrit && <a href={ecrit.href}>{ecrit.texte}</a>}
      {lieu.secours && <Secours secours={lieu.secours} recherche={recherche} />}
    </div>
  )
}

function ecritOf({ courriels: [courriel], sitesWeb: [site] }: LieuListe): { href: string; texte: string } | null {
  if (courriel) return { href: `mailto:${courriel}`, texte: `Écrire à ${courriel}` }
  return site ? { href: site, texte: `Site ${nomDuSite(site)}` } : null
}

type SecoursProps = { secours: NonNullable<LieuListe['secours']>; recherche: string }

/** The nearest place that answers the telephone. Its number is a button in the first card that is shown, a link in others. */
function Secours({ secours, recherche }: SecoursProps) {
  return (
    <div className="secours">
      <p>
        Le plus proche avec un téléphone : <a href={hrefLieu(secours.id, recherche)}>{nomDoux(secours.nom)}</a>,{' '}
        {secours.distance}{' '}
      </p>
      <Telephone numero={secours.telephone} pour={secours.nom} />
    </div>
  )
}
