import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { answerFichier } from './fichier.server.ts'
import { fichierCorrige } from './verifier.server.ts'

/** What is sent, with every sure correction applied. */
export function action({ request, context }: ActionFunctionArgs) {
  return answerFichier(() => fichierCorrige(request, context), 'fichier-corrige.csv')
}

/** Nothing is kept, so there is nothing to read. */
export function loader() {
  return redirect('/collectivites/verifier')
}
