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
import { answerJson, csvHeaders } from './answer.server.ts'
import { writeClasseur } from './classeur.server.ts'
import { descripteurOf, enTeteCsv } from './descripteur.ts'
import { answerMorceaux } from './morceaux.server.ts'

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
    ? answerMorceaux(writeCsv(tableau), csvHeaders(fichier))
    : answerMorceaux(await writeTableur(tableau), {
        'Content-Type': XLSX,
        'Content-Disposition': `attachment; filename="${fichier}"`,
      })
}

/** Rows written together: of a whole country, thirty-five thousand hold a processor for seconds. */
const LIGNES = 250

function* morceauxDe(colonnes: readonly Colonne[], tableau: Tableau): Iterable<Valeur[][]> {
  for (const lignes of lotsDe(tableau)) yield lignes.map((ligne) => cellsOf(colonnes, ligne))
}

function* lotsDe({ lignes, suite, total }: Tableau): Iterable<readonly Ligne[]> {
  for (let from = 0; from < lignes.length; from += LIGNES) yield lignes.slice(from, from + LIGNES)
  if (suite) yield* suite()
  if (total) yield [total]
}

/** Numbers as numbers (a point, no space), with six decimals: what the page is rounded from. */
export function* writeCsv(tableau: Tableau): Iterable<string> {
  const colonnes = colonnesDuFichier(tableau.colonnes)
  const write = (rows: Valeur[][]) =>
    `${Papa.unparse(rows, { newline: '\r\n', escapeFormulae: FORMULE_DE_TABLEUR })}\r\n`
  // With plain spaces: a program writes these names to ask for a column.
  yield `\uFEFF${write([colonnes.map(enTeteCsv)])}`
  for (const rows of morceauxDe(colonnes, tableau)) yield write(rows)
}

/** The same numbers in the format of the page, and a second sheet that says what, from where and under which licence. */
function writeTableur(tableau: Tableau): Promise<Iterable<Uint8Array>> {
  const colonnes = colonnesDuFichier(tableau.colonnes)
  const { titre, notes, sources } = tableau
  const about = [titre, ...notes, ...sources.map(citeSource)].map((texte) => [espaces(texte)])
  const noms = colonnes.map(nomComplet)
  const sheets = [
    {
      name: 'Tableau',
      columns: colonnes.map(({ nature }, rang) => ({ header: noms[rang], width: 18, numFmt: NATURES[nature].xlsx })),
      rows: [noms],
    },
    { name: 'Sources et méthode', columns: [{ width: 120 }], rows: about },
  ]
  return writeClasseur(sheets, morceauxDe(colonnes, tableau))
}

/** Six decimals, which the page is rounded from. */
function cellsOf(colonnes: readonly Colonne[], { valeurs }: Ligne): Valeur[] {
  return colonnes.map(({ cle }) => {
    const valeur = valeurs[cle] ?? null
    return typeof valeur === 'number' && !Number.isInteger(valeur) ? arrondir(valeur, DECIMALES_FICHIER) : valeur
  })
}
