import { isTropAncien } from '../horaires/etat.ts'
import { estCertaine, MINUTES_PAR_JOUR, type Plage, type Semaine } from '../horaires/semaine.ts'
import { tempsLocal } from '../horaires/temps-local.ts'
import { isApproximate, type Precision } from '../vocabulary.ts'

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
