import Papa from 'papaparse'
import type { DemandeGeocodage } from '#app/lecture/adresses-geocodees.ts'
import { type Reponse, readGeocode } from './cache.ts'

/** Only these leave this machine: neither a name, nor an identifier, nor coordinates (they would bias the search). */
export const COLONNES_ENVOYEES = ['id', 'adresse', 'code_insee', 'code_postal']
export const COLONNES_DEMANDEES = [
  'latitude',
  'longitude',
  'result_score',
  'result_type',
  'result_citycode',
  'result_label',
  'result_status',
]

export function writeDemandes(demandes: readonly DemandeGeocodage[]): string {
  const rows = demandes.map(({ cle, adresse, codeInsee, codePostal }) => [cle, adresse, codeInsee, codePostal])
  return `${Papa.unparse([COLONNES_ENVOYEES, ...rows], { newline: '\n' })}\n`
}

/**
 * The answers in the CSV that came back, found by the key that was sent; null when it is no such CSV (a page, a JSON
 * error). A row that is missing, cut, unknown, or that the service itself calls an error is no answer: it will be
 * asked again.
 */
export function readReponses(text: string, demandes: readonly DemandeGeocodage[]): Reponse[] | null {
  const { data, meta } = Papa.parse<Record<string, string>>(text.replace(/^\ufeff/, ''), {
    header: true,
    delimiter: ',',
    skipEmptyLines: true,
  })
  const fields = meta.fields ?? []
  if (!['id', ...COLONNES_DEMANDEES].every((name) => fields.includes(name))) return null
  const asked = new Map(demandes.map((demande) => [demande.cle, demande]))
  return data.flatMap((row) => {
    const demande = asked.get(row.id ?? '')
    const geocode = readGeocode({
      statut: row.result_status,
      type: row.result_type,
      score: row.result_score,
      codeInsee: row.result_citycode,
      lat: row.latitude,
      lon: row.longitude,
      libelle: row.result_label,
    })
    if (!demande || !geocode) return []
    asked.delete(demande.cle)
    return [{ demande, geocode }]
  })
}
