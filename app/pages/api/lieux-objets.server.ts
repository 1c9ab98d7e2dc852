import type { z } from 'zod'
import { distanceKm, type Point } from '#app/domain/distance/distance.ts'
import { AUTRES_LABELS, CHAMP_NAMES, CHAMPS } from '#app/domain/lieu/champs.ts'
import type { Db } from '#db/connect.server.ts'
import { type LieuPublie, lieuxPublies } from '#db/lieux-publies.server.ts'
import type { Definition } from './ressource.server.ts'
import { point } from './ressource.server.ts'
import { Lieu } from './schemas.server.ts'

export const LIEU: Definition = { schema: Lieu, cle: 'id', geometrie: point }
type LieuJson = z.output<typeof Lieu>
type Listes = Pick<LieuJson, (typeof CHAMPS)[keyof typeof CHAMPS]['column']>

/** What a place is written with: where the site is, and the position that distances are from. */
export type Ecriture = { publicUrl: string; position: Point | null }

/** A place as the API gives it: the names of the standard in its order, lists as lists; then what this site adds. */
export function lieuJson(lieu: LieuPublie, { publicUrl, position }: Ecriture): LieuJson {
  const listes = Object.fromEntries(
    CHAMP_NAMES.map((champ) => [CHAMPS[champ].column, lieu.valeurs[champ] ?? []]),
  ) as Listes
  return {
    id: lieu.id,
    pivot: lieu.siret ?? lieu.siren,
    nom: lieu.nom,
    commune: lieu.communeNom,
    code_postal: lieu.codePostal,
    code_insee: lieu.communeCode,
    adresse: lieu.adresse,
    complement_adresse: lieu.complementAdresse,
    latitude: lieu.lat,
    longitude: lieu.lon,
    typologie: lieu.typologie,
    telephone: lieu.telephone,
    courriels: lieu.courriels,
    site_web: lieu.sitesWeb,
    horaires: lieu.horaires,
    presentation_resume: lieu.resume,
    presentation_detail: lieu.detail,
    source: lieu.source,
    itinerance: lieu.itinerant === null ? null : lieu.itinerant ? 'Itinérant' : 'Fixe',
    structure_parente: lieu.structureParente,
    date_maj: lieu.dateMaj,
    services: listes.services,
    publics_specifiquement_adresses: listes.publics_specifiquement_adresses,
    prise_en_charge_specifique: listes.prise_en_charge_specifique,
    frais_a_charge: listes.frais_a_charge,
    dispositif_programmes_nationaux: listes.dispositif_programmes_nationaux,
    formations_labels: listes.formations_labels,
    autres_formations_labels: lieu.valeurs[AUTRES_LABELS] ?? [],
    modalites_acces: listes.modalites_acces,
    modalites_accompagnement: listes.modalites_accompagnement,
    fiche_acces_libre: lieu.ficheAccesLibre,
    prise_rdv: lieu.priseRdv,
    ids_publies: lieu.idsPublies,
    departement: lieu.departementCode,
    departement_nom: lieu.departementNom,
    ruralite: lieu.ruralite,
    ruralite_estimee: lieu.ruraliteEstimee ?? false,
    densite: lieu.densite,
    frr: lieu.frr,
    precision: lieu.precision,
    itinerant: lieu.itinerant,
    employeur_siret: lieu.employeurSiret,
    employeur_nom: lieu.employeurNom,
    rapprochement: lieu.rapprochement,
    url: `${publicUrl}/lieux/${lieu.id}`,
    ...(position && { distance_km: distanceOf(position, lieu) }),
  }
}

/** Kilometres along the great circle, two decimals; null when the place stands nowhere. */
export function distanceOf(position: Point, { lat, lon }: { lat: number | null; lon: number | null }): number | null {
  return lat === null || lon === null ? null : Math.round(distanceKm(position, { lat, lon }) * 100) / 100
}

const ENSEMBLE = 40

/** Some at a time, in their order: a whole file is never in memory, and whoever else asks waits for one lot at most. */
export function* lieuxParLots(db: Db, numeros: readonly number[], ecriture: Ecriture): Iterable<LieuJson[]> {
  for (let from = 0; from < numeros.length; from += ENSEMBLE)
    yield lieuxPublies(db, numeros.slice(from, from + ENSEMBLE)).map((lieu) => lieuJson(lieu, ecriture))
}
