import type { LoaderFunctionArgs } from '@remix-run/node'
import { FILTERS } from '#app/domain/filters/table.ts'
import { emptyFilters } from '#app/domain/filters.ts'
import { one } from '#app/domain/parametres/kinds.ts'
import { readParams } from '#app/domain/parametres.ts'
import { answerJson, refuseErrors, refuseUnknown } from '#app/pages/commun/answer.server.ts'
import { communeOfToday } from '#app/pages/territoires/commune/demande.server.ts'
import { lieuxPublies } from '#db/lieux-publies.server.ts'
import { currentCommune } from '#db/position.server.ts'
import { select } from '#db/selection.server.ts'
import { sourcesOf } from '#db/sources.server.ts'
import { lieuxDeCommune } from '#db/territoires/lieux.server.ts'
import { toJson } from './lieux-publies.server.ts'

/** Without `rayon` the commune alone: no default radius, unlike the list. */
const TABLE = { rayon: one<number | null>(null, FILTERS.rayon) }

/**
 * `/api/v1/communes/{code}/lieux`: every place of a commune, by name; with `rayon`, every place within so many km of its
 * centre, nearest first. Old codes are followed; `commune.code` is that of today.
 */
export function loader({ params, request, context: { db, instant, validite, publicUrl } }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams
  const { values, errors } = readParams(TABLE, query)
  const refused = refuseUnknown(query, TABLE) ?? refuseErrors(errors)
  if (refused) return refused
  const code = communeOfToday(db, params.code ?? '')
  const commune = code === null ? null : currentCommune(db, code)
  if (commune === null) return unknownCommune()
  const { rayon } = values
  validite.sansHeure()
  const near = rayon === null ? null : select(db, { ...emptyFilters(), commune: commune.code, rayon }, instant)
  const numeros = near === null ? lieuxDeCommune(db, commune.code) : near.lieux()
  const lieux = lieuxPublies(db, numeros).map((lieu) => toJson(lieu, { publicUrl, position: near?.position ?? null }))
  return answerJson({ commune, total: lieux.length, lieux, source: sourcesOf(db, 'lieux') })
}

function unknownCommune(): Response {
  const erreur = 'Aucune commune n’a ce code Insee. Cherchez-le par son nom : /api/v1/recherche?q=…'
  return Response.json({ erreur }, { status: 404, headers: { 'Access-Control-Allow-Origin': '*' } })
}
