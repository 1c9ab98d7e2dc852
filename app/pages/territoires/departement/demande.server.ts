import { data, redirect } from '@remix-run/node'
import { readDepartementCode } from '#app/domain/territoires/codes.ts'
import type { Db } from '#db/connect.server.ts'
import { type ChiffresDepartement, chiffresDesDepartements } from '#db/territoires.server.ts'

/**
 * The department of a path `/departements/{code}…`. A code written otherwise ("1", "2a") leads to its page (301), an
 * unknown one is a 404 with advice.
 */
export function departementAsked(db: Db, raw: string, request: Request): ChiffresDepartement {
  const code = readDepartementCode(raw)
  const departement = chiffresDesDepartements(db).find((row) => row.code === code)
  if (departement === undefined) throw data(CONSEIL, 404)
  if (raw !== departement.code) throw redirect(pathWith(request, raw, departement.code), 301)
  return departement
}

const CONSEIL =
  'Aucun département ni territoire n’a ce code. Un code s’écrit « 23 », « 2A » ou « 974 » : la page « /departements » les donne tous.'

/** The same address with another code, of a page or of a file that is named by it; the query string stays. */
export function pathWith(request: Request, raw: string, code: string): string {
  const { pathname, search } = new URL(request.url)
  const segments = decodeURIComponent(pathname).split('/')
  const named = (segment: string) => segment === raw || segment === `${raw}.xml`
  return segments.map((segment) => (named(segment) ? code + segment.slice(raw.length) : segment)).join('/') + search
}
