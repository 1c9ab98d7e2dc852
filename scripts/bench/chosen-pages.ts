import { parseFilters } from '#app/domain/filters.ts'
import type { Db } from '#db/connect.server.ts'
import { select } from '#db/selection.server.ts'

export type Kind = 'commune' | 'liste' | 'accueil' | 'lieu'
export type Page = { kind: Kind; path: string; what: string }

/** A small town of the Pyrenees, 66500: the example of the project's pages. */
const PRADES = '66149'
const RAYON = 20

/** The pages that are measured, chosen by what the database holds: the heaviest of each kind, and an ordinary list. */
export function choosePages(db: Db): Page[] {
  const communes = [...new Set([PRADES, fullestCommune(db) ?? PRADES])]
  const id = fullestLieu(db)
  return [
    ...communes.flatMap((code) => listAround(db, code)),
    { kind: 'liste', path: '/?vue=liste', what: 'whole list' },
    { kind: 'accueil', path: '/', what: 'home page' },
    ...(id === null ? [] : [{ kind: 'lieu' as const, path: `/lieux/${id}`, what: 'one place' }]),
  ]
}

/** [] when nothing stands within the radius. */
function listAround(db: Db, commune: string): Page[] {
  const search = `commune=${commune}&rayon=${RAYON}`
  const total = select(db, parseFilters(new URLSearchParams(search)).filters, new Date()).lieux().length
  return total === 0 ? [] : [{ kind: 'commune', path: `/?${search}`, what: `places: ${total}` }]
}

/** The commune with the most places: its list is a full page. Null without any place. */
function fullestCommune(db: Db): string | null {
  return pluck(
    db,
    `select commune_code from lieu where reseau = 'conseiller-numerique' and commune_code is not null
     group by commune_code order by count(*) desc, commune_code limit 1`,
  )
}

/** The place of which the most is written. Null without any place. */
function fullestLieu(db: Db): string | null {
  return pluck(
    db,
    `select id from lieu where reseau = 'conseiller-numerique'
     order by length(coalesce(detail, '')) + length(coalesce(resume, '')) + length(coalesce(horaires, ''))
       + (select coalesce(sum(length(valeur)), 0) from lieu_valeur v where v.lieu_numero = lieu.numero) desc, id limit 1`,
  )
}

function pluck(db: Db, sql: string): string | null {
  return (db.$client.prepare(sql).pluck().get() as string | undefined) ?? null
}
