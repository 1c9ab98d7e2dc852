import { TYPES } from '#app/negociation.ts'
import { answerMorceaux } from '#app/pages/commun/morceaux.server.ts'
import { choisir, feature, writeCsv, writeGeojson, writeJson } from './ecrire.server.ts'
import type { Format } from './parametres.ts'
import type { Definition, Liste, Objet, Reponse, Ressource, Seul } from './ressource.server.ts'
import { answerClasseur } from './xlsx.server.ts'

type Suite = {
  une: Ressource
  values: Readonly<Record<string, unknown>>
  format: Format
  /** Of the answer, without its query. */
  url: string
  query: URLSearchParams
}

/** What a resource gave, written as it was asked. */
export function answerReponse(reponse: Reponse, suite: Suite): Response | Promise<Response> {
  if (reponse instanceof Response) return reponse
  const fields = (suite.values.fields as string | null | undefined) ?? null
  return reponse.sorte === 'seul' ? answerSeul(reponse, suite, fields) : answerListe(reponse, suite, fields)
}

const COMMUNS = { 'Access-Control-Allow-Origin': '*', Vary: 'Accept' }

function answerSeul(
  { corps, nom, headers: besides }: Seul,
  { une: { objet }, format }: Suite,
  fields: string | null,
): Response {
  const headers = { ...COMMUNS, 'Content-Type': TYPES[format], ...besides }
  if (nom === undefined || objet === undefined) return new Response(JSON.stringify(corps), { headers })
  const choix = choisir(fields, objet)
  const { [nom]: one, ...autour } = corps
  const written =
    format === 'geojson'
      ? { ...feature(one as Objet, choix, objet), ...autour }
      : { [nom]: choix(one as Objet), ...autour }
  return new Response(JSON.stringify(written), { headers })
}

function answerListe(liste: Liste, suite: Suite, fields: string | null): Response | Promise<Response> {
  const { format, une, values, url, query } = suite
  const objet = une.objet as Definition
  const choix = choisir(fields, objet)
  const headers = {
    ...COMMUNS,
    'Content-Type': TYPES[format],
    'X-Total-Count': String(liste.total),
    Link: liens(liste, url, query),
  }
  const nomme = { ...headers, 'Content-Disposition': `attachment; filename="${liste.fichier}.${format}"` }
  if (format === 'xlsx') return answerClasseur(liste, objet, choix, nomme)
  if (format === 'csv') {
    const rows = une.csv ?? { schema: objet.schema, ligne: (one: Objet) => one }
    const choixDuCsv = choisir(fields, { ...objet, schema: rows.schema })
    return answerMorceaux(writeCsv(liste, choixDuCsv, { ...rows, tableur: values.tableur === true }), nomme)
  }
  const pieces = format === 'json' ? writeJson(liste, choix) : writeGeojson(liste, choix, objet)
  return answerMorceaux(pieces, headers)
}

/** RFC 8288: the pages beside this one, and what describes them. */
function liens({ total, page, limit }: Liste, url: string, query: URLSearchParams): string {
  const origine = new URL(url).origin
  const decrits = [`<${origine}/api>; rel="service-doc"`, `<${origine}/api/v1/openapi.json>; rel="service-desc"`]
  if (limit === null) return decrits.join(', ')
  const derniere = Math.max(1, Math.ceil(total / limit))
  const pages: [string, number][] = [
    ['first', 1],
    ['prev', Math.min(page - 1, derniere)],
    ['next', page + 1],
    ['last', derniere],
  ]
  const autres = pages
    .filter(([, one]) => one >= 1 && one <= derniere)
    .map(([rel, one]) => {
      const params = new URLSearchParams(query)
      params.set('page', String(one))
      return `<${url}?${params}>; rel="${rel}"`
    })
  return [...autres, ...decrits].join(', ')
}
