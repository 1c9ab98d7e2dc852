import type { LoaderFunctionArgs } from '@remix-run/node'
import { refuseErrors } from '#app/pages/commun/answer.server.ts'
import { tableauFile } from '#app/pages/commun/table-files.server.ts'
import { fichierAbsent } from '#app/pages/commun/territoires.server.ts'
import { readDepartements, tableauxDesDepartements } from './departements.server.ts'

/** `/departements/fichier/departements.csv`: the tables of the page as files, under the query string of the page. */
export async function loader({ params, request, context: { db } }: LoaderFunctionArgs) {
  const { region, trier, errors } = readDepartements(db, new URL(request.url).searchParams)
  const refused = refuseErrors(errors)
  if (refused) return refused
  return (await tableauFile(tableauxDesDepartements(db, region), params.fichier ?? '', trier)) ?? fichierAbsent()
}
