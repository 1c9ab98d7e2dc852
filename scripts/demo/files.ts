import Papa from 'papaparse'

/** The 32 columns of the places standard 1.0.2, in its order. */
export const LIEU_COLUMNS = [
  'id',
  'pivot',
  'nom',
  'commune',
  'code_postal',
  'code_insee',
  'adresse',
  'complement_adresse',
  'latitude',
  'longitude',
  'typologie',
  'telephone',
  'courriels',
  'site_web',
  'horaires',
  'presentation_resume',
  'presentation_detail',
  'source',
  'itinerance',
  'structure_parente',
  'date_maj',
  'services',
  'publics_specifiquement_adresses',
  'prise_en_charge_specifique',
  'frais_a_charge',
  'dispositif_programmes_nationaux',
  'formations_labels',
  'autres_formations_labels',
  'modalites_acces',
  'modalites_accompagnement',
  'fiche_acces_libre',
  'prise_rdv',
] as const

/** The columns of the selection committee's file of 2023, typographic apostrophe included. */
export const STRUCTURE_COLUMNS = [
  'Raison sociale',
  'Commune INSEE',
  'Département',
  'Région',
  'Nombre de conseillers validés par le COSELEC',
  'Date de validation en comité de sélection',
  'Type',
  'SIRET',
  'Code département',
  'Adresse',
  'Code commune INSEE',
  'Code postal',
  'Investissement financier estimatif total de l’Etat',
  'ZRR',
  'QPV',
  'France services',
] as const

/** The 24 columns of the list of France services, in its order. */
export const FRANCE_SERVICES_COLUMNS = [
  'id_fs',
  'insee_dep',
  'lib_fs',
  'adresse',
  'complement_adresse',
  'insee_com',
  'code_postal',
  'lib_com',
  'latitude',
  'longitude',
  'mail',
  'telephone',
  'h_lundi',
  'h_mardi',
  'h_mercredi',
  'h_jeudi',
  'h_vendredi',
  'h_samedi',
  'prise_rdv',
  'commentaire',
  'type_fs',
  'format_fs',
  'groupe_fs',
  'labellisation_fs',
] as const

export type LieuRow = Record<(typeof LIEU_COLUMNS)[number], string>
export type FranceServicesRow = Record<(typeof FRANCE_SERVICES_COLUMNS)[number], string>
export type StructureRow = Record<(typeof STRUCTURE_COLUMNS)[number], string>

/** As the national places file is published: every cell quoted, commas. */
export function lieuxCsv(rows: LieuRow[]): string {
  return `${Papa.unparse(rows, { columns: [...LIEU_COLUMNS], quotes: true, newline: '\n' })}\n`
}

/** As the list of France services is published: every cell quoted, commas. */
export function franceServicesCsv(rows: FranceServicesRow[]): string {
  return `${Papa.unparse(rows, { columns: [...FRANCE_SERVICES_COLUMNS], quotes: true, newline: '\n' })}\n`
}

/** As the committee's file is published: semicolons, quotes only where a cell needs them. */
export function structuresCsv(rows: StructureRow[]): string {
  return `${Papa.unparse(rows, { columns: [...STRUCTURE_COLUMNS], delimiter: ';', newline: '\n' })}\n`
}
