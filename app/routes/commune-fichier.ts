import type { LoaderFunctionArgs } from '@remix-run/node'
import { tableauxDeCommune } from './commune.server.ts'
import { communeAsked } from './commune-demande.server.ts'
import { tableauFile } from './tableaux.server.ts'
import { fichierAbsent } from './territoires.server.ts'

/** `/communes/23096/chiffres.csv`: the tables of a commune as files, whole. */
export async function loader({ params, request, context: { db } }: LoaderFunctionArgs) {
  const commune = communeAsked(db, params.code ?? '', request)
  const tableaux = tableauxDeCommune(db, commune, Number.POSITIVE_INFINITY)
  return (await tableauFile(tableaux, params.fichier ?? '', null)) ?? fichierAbsent()
}
