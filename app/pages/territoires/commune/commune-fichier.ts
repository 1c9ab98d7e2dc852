import type { LoaderFunctionArgs } from '@remix-run/node'
import { tableauFile } from '#app/pages/commun/table-files.server.ts'
import { fichierAbsent } from '#app/pages/commun/territoires.server.ts'
import { communeAsked } from './demande.server.ts'
import { tableauxDeCommune } from './tableaux.server.ts'

/** `/communes/23096/chiffres.csv`: the tables of a commune as files, whole. */
export async function loader({ params, request, context: { db } }: LoaderFunctionArgs) {
  const commune = communeAsked(db, params.code ?? '', request)
  const tableaux = tableauxDeCommune(db, commune, Number.POSITIVE_INFINITY)
  return (await tableauFile(tableaux, params.fichier ?? '', null)) ?? fichierAbsent()
}
