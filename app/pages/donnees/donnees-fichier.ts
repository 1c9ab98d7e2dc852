import type { LoaderFunctionArgs } from '@remix-run/node'
import { answerMorceaux } from '#app/pages/commun/morceaux.server.ts'
import { tableauFile } from '#app/pages/commun/table-files.server.ts'
import { fichierAbsent } from '#app/pages/commun/territoires.server.ts'
import { readCopie } from '#db/copies.server.ts'
import { departementsGeojson } from './geojson.server.ts'
import { DONNEES } from './tableaux.server.ts'

const TYPES: Record<string, string> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
}

/**
 * `/donnees/communes.csv`: a table whole; `/donnees/departements.geojson`: outlines with every figure;
 * `/donnees/structures-2023-04-05.csv`: a file that was read, without what names a person.
 */
export async function loader({ params, context: { db } }: LoaderFunctionArgs) {
  const fichier = params.fichier ?? ''
  if (fichier === 'departements.geojson') return departementsGeojson(db)
  const copie = readCopie(db, fichier)
  if (copie) {
    const type = TYPES[fichier.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
    return answerMorceaux(copie, {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${fichier}"`,
    })
  }
  const asked = DONNEES.find(({ id }) => fichier.startsWith(`${id}.`))
  return (asked && (await tableauFile([asked.make(db)], fichier, null))) ?? fichierAbsent()
}
