import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { answerFichier } from './fichier.server.ts'
import { fichierFait } from './verifier.server.ts'

/** What is sent, with every sure correction applied. */
export function action({ request, context }: ActionFunctionArgs) {
  return answerFichier(() => fichierFait(request, context, 'corrige'), 'fichier-corrige.csv')
}

/** Nothing is kept, so there is nothing to read. */
export function loader() {
  return redirect('/collectivites/verifier')
}
