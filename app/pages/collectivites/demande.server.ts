import { data, redirect } from '@remix-run/node'
import { isTypeTerritoire, readVoir, type TypeTerritoire, VOIRS, type Voir } from '#app/domain/collectivites.ts'
import type { FilterError } from '#app/domain/filters.ts'
import { nomEpci } from '#app/pages/commun/epci.server.ts'
import { communeAsked } from '#app/pages/territoires/commune/demande.server.ts'
import { departementAsked } from '#app/pages/territoires/departement/demande.server.ts'
import {
  communeTerritoire,
  departementTerritoire,
  epciTerritoire,
  structureTerritoire,
  type Territoire,
} from '#db/collectivites/territoire.server.ts'
import type { Db } from '#db/connect.server.ts'

/**
 * The territory of a path `/collectivites/{type}/{code}…`. A code written otherwise leads to its page (301); an unknown
 * one is a 404 with advice.
 */
export function territoireAsked(db: Db, type: string, code: string, request: Request): Territoire {
  if (!isTypeTerritoire(type)) throw data(CONSEIL_TYPE, 404)
  const territoire = FIND[type](db, code, request)
  if (territoire === null) throw data(CONSEIL, 404)
  return territoire
}

const FIND: Record<TypeTerritoire, (db: Db, code: string, request: Request) => Territoire | null> = {
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

export type Demande = { voir: Voir | null; page: number; errors: FilterError[] }

/** What a report is asked: `voir`, a filtered list, and `page`, from 1. */
export function readDemandeRapport(params: URLSearchParams): Demande {
  const errors: FilterError[] = []
  const voir = params.get('voir') || null
  const page = params.get('page') || '1'
  if (voir !== null && readVoir(voir) === undefined) {
    const message = `Le paramètre « voir » ne peut pas être « ${voir.slice(0, 60)} ». Valeurs possibles : ${VOIRS.join(', ')}.`
    errors.push({ param: 'voir', value: voir, message })
  }
  if (!/^[1-9]\d{0,4}$/.test(page)) {
    const message = `Le paramètre « page » ne peut pas être « ${page.slice(0, 60)} » : c’est un nombre, à partir de 1.`
    errors.push({ param: 'page', value: page, message })
  }
  return {
    voir: readVoir(voir ?? '') ?? null,
    page: /^[1-9]\d{0,4}$/.test(page) ? Number(page) : 1,
    errors,
  }
}
