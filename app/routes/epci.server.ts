import Papa from 'papaparse'
import texte from '../../data/referentiel/epci.csv?raw'

let noms: Map<string, string> | undefined

/** The name of a grouping of communes; null when it is not known. */
export function nomEpci(code: string | null): string | null {
  noms ??= new Map(
    Papa.parse<{ code: string; nom: string }>(texte, { header: true, skipEmptyLines: true }).data.map((row) => [
      row.code,
      row.nom,
    ]),
  )
  return code === null ? null : (noms.get(code) ?? null)
}
