import Papa from 'papaparse'
import { distanceKm, type Point } from '#app/domain/distance/distance.ts'
import { CHAMP_NAMES, CHAMPS } from '#app/domain/lieu/champs.ts'
import type { LieuPublie } from '#db/lieux-publies.server.ts'

/** What a place is written with: where the site is, and the position that distances are from. */
export type Ecriture = { publicUrl: string; position: Point | null }

type Cellule = string | number | boolean | null

/** In the words of the standard: what the standard has a column for. */
function standardOf(lieu: LieuPublie): Record<string, Cellule> {
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
    horaires: lieu.horaires,
    presentation_resume: lieu.resume,
    presentation_detail: lieu.detail,
    source: lieu.source,
    structure_parente: lieu.structureParente,
    date_maj: lieu.dateMaj,
    fiche_acces_libre: lieu.ficheAccesLibre,
    prise_rdv: lieu.priseRdv,
  }
}

/** What this site adds: where the place is counted, how well it is placed, who employs there, its page. */
function addedOf(lieu: LieuPublie, { publicUrl, position }: Ecriture): Record<string, Cellule> {
  return {
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
function distanceOf(position: Point, { lat, lon }: LieuPublie): number | null {
  return lat === null || lon === null ? null : Math.round(distanceKm(position, { lat, lon }) * 100) / 100
}

/** The lists of a place by the column of the standard that holds them. */
function listsOf(lieu: LieuPublie): Record<string, string[]> {
  const champs = CHAMP_NAMES.map((champ) => [CHAMPS[champ].column, lieu.valeurs[champ] ?? []])
  return {
    courriels: lieu.courriels,
    site_web: lieu.sitesWeb,
    ...Object.fromEntries(champs),
    ids_publies: lieu.idsPublies,
  }
}

/** As the API gives it: the names of the standard, lists as lists. */
export function toJson(lieu: LieuPublie, ecriture: Ecriture) {
  return { ...standardOf(lieu), ...listsOf(lieu), ...addedOf(lieu, ecriture) }
}

export function toFeature(lieu: LieuPublie, ecriture: Ecriture) {
  const { latitude, longitude, ...properties } = toJson(lieu, ecriture)
  const geometry = latitude === null ? null : { type: 'Point', coordinates: [longitude, latitude] }
  return { type: 'Feature', id: lieu.id, geometry, properties }
}

/** Lists joined by `|` as the standard does. Every cell is exact, what a spreadsheet would run included. */
export function* writeCsv(lieux: Iterable<LieuPublie[]>, ecriture: Ecriture): Iterable<string> {
  const fields = Object.keys({ ...standardOf(EMPTY), ...listsOf(EMPTY), ...addedOf(EMPTY, ecriture) })
  // The mark makes spreadsheets read the accents.
  yield `\uFEFF${unparse(fields, [fields])}`
  for (const some of lieux) {
    const rows = some.map((lieu) => {
      const lists = Object.entries(listsOf(lieu)).map(([column, values]) => [column, values.join('|')])
      return { ...standardOf(lieu), ...Object.fromEntries(lists), ...addedOf(lieu, ecriture) }
    })
    yield unparse(fields, rows)
  }
}

function unparse(fields: string[], data: unknown[]): string {
  return `${Papa.unparse({ fields, data }, { newline: '\r\n', header: false })}\r\n`
}

const EMPTY = { valeurs: {}, courriels: [], sitesWeb: [], idsPublies: [] } as unknown as LieuPublie
