import type { LoaderFunctionArgs } from '@remix-run/node'
import { refuseErrors } from '#app/pages/commun/answer.server.ts'
import { tableauFile } from '#app/pages/commun/table-files.server.ts'
import { fichierAbsent } from '#app/pages/commun/territoires.server.ts'
import { readEpci } from '#app/pages/territoires/epci/parametres.ts'
import { listDepartements } from '#db/departements.server.ts'
import { tableauEpci } from './tableaux.server.ts'

/** `/epci/fichier/epci.csv`: the table of the page whole, under its query string. */
export async function loader({ params, request, context: { db } }: LoaderFunctionArgs) {
  const tableau = tableauEpci(db, null)
  const { departement, trier, errors } = readEpci(listDepartements(db), tableau, new URL(request.url).searchParams)
  const refused = refuseErrors(errors)
  if (refused) return refused
  const asked = departement === null ? tableau : tableauEpci(db, departement)
  return (await tableauFile([asked], params.fichier ?? '', trier)) ?? fichierAbsent()
}
