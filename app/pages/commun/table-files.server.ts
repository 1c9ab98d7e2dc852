import { writeXlsx } from 'hucre'
import Papa from 'papaparse'
import {
  type Colonne,
  colonnesDuFichier,
  type Ligne,
  NATURES,
  nomComplet,
  readTri,
  sortTableau,
  type Tableau,
  type Valeur,
} from '#app/domain/chiffres/tableau.ts'
import { arrondir, DECIMALES_FICHIER } from '#app/domain/chiffres/taux.ts'
import { citeSource } from '#app/domain/citations/source-citee.ts'
import { espaces } from '#app/domain/texte/espaces.ts'
import { FORMULE_DE_TABLEUR } from '#app/domain/texte/formule.ts'
import { answerCsv, answerJson } from './answer.server.ts'
import { descripteurOf, enTeteCsv } from './descripteur.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/**
 * The file that a path asks for ("departements.csv", "departements.xlsx", "departements.json") among these tables, in the order of the
 * page (`trier`); null when no table has this name.
 */
export async function tableauFile(
  tableaux: readonly Tableau[],
  fichier: string,
  trier: string | null,
): Promise<Response | null> {
  const [, id, extension] = /^([a-z0-9-]+)\.(csv|xlsx|json)$/.exec(fichier) ?? []
  const found = tableaux.find((tableau) => tableau.id === id)
  if (!found) return null
  const tableau = sortTableau(found, readTri(found, trier))
  if (extension === 'json') return answerJson(descripteurOf(tableau))
  return extension === 'csv'
    ? answerCsv(tableauToCsv(tableau), fichier)
    : answerXlsx(await tableauToXlsx(tableau), fichier)
}

/** Numbers as numbers (a point, no space), with six decimals: what the page is rounded from. */
export function tableauToCsv({ lignes, total, ...rest }: Tableau): string {
  const colonnes = colonnesDuFichier(rest.colonnes)
  const rows = [...lignes, ...(total ? [total] : [])].map((ligne) => cellsOf(colonnes, ligne))
  // With plain spaces: a program writes these names to ask for a column.
  const noms = colonnes.map(enTeteCsv)
  const text = Papa.unparse([noms, ...rows], {
    newline: '\r\n',
    escapeFormulae: FORMULE_DE_TABLEUR,
  })
  return `\uFEFF${text}\r\n`
}

/** The same numbers in the format of the page, and a second sheet that says what, from where and under which licence. */
export function tableauToXlsx({ titre, lignes, total, notes, sources, ...rest }: Tableau): Promise<Uint8Array> {
  const colonnes = colonnesDuFichier(rest.colonnes)
  const rows = [...lignes, ...(total ? [total] : [])].map((ligne) => cellsOf(colonnes, ligne))
  const about = [titre, ...notes, ...sources.map(citeSource)].map((texte) => [espaces(texte)])
  const noms = colonnes.map(nomComplet)
  return writeXlsx({
    sheets: [
      {
        name: 'Tableau',
        columns: colonnes.map(({ nature }, rang) => ({
          header: noms[rang],
          width: 18,
          numFmt: NATURES[nature].xlsx,
        })),
        rows: [noms, ...rows],
      },
      { name: 'Sources et méthode', columns: [{ width: 120 }], rows: about },
    ],
  })
}

/** Six decimals, which the page is rounded from. */
function cellsOf(colonnes: readonly Colonne[], { valeurs }: Ligne): Valeur[] {
  return colonnes.map(({ cle }) => {
    const valeur = valeurs[cle] ?? null
    return typeof valeur === 'number' ? arrondir(valeur, DECIMALES_FICHIER) : valeur
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
