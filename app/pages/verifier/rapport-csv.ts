import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { answerFichier } from './fichier.server.ts'
import { fichierFait } from './verifier.server.ts'

/** The report of what is sent, whole, as a file. */
export function action({ request, context }: ActionFunctionArgs) {
  return answerFichier(() => fichierFait(request, context, 'rapport'), 'rapport-de-verification.csv')
}

/** Nothing is kept, so there is nothing to read. */
export function loader() {
  return redirect('/collectivites/verifier')
}
