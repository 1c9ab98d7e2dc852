import { data, redirect } from '@remix-run/node'
import { isTypeTerritoire, type TypeTerritoire } from '#app/domain/collectivites/vues.ts'
import { nomEpci } from '#app/pages/commun/epci.server.ts'
import { communeAsked } from '#app/pages/territoires/commune/demande.server.ts'
import { departementAsked } from '#app/pages/territoires/departement/demande.server.ts'
import {
  communeTerritoire,
  departementTerritoire,
  epciTerritoire,
  structureTerritoire,
  type TerritoireDeCollectivite,
} from '#db/collectivites/territoire.server.ts'
import type { Db } from '#db/connect.server.ts'

/**
 * The territory of a path `/collectivites/{type}/{code}…`. A code written otherwise leads to its page (301); an unknown
 * one is a 404 with advice.
 */
export function territoireAsked(db: Db, type: string, code: string, request: Request): TerritoireDeCollectivite {
  if (!isTypeTerritoire(type)) throw data(CONSEIL_TYPE, 404)
  const territoire = FIND[type](db, code, request)
  if (territoire === null) throw data(CONSEIL, 404)
  return territoire
}

const FIND: Record<TypeTerritoire, (db: Db, code: string, request: Request) => TerritoireDeCollectivite | null> = {
  commune: (db, code, request) => communeTerritoire(communeAsked(db, code, request)),
  departement: (db, code, request) => departementTerritoire(departementAsked(db, code, request)),
  epci: (db, code) => {
    const nom = nomEpci(code)
    return nom === null ? null : epciTerritoire(db, code, nom)
  },
  structure: (db, code, request) => {
    const compact = code.replace(/\s/g, '')
    const found = /^[0-9a-z]{6,14}$/.test(compact) ? structureTerritoire(db, compact) : null
    if (found && compact !== code)
      throw redirect(`/collectivites/structure/${compact}${new URL(request.url).search}`, 301)
    return found
  },
}

const CONSEIL =
  'Aucun territoire ni employeur de l’annuaire n’a ce code. La page « /collectivites » cherche par nom de commune, d’intercommunalité, de département ou d’employeur, et par SIRET.'
const CONSEIL_TYPE =
  'Cette adresse n’existe pas. Une page de territoire s’écrit « /collectivites/commune/43157 », « …/epci/200073419 », « …/departement/43 » ou « …/structure/SIRET ».'
