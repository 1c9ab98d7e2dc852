import type { LoaderFunctionArgs } from '@remix-run/node'
import { refuse } from './api.server.ts'
import { tableauxDesDepartements } from './departements.server.ts'
import { readDemande } from './departements-demande.server.ts'
import { tableauFile } from './tableaux.server.ts'
import { fichierAbsent } from './territoires.server.ts'

/** `/departements/fichier/departements.csv`: the tables of the page as files, under the query string of the page. */
export async function loader({ params, request, context: { db } }: LoaderFunctionArgs) {
  const { region, trier, errors } = readDemande(db, new URL(request.url).searchParams)
  if (errors.length > 0) return refuse(errors.map(({ message }) => message).join(' '))
  return (await tableauFile(tableauxDesDepartements(db, region), params.fichier ?? '', trier)) ?? fichierAbsent()
}
