import type { LoaderFunctionArgs } from '@remix-run/node'
import { tableauFile } from '#app/pages/commun/table-files.server.ts'
import { fichierAbsent } from '#app/pages/commun/territoires.server.ts'
import { departementsGeojson } from './geojson.server.ts'
import { DONNEES } from './tableaux.server.ts'

/** `/donnees/communes.csv`: a table whole; `/donnees/departements.geojson`: outlines with every figure. */
export async function loader({ params, context: { db } }: LoaderFunctionArgs) {
  const fichier = params.fichier ?? ''
  if (fichier === 'departements.geojson') return departementsGeojson(db)
  const asked = DONNEES.find(({ id }) => fichier.startsWith(`${id}.`))
  return (asked && (await tableauFile([asked.make(db)], fichier, null))) ?? fichierAbsent()
}
