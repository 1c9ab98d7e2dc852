import { KINDS_VERIFIES } from '#app/domain/rapport/verification.ts'
import type { Kind } from '#app/domain/vocabulary.ts'
import { foldHeader, KIND_TABLES, mapColumns } from './kinds.ts'

/**
 * What clerks and other tools call the columns of the standard, folded: nobody said so, so that a column of these names
 * is proposed and never read by itself. Taken from the headers of published files.
 */
const AUTRES_NOMS: Record<string, string[]> = {
  id: ['identifiant', 'id_lieu', 'id_structure', 'n_ref', 'ref', 'reference', 'numero'],
  pivot: ['siret', 'n_siret', 'numero_siret', 'siren', 'rna'],
  nom: ['nom_du_lieu', 'nom_lieu', 'lieu', 'nom_structure', 'nom_de_la_structure', 'structure', 'name', 'intitule'],
  commune: [
    'ville',
    'nom_commune',
    'nom_de_la_commune',
    'commune_nom',
    'localite',
    'lib_com',
    'libelle_commune',
    'city',
  ],
  code_postal: ['cp', 'codepostal', 'code_post', 'postal_code', 'zip'],
  code_insee: ['insee', 'code_commune', 'codgeo', 'insee_com', 'code_insee_commune', 'citycode', 'codeinsee'],
  adresse: ['adresse_postale', 'rue', 'voie', 'adresse_1', 'adresse1', 'numero_et_voie', 'adresse_complete'],
  complement_adresse: ['adresse_2', 'adresse2', 'adresse_suite', 'complement', 'complement_d_adresse'],
  latitude: ['lat', 'y', 'latitude_wgs84', 'coordonnees_y', 'geo_lat'],
  longitude: ['lon', 'lng', 'long', 'x', 'longitude_wgs84', 'coordonnees_x', 'geo_lon'],
  typologie: ['type', 'type_lieu', 'type_de_lieu', 'type_structure', 'type_de_structure', 'categorie'],
  telephone: ['tel', 'tel_structure', 'numero_de_telephone', 'num_tel', 'tel_fixe', 'phone', 'contact'],
  courriels: ['mail', 'mails', 'email', 'e_mail', 'emails', 'mel', 'email_structure', 'courrier_electronique'],
  site_web: ['site', 'site_internet', 'siteweb', 'url', 'web', 'website', 'lien'],
  horaires: [
    'horaire',
    'horaires_ouverture',
    'horaires_d_ouverture',
    'horaires_ouverture_osm',
    'ouverture',
    'opening_hours',
  ],
  presentation_resume: ['resume', 'presentation', 'description'],
  itinerance: ['itinerant'],
  structure_parente: ['structure_porteuse', 'porteur', 'organisme'],
  date_maj: [
    'maj',
    'mise_a_jour',
    'date_mise_a_jour',
    'date_de_mise_a_jour',
    'derniere_mise_a_jour',
    'date_modification',
  ],
  services: ['service', 'thematiques', 'thematique', 'offre'],
  publics_specifiquement_adresses: ['public', 'publics', 'public_cible', 'publics_cibles'],
  frais_a_charge: ['tarif', 'tarifs', 'frais', 'cout', 'prix', 'gratuite'],
  dispositif_programmes_nationaux: ['label', 'labels', 'dispositif', 'dispositifs', 'programme', 'code_label'],
  modalites_acces: ['acces'],
  modalites_accompagnement: ['accompagnement'],
  prise_rdv: ['rdv', 'rendez_vous', 'lien_rdv'],
}

/** A table exported with a part of each address in its own column: `adresse_commune`, `contact_telephone`… */
const PREFIXE = /^(?:adresse|contact|coordonnees|lieu|structure)_(?=.)/

/** What each name stands for: ours, and the others'. */
const PAR_NOM = new Map(
  Object.entries(AUTRES_NOMS).flatMap(([column, names]) => [column, ...names].map((name) => [name, column] as const)),
)

/**
 * What is said of columns: "ville=commune" is a published name and ours. The published names are folded, as headers are
 * compared; null when one says nothing that is known.
 */
export function readColonnes(said: readonly string[]): Map<string, string> | null {
  const colonnes = new Map<string, string>()
  for (const one of said) {
    const at = one.lastIndexOf('=')
    const column = one.slice(at + 1).trim()
    const published = foldHeader(one.slice(0, Math.max(at, 0)))
    if (published === '' || published.length > 200 || !COLONNES_LUES.has(column)) return null
    colonnes.set(published, column)
  }
  return colonnes
}

/** Every column that a file of a kind that is checked may have. */
const COLONNES_LUES: ReadonlySet<string> = new Set(
  KINDS_VERIFIES.flatMap((kind) => Object.keys(KIND_TABLES[kind].columns)),
)

/** Where a row is: read from another column, a place goes elsewhere in silence. */
export const COLONNES_DU_LIEU: ReadonlySet<string> = new Set([
  ...['nom', 'commune', 'code_postal', 'code_insee', 'adresse', 'latitude', 'longitude'],
])

/** A published name, as a sentence quotes it. */
export function nameOf(published: string): string {
  return published.replace(/\s+/g, ' ').trim().slice(0, 80)
}

export type ColonneProbable = { rang: number; published: string; column: string }

/** The columns that are not read and that are likely to be one which is missing; each of ours is proposed once. */
export function colonnesProbables(header: readonly string[], kind: Kind): ColonneProbable[] {
  const columns = mapColumns(header, kind)
  const free = new Set(Object.keys(KIND_TABLES[kind].columns).filter((name) => !columns.includes(name)))
  return header.flatMap((name, rang) => {
    if (columns[rang] !== null) return []
    const folded = foldHeader(name)
    const column = PAR_NOM.get(folded) ?? PAR_NOM.get(folded.replace(PREFIXE, ''))
    if (column === undefined || !free.delete(column)) return []
    return [{ rang, published: nameOf(name), column }]
  })
}
