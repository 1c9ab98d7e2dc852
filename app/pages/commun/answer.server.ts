import { unknownParams } from '#app/domain/filters.ts'

/** Anyone's page may read the API. */
const HEADERS = { 'Access-Control-Allow-Origin': '*' }

export function answerJson(body: unknown, type = 'application/json; charset=utf-8'): Response {
  return new Response(JSON.stringify(body), { headers: { ...HEADERS, 'Content-Type': type } })
}

export function answerCsv(text: string, fileName: string): Response {
  const disposition = { 'Content-Disposition': `attachment; filename="${fileName}"` }
  return new Response(text, { headers: { ...HEADERS, ...disposition, 'Content-Type': 'text/csv; charset=utf-8' } })
}

/** 400, with one French sentence. */
export function refuse(erreur: string): Response {
  return Response.json({ erreur }, { status: 400, headers: HEADERS })
}

/** The sentence that names the parameters not to be among `known`, or null. */
export function unknownSentence(names: readonly string[]): string | null {
  if (names.length === 0) return null
  const shown = names.slice(0, 5).map((name) => `« ${name.length > 40 ? `${name.slice(0, 40)}…` : name} »`)
  return names.length === 1
    ? `Le paramètre ${shown[0]} n’existe pas.`
    : `Ces paramètres n’existent pas : ${shown.join(', ')}.`
}

/** Parameters that are neither filters nor named here. */
export function unknownBeside(params: URLSearchParams, known: readonly string[]): string[] {
  return unknownParams(params).filter((name) => !known.includes(name))
}
