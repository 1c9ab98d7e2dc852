import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { rapportCsv } from '#app/verification/rapport-csv.ts'
import { answerFichier } from './fichier.server.ts'
import { rapportOf } from './verifier.server.ts'

/** The report of what is sent, whole, as a file. */
export function action({ request, context }: ActionFunctionArgs) {
  return answerFichier(async () => rapportCsv(await rapportOf(request, context)), 'rapport-de-verification.csv')
}

/** Nothing is kept, so there is nothing to read. */
export function loader() {
  return redirect('/collectivites/verifier')
}
