import { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http'
import { pageNue } from '#app/components/page-nue.ts'
import { allowedMethods, isApi } from './guard.ts'

/** What went wrong, for a person: never a stack, never what was sent. */
const SENTENCES: Record<number, string> = {
  400: 'L’adresse demandée est mal écrite.',
  403: 'Cet envoi vient d’un autre site. Envoyez le fichier depuis la page « Vérifier un fichier ».',
  404: 'Cette page n’existe pas.',
  405: 'Cette adresse se consulte seulement.',
  414: 'L’adresse demandée est trop longue.',
  417: 'Cette demande n’est pas comprise.',
  429: 'Trop de demandes en une minute. Reprenez dans une minute ; pour tout lire, préférez un fichier.',
  431: 'La demande envoyée est trop longue.',
  500: 'Une erreur est survenue de notre côté. Réessayez dans quelques minutes.',
  503: 'L’annuaire est momentanément indisponible. Réessayez dans quelques minutes.',
}

function sentenceOf(status: number): string {
  return SENTENCES[status] ?? SENTENCES[status < 500 ? 400 : 500] ?? ''
}

export function errorPage(status: number): string {
  const verifier = { href: '/collectivites/verifier', texte: 'Vérifier un fichier' }
  return pageNue(sentenceOf(status), status === 403 ? verifier : undefined)
}

/** Answers with an error page, or cuts the connection when the answer has begun. */
export function answerError(req: IncomingMessage, res: ServerResponse, status: number): void {
  if (res.headersSent) {
    res.destroy()
    return
  }
  for (const name of ['ETag', 'Last-Modified', 'Content-Encoding', 'Content-Length']) res.removeHeader(name)
  res.setHeader('Cache-Control', 'no-store')
  if (status === 405) res.setHeader('Allow', allowedMethods(req).join(', '))
  if (status === 503) res.setHeader('Retry-After', '60')
  if (isApi(req.url ?? '')) answer(req, res, status, PROBLEME, erreurApi(req, status))
  else answer(req, res, status, 'text/html; charset=utf-8', errorPage(status))
}

const PROBLEME = 'application/problem+json; charset=utf-8'

/** RFC 9457, as the API itself refuses (app/pages/api/probleme.server.ts). */
function erreurApi(req: IncomingMessage, status: number): string {
  const detail =
    status === 405
      ? `La méthode « ${String(req.method).slice(0, 20)} » n’est pas admise ici. Écrivez : ${allowedMethods(req).join(', ')}.`
      : status === 404
        ? 'Cette adresse n’existe pas. Les adresses de l’API sont sur la page /api.'
        : sentenceOf(status)
  return JSON.stringify({ type: 'about:blank', title: STATUS_CODES[status], status, detail, erreur: detail })
}

/** Sends a whole body, or its headers only for HEAD. */
export function answer(
  req: IncomingMessage,
  res: ServerResponse,
  status: number,
  type: string,
  body: string | Buffer,
): void {
  res.statusCode = status
  res.setHeader('Content-Type', type)
  res.setHeader('Content-Length', Buffer.byteLength(body))
  res.end(req.method === 'HEAD' ? undefined : body)
}

/** The bytes of an error for a request that Node could not read, and so has no response object. */
export function rawError(status: number, headers: [string, string][]): string {
  const body = errorPage(status)
  const all = [
    ...headers,
    ['Content-Type', 'text/html; charset=utf-8'],
    ['Content-Length', String(Buffer.byteLength(body))],
    ['Cache-Control', 'no-store'],
    ['Connection', 'close'],
  ]
  const lines = all.map(([name, value]) => `${name}: ${value}`)
  return [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, '', body].join('\r\n')
}
