import { z } from 'zod'
import type { AppContext } from '#app/context.ts'
import { KINDS_VERIFIES } from '#app/domain/rapport/verification.ts'
import { SEVERITIES } from '#app/domain/vocabulary.ts'
import { fichierFait, refusOf } from '#app/pages/verifier/verifier.server.ts'
import { probleme } from './probleme.server.ts'

const parGravite = z.strictObject({ error: z.int(), warning: z.int(), info: z.int() })
const texte = z.string().nullable()

/** That of `npm run check -- --json`. */
export const Rapport = z
  .strictObject({
    kind: z.enum(KINDS_VERIFIES),
    read: z.int().describe('Lignes lues.'),
    publiables: z.int().describe('Lignes que le site montrerait.'),
    lignes: parGravite.describe('Lignes qui ont au moins un problème de cette gravité.'),
    anomalies: z.array(
      z.strictObject({
        line: z.int().describe('La ligne du fichier, l’en-tête étant la première.'),
        field: z.string(),
        code: z.string(),
        severity: z.enum(SEVERITIES),
        raw: texte,
        corrected: texte,
        colonne: z.string(),
        message: z.string(),
        conseil: z.string(),
        sure: z.boolean().describe('Vrai : le fichier corrigé fait cette correction.'),
      }),
    ),
    omises: z.int().describe('Anomalies comptées et non données : il y en a trop.'),
  })
  .meta({ id: 'Rapport', description: 'Ce que le vérificateur dit d’un fichier.' })

/** The checker's report of what is sent, within its bounds; nothing of it is kept. */
export async function answerVerifier(request: Request, context: AppContext): Promise<Response> {
  try {
    const body = await fichierFait(request, context, 'json', true)
    const headers = { 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'no-store' }
    return new Response(body, { headers: { ...headers, 'Content-Type': 'application/json; charset=utf-8' } })
  } catch (error) {
    const { status, message, retryAfter } = refusOf(error)
    return probleme(status, message, { headers: retryAfter === null ? {} : { 'Retry-After': String(retryAfter) } })
  }
}
