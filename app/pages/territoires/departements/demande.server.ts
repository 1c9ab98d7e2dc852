import type { FilterError } from '#app/domain/filters.ts'
import { readTri } from '#app/domain/tableau.ts'
import type { Db } from '#db/connect.server.ts'
import { regionsOf, tableauxDesDepartements } from './departements.server.ts'

type Demande = { region: string | null; trier: string | null; errors: FilterError[] }

/** What a URL of `/departements` asks: a region by its name, an order; each that means nothing is named. */
export function readDemande(db: Db, params: URLSearchParams): Demande {
  const errors: FilterError[] = []
  const region = params.get('region') || null
  const known = region === null || regionsOf(db).includes(region)
  if (!known) errors.push(errorOf('region', region, 'aucune région n’a ce nom'))
  const trier = params.get('trier') || null
  const [tableau] = tableauxDesDepartements(db, null)
  const sortable = trier === null || (tableau !== undefined && readTri(tableau, trier) !== null)
  if (!sortable) errors.push(errorOf('trier', trier, 'le tableau n’a pas cette colonne'))
  return { region: known ? region : null, trier: sortable ? trier : null, errors }
}

function errorOf(param: string, value: string, reason: string): FilterError {
  const shown = value.length > 40 ? `${value.slice(0, 40)}…` : value
  return { param, value, message: `Le paramètre « ${param} » ne peut pas être « ${shown} » : ${reason}.` }
}
