import type { LoaderFunctionArgs } from '@remix-run/node'
import { readTrier } from '#app/domain/parametres/trier.ts'
import { refuseErrors } from '#app/pages/commun/answer.server.ts'
import { tableauFile } from '#app/pages/commun/table-files.server.ts'
import { SCRIPTS } from './recalcul.server.ts'
import { methodeTableaux } from './tableaux.server.ts'

/** `/methode/ID.csv`, `/methode/ID.xlsx`: the tables of the page; `/methode/NOM.mjs`: a script that it shows. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const fichier = params.fichier ?? ''
  const script = SCRIPTS.find(({ nom }) => nom === fichier)
  if (script) return answerScript(script.nom, script.texte)
  const tableaux = Object.values(methodeTableaux(context.db))
  const { trier, errors } = readTrier(tableaux, new URL(request.url).searchParams)
  const file = refuseErrors(errors) ?? (await tableauFile(tableaux, fichier, trier))
  if (file === null)
    throw new Response('Ce fichier n’existe pas. La page « Méthode » donne les liens.', { status: 404 })
  return file
}

function answerScript(nom: string, texte: string): Response {
  return new Response(texte, {
    headers: {
      'Access-Control-Allow-Origin': '*',
      'Content-Type': 'text/javascript; charset=utf-8',
      'Content-Disposition': `attachment; filename="${nom}"`,
    },
  })
}
