import {
  type Colonne,
  colonnesDuFichier,
  NATURES,
  type Nature,
  nomComplet,
  type Tableau,
} from '#app/domain/chiffres/tableau.ts'
import { citeSource } from '#app/domain/citations/source-citee.ts'
import { espaces } from '#app/domain/texte/espaces.ts'

/** What a number of each kind is counted in. */
const UNITES: Partial<Record<Nature, string>> = {
  taux: 'pour 10 000 habitants',
  part: 'part, de 0 à 1',
  km: 'kilomètres, à vol d’oiseau',
  heures: 'heures par semaine',
  euros: 'euros',
  'ecart-taux': 'différence de taux pour 10 000 habitants',
}

/** A column as the first line of a CSV has it: with the spaces of a keyboard. */
export function enTeteCsv(colonne: Colonne): string {
  return nomComplet(colonne).replace(/\s/g, ' ')
}

/**
 * What the CSV of a table holds, as a Frictionless data resource (https://specs.frictionlessdata.io/data-resource/): its
 * columns with their types and units, its notes, its sources with their dates and licences. `valeurs` names the same
 * columns as the addresses of the site do.
 */
export function descripteurOf({ id, titre, colonnes, notes, sources }: Tableau) {
  return {
    profile: 'tabular-data-resource',
    name: id,
    title: espaces(titre),
    path: `${id}.csv`,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: { delimiter: ',', lineTerminator: '\r\n', header: true },
    schema: {
      fields: colonnesDuFichier(colonnes).map((colonne) => ({
        name: enTeteCsv(colonne),
        type: NATURES[colonne.nature].type,
        ...(UNITES[colonne.nature] && { unit: UNITES[colonne.nature] }),
        cle: colonne.cle,
      })),
      missingValues: [''],
    },
    notes: notes.map(espaces),
    sources: sources.map((source) => ({
      title: espaces(citeSource(source)),
      date: source.date,
      ...(source.url && { path: source.url }),
      ...(source.licence && { licence: source.licence }),
    })),
  }
}
