import { writeXlsx } from 'hucre'
import Papa from 'papaparse'
import { citeSource } from '#app/domain/source-citee.ts'
import {
  type Colonne,
  type Ligne,
  type Nature,
  nomComplet,
  readTri,
  sortTableau,
  type Tableau,
  type Valeur,
} from '#app/domain/tableau.ts'
import { answerCsv } from './answer.server.ts'

const FORMATS: Partial<Record<Nature, string>> = {
  taux: '0.00',
  part: '0.0%',
  km: '0.0',
  'ecart-taux': '+0.00;-0.00;0.00',
  euros: '#,##0 "€"',
  nombre: '#,##0',
}
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/**
 * The file that a path asks for ("departements.csv", "departements.xlsx") among these tables, in the order of the
 * page (`trier`); null when no table has this name.
 */
export async function tableauFile(
  tableaux: readonly Tableau[],
  fichier: string,
  trier: string | null,
): Promise<Response | null> {
  const [, id, extension] = /^([a-z0-9-]+)\.(csv|xlsx)$/.exec(fichier) ?? []
  const found = tableaux.find((tableau) => tableau.id === id)
  if (!found) return null
  const tableau = sortTableau(found, readTri(found, trier))
  return extension === 'csv'
    ? answerCsv(tableauToCsv(tableau), fichier)
    : answerXlsx(await tableauToXlsx(tableau), fichier)
}

/** Numbers as numbers (a point, no space): the values of the page before they are put in words. */
export function tableauToCsv({ colonnes, lignes, total }: Tableau): string {
  const rows = [...lignes, ...(total ? [total] : [])].map((ligne) => cellsOf(colonnes, ligne))
  const text = Papa.unparse([colonnes.map(nomComplet), ...rows], { newline: '\r\n', escapeFormulae: true })
  return `\uFEFF${text}\r\n`
}

/** The same with formats, and a second sheet that says what, from where and under which licence. */
export function tableauToXlsx({ titre, colonnes, lignes, total, notes, sources }: Tableau): Promise<Uint8Array> {
  const rows = [...lignes, ...(total ? [total] : [])].map((ligne) => cellsOf(colonnes, ligne))
  const about = [[titre], ...notes.map((note) => [note]), ...sources.map((source) => [citeSource(source)])]
  return writeXlsx({
    sheets: [
      {
        name: 'Tableau',
        columns: colonnes.map((colonne) => ({
          header: nomComplet(colonne),
          width: 18,
          numFmt: FORMATS[colonne.nature],
        })),
        rows: [colonnes.map(nomComplet), ...rows],
      },
      { name: 'Sources et méthode', columns: [{ width: 120 }], rows: about },
    ],
  })
}

/** Decimals of a nature, as the page shows it: a share of 0.952 is its 95,2 %. A file never says more than its page. */
const DECIMALES: Partial<Record<Nature, number>> = { taux: 2, part: 3, km: 1, 'ecart-taux': 2 }

function cellsOf(colonnes: readonly Colonne[], { valeurs }: Ligne): Valeur[] {
  return colonnes.map(({ cle, nature }) => {
    const valeur = valeurs[cle] ?? null
    const decimales = DECIMALES[nature]
    if (typeof valeur !== 'number' || decimales === undefined) return valeur
    return Math.round(valeur * 10 ** decimales) / 10 ** decimales
  })
}

function answerXlsx(body: Uint8Array, fichier: string): Response {
  return new Response(body as BodyInit, {
    headers: {
      'Access-Control-Allow-Origin': '*',
      'Content-Type': XLSX,
      'Content-Disposition': `attachment; filename="${fichier}"`,
    },
  })
}
