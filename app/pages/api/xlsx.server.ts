import { citeSource, type SourceCitee } from '#app/domain/citations/source-citee.ts'
import { espaces } from '#app/domain/texte/espaces.ts'
import { type CelluleDeClasseur, writeClasseur } from '#app/pages/commun/classeur.server.ts'
import { answerMorceaux } from '#app/pages/commun/morceaux.server.ts'
import { type ColonneDObjet, cellulesOf, colonnesOf } from './ecrire.server.ts'
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
  const colonnes = colonnesOf(schema, choix).filter(({ nom }) => !sans.includes(nom))
  const dites = source as unknown as (Omit<SourceCitee, 'producteur'> & { demonstration: boolean })[]
  const sources = dites.map((one) => [
    espaces(`${one.demonstration ? 'DONNÉES DE DÉMONSTRATION. ' : ''}${citeSource({ ...one, producteur: null })}`),
  ])
  const sheets = [
    {
      name: 'Lieux',
      columns: colonnes.map(({ nom }) => ({
        header: nom,
        width: 18,
        ...(nom === 'date_maj' && { numFmt: 'yyyy-mm-dd' }),
      })),
      rows: [colonnes.map(({ nom }) => nom)],
    },
    { name: 'Sources', columns: [{ width: 120 }], rows: [[espaces(`${total} lieux`)], ...sources] },
  ]
  return answerMorceaux(await writeClasseur(sheets, lignesOf(morceaux, colonnes)), headers)
}

function* lignesOf(morceaux: Iterable<Objet[]>, colonnes: readonly ColonneDObjet[]): Iterable<CelluleDeClasseur[][]> {
  for (const some of morceaux) yield some.map((one) => ligneOf(one, colonnes))
}

function ligneOf(objet: Objet, colonnes: readonly ColonneDObjet[]): CelluleDeClasseur[] {
  return cellulesOf(objet, colonnes).map((valeur, rang) => {
    if (typeof valeur === 'boolean') return valeur ? 'oui' : 'non'
    if (typeof valeur === 'number') return valeur
    if (typeof valeur !== 'string' || valeur === '') return null
    if (colonnes[rang]?.nom === 'date_maj' && DATE.test(valeur)) return new Date(`${valeur}T00:00:00Z`)
    return valeur.slice(0, CELLULE_MAX)
  })
}
