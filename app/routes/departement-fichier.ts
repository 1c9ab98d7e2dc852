import type { LoaderFunctionArgs } from '@remix-run/node'
import { tableauRuralite, tableauxCompares } from './departement.server.ts'
import { departementAsked } from './departement-demande.server.ts'
import { tableauxListes } from './departement-listes.server.ts'
import { answerPlan } from './plan-fichier.server.tsx'
import { tableauFile } from './tableaux.server.ts'
import { fichierAbsent } from './territoires.server.ts'

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
