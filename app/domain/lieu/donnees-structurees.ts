import { isTropAncien } from '../horaires/etat.ts'
import { estCertaine, MINUTES_PAR_JOUR, type Plage, type Semaine } from '../horaires/semaine.ts'
import { tempsLocal } from '../horaires/temps-local.ts'
import { isApproximate, type Precision, type Reseau } from '../vocabulary.ts'

type LieuRapproche = {
  nom: string
  adresse: string | null
  codePostal: string | null
  communeNom: string | null
  regionNom: string | null
  lat: number | null
  lon: number | null
  precision: Precision
  telephone: string | null
  semaine: Semaine | null
  fuseau: string
  itinerant: boolean | null
  dateMaj: string | null
}

/** The employer, when it is known. */
type Employeur = { nom: string; siret: string | null; url: string | null }
type Rendu = LieuRapproche & { reseau: Reseau; departementNom: string }

/** What is given there, by the network that gives it; another network is not known to give any of it. */
const SERVICES: Record<Reseau, { nom: string; type: string } | null> = {
  'conseiller-numerique': { nom: 'Conseiller numérique', type: 'Accompagnement aux usages du numérique' },
  'france-services': { nom: 'France services', type: 'Accompagnement aux démarches administratives' },
  autre: null,
}

/**
 * What is given at a place, as schema.org data for search engines: a service of the State, provided at that place by its
 * employer. Without a network that is known, the place alone. `url`: of its page.
 */
export function serviceStructure(lieu: Rendu, employeur: Employeur | null, url: string, instant: Date) {
  const service = SERVICES[lieu.reseau]
  const place = lieuStructure(lieu, url, instant)
  if (service === null) return place
  const { '@context': context, ...location } = place
  return {
    '@context': context,
    '@type': 'GovernmentService',
    '@id': `${url}#service`,
    name: `${service.nom} : ${lieu.nom}`,
    serviceType: service.type,
    url,
    areaServed: { '@type': 'AdministrativeArea', name: lieu.departementNom },
    ...(employeur && { provider: organisationOf(employeur) }),
    availableChannel: {
      '@type': 'ServiceChannel',
      serviceUrl: url,
      serviceLocation: location,
      ...(lieu.telephone && { servicePhone: { '@type': 'ContactPoint', telephone: lieu.telephone } }),
      availableLanguage: 'fr',
    },
  }
}

function organisationOf({ nom, siret, url }: Employeur) {
  return {
    '@type': 'Organization',
    name: nom,
    ...(url && { url }),
    ...(siret && { identifier: { '@type': 'PropertyValue', propertyID: 'SIRET', value: siret } }),
  }
}

// schema.org, DayOfWeek: Monday first.
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/**
 * A place as schema.org data for search engines: what is known and sure only. A position at the centre of a commune,
 * hours of more than 18 months, hours that a text completes, and hours of an advisor who moves about are left out.
 */
export function lieuStructure(lieu: LieuRapproche, url: string, instant: Date) {
  const { nom, telephone } = lieu
  const horaires = horairesSurs(lieu, instant)
  return {
    '@context': 'https://schema.org',
    '@type': 'Place',
    '@id': url,
    url,
    name: nom,
    address: adresseOf(lieu),
    ...geoOf(lieu),
    ...(telephone && { telephone }),
    ...(horaires.length > 0 && { openingHoursSpecification: horaires }),
  }
}

function adresseOf({ adresse, codePostal, communeNom, regionNom }: LieuRapproche) {
  return {
    '@type': 'PostalAddress',
    ...(adresse && { streetAddress: adresse }),
    ...(codePostal && { postalCode: codePostal }),
    ...(communeNom && { addressLocality: communeNom }),
    ...(regionNom && { addressRegion: regionNom }),
    addressCountry: 'FR',
  }
}

function geoOf({ lat, lon, precision }: LieuRapproche) {
  if (lat === null || lon === null || isApproximate(precision)) return {}
  return { geo: { '@type': 'GeoCoordinates', latitude: lat, longitude: lon } }
}

function horairesSurs({ semaine, itinerant, dateMaj, fuseau }: LieuRapproche, instant: Date) {
  if (semaine === null || itinerant || !estCertaine(semaine, false)) return []
  return isTropAncien(dateMaj, tempsLocal(instant, fuseau).date) ? [] : semaine.plages.flatMap(parJour)
}

/** A slot that passes midnight is one a day; "23:59" is how a day that ends at midnight is written there. */
function parJour({ debut, fin }: Plage) {
  const jours = []
  for (let minuit = debut - (debut % MINUTES_PAR_JOUR); minuit < fin; minuit += MINUTES_PAR_JOUR) {
    jours.push({
      '@type': 'OpeningHoursSpecification',
      dayOfWeek: `https://schema.org/${DAYS[(minuit / MINUTES_PAR_JOUR) % 7]}`,
      opens: heure(Math.max(debut, minuit) - minuit),
      closes: heure(Math.min(fin - minuit, MINUTES_PAR_JOUR - 1)),
    })
  }
  return jours
}

function heure(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
