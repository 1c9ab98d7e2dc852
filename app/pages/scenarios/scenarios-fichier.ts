import type { LoaderFunctionArgs } from '@remix-run/node'
import { answerSvg } from '#app/dessin/answer-drawing.server.ts'
import { barresFichier } from '#app/dessin/graphiques-fichier.tsx'
import { refuse } from '#app/pages/commun/answer.server.ts'
import { tableauFile } from '#app/pages/commun/table-files.server.ts'
import { scenarioOf } from './scenarios.server.ts'

/** The tables and the drawing of `/scenarios` as files, under the same query string. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url)
  const { lecture, recherche, trier, errors, sources } = await scenarioOf(context.db, searchParams)
  const [error] = errors
  if (error) return refuse(error.message)
  const fichier = params.fichier ?? ''
  if (lecture !== null && fichier === 'scenario-ruralite.svg') {
    const { barres, titreBarres: titre, notes } = lecture
    const permalien = `${context.publicUrl}/scenarios?${recherche}`
    return answerSvg(barresFichier({ titre, barres, notes, sources, permalien }), fichier)
  }
  const answer = lecture && (await tableauFile(lecture.tableaux, fichier, trier))
  return answer ?? new Response('Ce fichier n’existe pas. Ses liens sont sur la page /scenarios.', { status: 404 })
}
