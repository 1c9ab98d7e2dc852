import type { LoaderFunctionArgs } from '@remix-run/node'
import { tableauFile } from '#app/pages/commun/table-files.server.ts'
import { fichierAbsent } from '#app/pages/commun/territoires.server.ts'
import { epciAsked } from './epci.server.ts'
import { tableauxDeEpci } from './tableaux.server.ts'

/** `/epci/200000172/communes.csv`: the tables of an EPCI as files. */
export async function loader({ params, context: { db } }: LoaderFunctionArgs) {
  const tableaux = tableauxDeEpci(db, epciAsked(db, params.siren ?? ''))
  return (await tableauFile(tableaux, params.fichier ?? '', null)) ?? fichierAbsent()
}
