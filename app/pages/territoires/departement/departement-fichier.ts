import type { LoaderFunctionArgs } from '@remix-run/node'
import { tableauFile } from '#app/pages/commun/table-files.server.ts'
import { fichierAbsent } from '#app/pages/commun/territoires.server.ts'
import { departementAsked } from './demande.server.ts'
import { tableauxListes } from './listes.server.ts'
import { answerPlan } from './plan-fichier.server.tsx'
import { tableauRuralite, tableauxCompares } from './tableaux.server.ts'

/** `/departements/23/employeurs.csv`: the tables of a department as files, whole; `plan.svg`: its drawing. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { db } = context
  const departement = departementAsked(db, params.code ?? '', request)
  const fichier = params.fichier ?? ''
  if (fichier === 'plan.svg') return answerPlan(context, departement) ?? fichierAbsent()
  const listes = tableauxListes(db, departement, Number.POSITIVE_INFINITY)
  const tableaux = [...tableauxCompares(db, departement), tableauRuralite(db, departement), ...listes]
  return (await tableauFile(tableaux, fichier, null)) ?? fichierAbsent()
}
