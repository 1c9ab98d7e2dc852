import { pageNue } from '#app/components/page-nue.ts'
import { refusOf } from './verifier.server.ts'

/** A file made of what was sent, under a name of ours; or the sentence that says why there is none. */
export async function answerFichier(make: () => Promise<Uint8Array<ArrayBuffer>>, nom: string): Promise<Response> {
  try {
    const headers = { ...HEADERS, 'Content-Type': 'text/csv; charset=utf-8' }
    return new Response(await make(), {
      headers: { ...headers, 'Content-Disposition': `attachment; filename="${nom}"` },
    })
  } catch (error) {
    const { status, message, retryAfter } = refusOf(error)
    const lien = { href: '/collectivites/verifier', texte: 'Revenir à la vérification d’un fichier' }
    const headers = new Headers({ ...HEADERS, 'Content-Type': 'text/html; charset=utf-8' })
    if (retryAfter !== null) headers.set('Retry-After', String(retryAfter))
    return new Response(pageNue(message, lien), { status, headers })
  }
}

/** The server adds those of every answer, `nosniff` among them. */
const HEADERS = { 'Cache-Control': 'no-store' }
