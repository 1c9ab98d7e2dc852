import { echo, type ParamError, type ParamTable, unknownNames } from '#app/domain/parametres.ts'

/** Anyone's page may read the API. */
const HEADERS = { 'Access-Control-Allow-Origin': '*' }

export function answerJson(body: unknown, type = 'application/json; charset=utf-8'): Response {
  return new Response(JSON.stringify(body), { headers: { ...HEADERS, 'Content-Type': type } })
}

export function csvHeaders(fileName: string): Record<string, string> {
  const disposition = `attachment; filename="${fileName}"`
  return { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': disposition }
}

/** 400, each refusal a French sentence. */
export function refuseErrors(errors: readonly ParamError[]): Response | null {
  return errors.length === 0 ? null : refuse(errors.map(({ message }) => message).join(' '))
}

/** 400, with one French sentence. */
export function refuse(erreur: string): Response {
  return Response.json({ erreur }, { status: 400, headers: HEADERS })
}

/** The refusal of the parameters that none of these tables names, or null: the API ignores nothing. */
export function refuseUnknown(params: URLSearchParams, ...tables: ParamTable[]): Response | null {
  const names = unknownNames(params, ...tables)
  return names.length === 0 ? null : refuse(unknownSentence(names))
}

function unknownSentence(names: readonly string[]): string {
  const shown = names.slice(0, 5).map((name) => `« ${echo(name)} »`)
  return names.length === 1
    ? `Le paramètre ${shown[0]} n’existe pas.`
    : `Ces paramètres n’existent pas : ${shown.join(', ')}.`
}
