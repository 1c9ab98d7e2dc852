import { createHash } from 'node:crypto'
import type { Point } from '#app/domain/distance/distance.ts'
import type { DemandeGeocodage } from './adresses-geocodees.ts'
import type { AdresseDite, Emplacement } from './emplacement.ts'
import { streetOf } from './normalise/adresse.ts'
import { writeAdressePostale } from './normalise/adresse-postale.ts'
import { withoutPersons } from './normalise/noms.ts'
import { replacePersonal } from './normalise/personne.ts'
import { mendText } from './normalise/text.ts'
import type { Territoire } from './territoire.ts'

/** No street is longer: some patterns are quadratic on hostile text. */
const MAX_CELL = 500

/** A town alone, or a place name, would be no better than the centre of the commune that we have. */
const TYPES = ['housenumber', 'street']
/** The threshold of Mon inclusion numérique (ANCT). Below, the geocoder has guessed: nonsense was seen at 0.34. */
const SCORE_MIN = 0.6

/**
 * The position that the address of a row was found at, null when it was never asked or when the answer is not good:
 * a street or a number of the row's own commune, well scored. The commune, the department and the class of the row
 * are never changed by it: counts do not depend on a geocoder, nor does the identity of a place.
 */
export function geocodedPoint(said: AdresseDite, place: Emplacement, territoire: Territoire): Point | null {
  const demande = territoire.geocodes ? demandeOf(said, place) : null
  const found = demande && territoire.geocodes?.(demande)
  if (!found?.point || found.statut !== 'ok') return null
  if (!TYPES.includes(found.type) || found.score < SCORE_MIN) return null
  const commune = territoire.communeOf(found.codeInsee)
  const same = place.commune ? commune?.code === place.commune.code : commune?.departement === place.departement
  return same && territoire.believes(found.point, commune, place.departement) ? found.point : null
}

/**
 * The commune filters the answer; the postcode, which is less reliable, only where the commune is not known. Null
 * without a street or without either.
 */
export function demandeOf(
  { adresse, codePostal, communeNom }: AdresseDite,
  { commune }: Emplacement,
): DemandeGeocodage | null {
  // Neither the e-mail nor the name of a person is sent to a geocoder.
  const mended = replacePersonal(mendText(adresse?.slice(0, MAX_CELL) ?? ''), () => '')
  const text = withoutPersons(mended, 'adresse', {})
  const street = text && streetOf(text, [commune?.nom ?? null, communeNom])
  const asked = street && writeAdressePostale(street)
  if (!asked || (commune === null && codePostal === null)) return null
  return withCle({ adresse: asked, codeInsee: commune?.code ?? '', codePostal: commune ? '' : (codePostal ?? '') })
}

export function withCle(demande: Omit<DemandeGeocodage, 'cle'>): DemandeGeocodage {
  const text = [demande.adresse, demande.codeInsee, demande.codePostal].join(';')
  return { cle: createHash('sha256').update(text).digest('hex').slice(0, 32), ...demande }
}
