import type { LoaderFunctionArgs } from '@remix-run/node'
import { refuse } from '#app/pages/commun/answer.server.ts'
import { tableauFile } from '#app/pages/commun/table-files.server.ts'
import { fichierAbsent } from '#app/pages/commun/territoires.server.ts'
import { readDemande } from './demande.server.ts'
import { tableauxDesDepartements } from './departements.server.ts'

/** `/departements/fichier/departements.csv`: the tables of the page as files, under the query string of the page. */
export async function loader({ params, request, context: { db } }: LoaderFunctionArgs) {
  const { region, trier, errors } = readDemande(db, new URL(request.url).searchParams)
  if (errors.length > 0) return refuse(errors.map(({ message }) => message).join(' '))
  return (await tableauFile(tableauxDesDepartements(db, region), params.fichier ?? '', trier)) ?? fichierAbsent()
}
