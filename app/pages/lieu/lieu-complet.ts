import type { Semaine } from '#app/domain/horaires/semaine.ts'
import type { Adresse } from '#app/domain/lieu/adresse-affichee.ts'
import type { Champ } from '#app/domain/lieu/champs.ts'
import type { Precision, Reseau, Ruralite, Severity } from '#app/domain/vocabulary.ts'

/** What the page of a place shows. Absent values are null, or empty lists. */
export type LieuComplet = Adresse & {
  id: string
  nom: string
  /** As the file writes it. */
  nomPublie: string
  reseau: Reseau
  communeCode: string | null
  departementCode: string
  departementNom: string
  regionNom: string | null
  ruralite: Ruralite
  densite: number | null
  frr: string | null
  lat: number | null
  lon: number | null
  precision: Precision
  telephone: string | null
  courriels: string[]
  sitesWeb: string[]
  priseRdv: string | null
  horaires: string | null
  semaine: Semaine | null
  /** IANA zone of the place. */
  fuseau: string
  resume: string | null
  detail: string | null
  itinerant: boolean | null
  siret: string | null
  rapprochement: 'siret' | 'siren' | null
  structureParente: string | null
  structure: { cle: string; nom: string; postes: number; dateValidation: string | null; siret: string | null } | null
  ficheAccesLibre: string | null
  dateMaj: string | null
  source: string | null
  valeurs: Partial<Record<Champ, string[]>>
  publications: Publication[]
  anomalies: AnomalieMontree[]
}

export type Publication = {
  titre: string
  date: string
  url: string | null
  producteur: string | null
  licence: string | null
  fichier: string
  line: number
  idPublie: string | null
}

export type AnomalieMontree = {
  line: number
  field: string
  code: string
  severity: Severity
  phrase: string
  raw: string | null
  corrected: string | null
}
