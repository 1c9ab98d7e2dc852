import type { LoaderFunctionArgs } from '@remix-run/node'
import { answerPng, answerSvg } from '#app/dessin/answer-drawing.server.ts'
import { readTrier } from '#app/domain/parametres/trier.ts'
import { refuse } from '#app/pages/commun/answer.server.ts'
import { tableauFile } from '#app/pages/commun/table-files.server.ts'
import { isSortable } from '#app/pages/evolution/tableaux.tsx'
import { evolutionDessin } from './dessins.server.tsx'
import { evolutionOf } from './evolution.server.ts'
import { evolutionTableaux } from './tableaux.server.ts'

/** The tables and the drawings of /evolution as files, under the page's own query string. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url)
  const fichier = params.fichier ?? ''
  const evolution = evolutionOf(context.db, searchParams)
  const tableaux = evolutionTableaux(evolution)
  const { trier, errors } = readTrier(
    tableaux.filter(({ id }) => isSortable(id)),
    searchParams,
  )
  const [error] = [...evolution.errors, ...errors]
  if (error) return refuse(error.message)
  const [, nom = '', extension] = /^([a-z-]+)\.(svg|png)$/.exec(fichier) ?? []
  const dessin = evolutionDessin(nom, evolution, `${context.publicUrl}/evolution${evolution.recherche}`)
  if (dessin) return extension === 'svg' ? answerSvg(dessin, fichier) : answerPng(dessin, fichier)
  const table = await tableauFile(tableaux, fichier, isSortable(fichier) ? trier : null)
  if (table) return table
  throw new Response('Ce fichier n’existe pas. Ouvrez la page « Évolution » : elle mène à tous ses fichiers.', {
    status: 404,
  })
}
