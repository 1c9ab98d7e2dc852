import { z } from 'zod'
import { echo, type ParamError, type ParamTable, unknownNames } from '#app/domain/parametres.ts'

/** RFC 9457, in French; `erreur` is `detail` under the name that it had first. */
export const Probleme = z
  .strictObject({
    type: z.string().describe('Toujours « about:blank » : le statut dit tout.'),
    title: z.string(),
    status: z.int(),
    detail: z.string().describe('La phrase qui dit quoi corriger.'),
    erreur: z.string().describe('La même phrase, sous son premier nom.'),
    parametres: z
      .array(z.strictObject({ nom: z.string(), message: z.string() }))
      .optional()
      .describe('Chaque paramètre refusé, avec sa phrase.'),
  })
  .meta({ id: 'Probleme', description: 'Une demande refusée (RFC 9457), en une phrase.' })

const TITRES: Record<number, string> = {
  400: 'Demande mal écrite',
  404: 'Adresse inconnue',
  405: 'Méthode refusée',
  410: 'Lieu disparu',
  413: 'Envoi trop gros',
  415: 'Type d’envoi refusé',
  500: 'Erreur de notre côté',
  503: 'Service momentanément indisponible',
}

type Suite = { parametres?: { nom: string; message: string }[]; headers?: Record<string, string> }

/** A refusal, which anyone's page may read. */
export function probleme(status: number, detail: string, { parametres, headers }: Suite = {}): Response {
  const title = TITRES[status] ?? (status < 500 ? 'Demande refusée' : 'Erreur de notre côté')
  const corps: z.output<typeof Probleme> = {
    ...{ type: 'about:blank', title, status, detail, erreur: detail },
    ...(parametres && { parametres }),
  }
  return new Response(JSON.stringify(corps), {
    status,
    headers: {
      'Access-Control-Allow-Origin': '*',
      'Content-Type': 'application/problem+json; charset=utf-8',
      'Cache-Control': 'no-store',
      ...headers,
    },
  })
}

/** Each parameter that is wrong, named. Null when none is. */
export function refuseFautes(errors: readonly ParamError[]): Response | null {
  if (errors.length === 0) return null
  const detail = errors.map(({ message }) => message).join(' ')
  return probleme(400, detail, { parametres: errors.map(({ param, message }) => ({ nom: param, message })) })
}

/** The API ignores nothing: what an address does not read is refused, with what it reads. */
export function refuseInconnus(params: URLSearchParams, table: ParamTable): Response | null {
  const names = unknownNames(params, table).slice(0, 5)
  if (names.length === 0) return null
  const lus = Object.keys(table)
  const suite = lus.length === 0 ? 'Cette adresse n’en lit aucun.' : `Cette adresse lit : ${lus.join(', ')}.`
  const shown = names.map((name) => `« ${echo(name)} »`)
  const phrase =
    names.length === 1
      ? `Le paramètre ${shown[0]} n’existe pas.`
      : `Ces paramètres n’existent pas : ${shown.join(', ')}.`
  return probleme(400, `${phrase} ${suite}`, { parametres: names.map((nom) => ({ nom: echo(nom), message: phrase })) })
}
