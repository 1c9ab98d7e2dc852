import { areHorairesAnciens, resumeHoraires } from '#app/domain/horaires/resume.ts'
import type { Semaine } from '#app/domain/horaires/semaine.ts'
import { type Adresse, adresseEnLigne } from '#app/domain/lieu/adresse-affichee.ts'
import { nomDuSite } from '#app/domain/texte/format.ts'
import { isApproximate, type Precision, type Reseau, RURALITE_LABELS, type Ruralite } from '#app/domain/vocabulary.ts'
import { EtatMaintenant } from './etat-maintenant.tsx'
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
  ruralite: Ruralite
  precision: Precision
  itinerant: boolean | null
  /** "à 4,2 km de Prades", when a position is asked. */
  distance: string | null
  /** Whom to call instead, for a place without any contact. */
  secours: { id: string; nom: string; telephone: string; distance: string } | null
}

type Props = { lieu: LieuListe; recherche: string; estimee: boolean; maintenant: Date }

/** One place of the list: its name is its link, its phone can be called from here. */
export function LieuResume({ lieu, recherche, estimee, maintenant }: Props) {
  const horaires = resumeHoraires(lieu.semaine)
  return (
    <li className="fiche" id={`l-${lieu.id}`}>
      <h3>
        <a href={hrefLieu(lieu.id, recherche)}>{lieu.nom}</a>
      </h3>
      <p className="fiche-adresse">{adresseEnLigne(lieu)}</p>
      {lieu.distance && <p className="fiche-distance">{lieu.distance[0]?.toUpperCase() + lieu.distance.slice(1)}.</p>}
      <Contact lieu={lieu} recherche={recherche} />
      <EtatMaintenant lieu={lieu} maintenant={maintenant} />
      {horaires && (
        <p className="fiche-horaires">
          Horaires : {horaires}
          {areHorairesAnciens(lieu.dateMaj, maintenant) && ' (anciens, à vérifier)'}
        </p>
      )}
      <ul className="etiquettes">
        {lieu.reseau === 'france-services' && <li>France services</li>}
        <li>
          {RURALITE_LABELS[lieu.ruralite]}
          {estimee && lieu.ruralite !== 'inconnue' && ' (estimation)'}
        </li>
        {lieu.itinerant && <li className="itinerant">{phraseItinerant(lieu.telephone, lieu.reseau)}</li>}
        {isApproximate(lieu.precision) && <li>Position approximative</li>}
      </ul>
      <button type="button" className="localiser" {...localiserOf(lieu)}>
        Localiser<span className="invisible"> {lieu.nom}</span> sur la carte
      </button>
    </li>
  )
}

// The map's layers have their own numbers.
function localiserOf({ reseau, numero }: LieuListe): Record<string, number> {
  return { [reseau === 'france-services' ? 'data-localiser-france-services' : 'data-localiser']: numero }
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
  if (lieu.secours) return <Secours secours={lieu.secours} recherche={recherche} />
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

/** Neither telephone, e-mail nor site: the nearest place that answers. */
function Secours({ secours, recherche }: { secours: NonNullable<LieuListe['secours']>; recherche: string }) {
  return (
    <div className="secours">
      <p>
        Pas de téléphone connu. Appelez <a href={hrefLieu(secours.id, recherche)}>{secours.nom}</a>, {secours.distance}{' '}
        :
      </p>
      <Telephone numero={secours.telephone} pour={secours.nom} />
    </div>
  )
}
