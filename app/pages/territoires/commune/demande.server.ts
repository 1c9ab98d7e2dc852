import { data, redirect } from '@remix-run/node'
import { readCommune } from '#app/domain/filters/codes.ts'
import { pathWith } from '#app/pages/territoires/departement/demande.server.ts'
import type { Db } from '#db/connect.server.ts'
import { currentCommune } from '#db/position.server.ts'
import { type CommuneComplete, communeByCode } from '#db/territoires/communes.server.ts'

/**
 * The commune of a path `/communes/{code}…`. An old code, an arrondissement, a code without its zero or in small
 * letters lead to the commune of today (301); an unknown one is a 404 with advice.
 */
export function communeAsked(db: Db, raw: string, request: Request): CommuneComplete {
  const code = communeOfToday(db, raw)
  const commune = code === null ? null : communeByCode(db, code)
  if (commune === null) throw data(CONSEIL, 404)
  if (raw !== commune.code) throw redirect(pathWith(request, raw, commune.code), 301)
  return commune
}

/** The code of the commune of today; null when none has or had this code. */
export function communeOfToday(db: Db, raw: string): string | null {
  const read = readCommune(/^\d{4}$/.test(raw) ? `0${raw}` : raw)
  return read === undefined ? null : (currentCommune(db, read)?.code ?? null)
}

const CONSEIL =
  'Aucune commune n’a ce code Insee. Ce n’est pas le code postal : cherchez la commune par son nom ci-dessous.'
