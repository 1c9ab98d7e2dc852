import { writeXlsx } from 'hucre'
import { citeSource, type SourceCitee } from '#app/domain/citations/source-citee.ts'
import { espaces } from '#app/domain/texte/espaces.ts'
import { aplatir, colonnesOf } from './ecrire.server.ts'
import type { Definition, Liste, Objet } from './ressource.server.ts'

const DATE = /^\d{4}-\d{2}-\d{2}$/
/** A spreadsheet refuses a longer cell. */
const CELLULE_MAX = 32_767

/** A list as a workbook: dates as dates, codes and telephones as text, and a second sheet that says where it comes from. */
export async function answerClasseur(
  { morceaux, sans, source, total }: Liste,
  { schema }: Definition,
  choix: (o: Objet) => Objet,
  headers: Record<string, string>,
): Promise<Response> {
  const colonnes = colonnesOf(schema, choix).filter((nom) => !sans.includes(nom))
  const rows: unknown[][] = []
  for (const some of morceaux) {
    // Whatever else is asked meanwhile is answered between two of them.
    await new Promise((resolve) => setImmediate(resolve))
    for (const one of some) rows.push(ligneOf(aplatir(choix(one)), colonnes))
  }
  const dites = source as unknown as (Omit<SourceCitee, 'producteur'> & { demonstration: boolean })[]
  const sources = dites.map((one) => [
    espaces(`${one.demonstration ? 'DONNÉES DE DÉMONSTRATION. ' : ''}${citeSource({ ...one, producteur: null })}`),
  ])
  const body = await writeXlsx({
    // A quarter faster than a table of shared texts, a tenth larger.
    stringMode: 'inline',
    sheets: [
      {
        name: 'Lieux',
        columns: colonnes.map((header) => ({
          header,
          width: 18,
          ...(header === 'date_maj' && { numFmt: 'yyyy-mm-dd' }),
        })),
        rows: [colonnes, ...rows] as never,
      },
      { name: 'Sources', columns: [{ width: 120 }], rows: [[espaces(`${total} lieux`)], ...sources] },
    ],
  })
  return new Response(body as BodyInit, { headers })
}

function ligneOf(cellules: Readonly<Record<string, unknown>>, colonnes: readonly string[]): unknown[] {
  return colonnes.map((nom) => {
    const valeur = cellules[nom] ?? null
    if (typeof valeur === 'boolean') return valeur ? 'oui' : 'non'
    if (nom === 'date_maj' && typeof valeur === 'string' && DATE.test(valeur)) return new Date(`${valeur}T00:00:00Z`)
    if (typeof valeur !== 'string') return valeur
    return valeur === '' ? null : valeur.slice(0, CELLULE_MAX)
  })
}
