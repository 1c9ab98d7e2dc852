import type { LoaderFunctionArgs } from '@remix-run/node'
import { RAPPORT } from '#app/domain/collectivites/vues.ts'
import { readParams } from '#app/domain/parametres.ts'
import { aujourdhui } from '#app/domain/texte/date.ts'
import { tableauFile } from '#app/pages/commun/table-files.server.ts'
import { fichierAbsent } from '#app/pages/commun/territoires.server.ts'
import { territoireAsked } from './demande.server.ts'
import { rapportOf } from './rapport.server.ts'
import { tableauxCollectivite } from './tableaux.server.ts'

/** `/collectivites/commune/43157/remarques.csv`: the report of a territory as files, whole; `voir` as on the page. */
export async function loader({ params, request, context: { db } }: LoaderFunctionArgs) {
  const territoire = territoireAsked(db, params.type ?? '', params.code ?? '', request)
  const { values, errors } = readParams(RAPPORT, new URL(request.url).searchParams)
  const [error] = errors
  if (error) return new Response(`${error.message}\n`, { status: 400, headers: { 'Content-Type': TEXTE } })
  const tableaux = tableauxCollectivite(db, territoire, rapportOf(db, territoire, aujourdhui()), values.voir)
  return (await tableauFile(tableaux, params.fichier ?? '', null)) ?? fichierAbsent()
}

const TEXTE = 'text/plain; charset=utf-8'
