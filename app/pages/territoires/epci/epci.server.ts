import { data } from '@remix-run/node'
import { type Chiffres, chiffresOf } from '#app/domain/couverture/comptes.ts'
import { epciByCode } from '#app/pages/commun/epci.server.ts'
import { cellulesParEpci } from '#db/comptes.server.ts'
import type { Db } from '#db/connect.server.ts'
import { remember } from '#db/memoire.server.ts'

/** An EPCI with all its figures and the cells that they are made of; `departement`: where most of its communes are. */
export type ChiffresEpci = {
  code: string
  nom: string
  departement: string | null
  cellules: Parameters<typeof chiffresOf>[0]
  chiffres: Chiffres
}

/** Every EPCI that a commune belongs to, the most populated first. */
export function chiffresDesEpci(db: Db): ChiffresEpci[] {
  return remember(db, readEpci)
}

function readEpci(db: Db): ChiffresEpci[] {
  const all = [...cellulesParEpci(db)].map(([code, cellules]): ChiffresEpci => {
    const { nom = `EPCI ${code}`, departement = null } = epciByCode(code) ?? {}
    return { code, nom, departement, cellules, chiffres: chiffresOf(cellules) }
  })
  return all.sort((a, b) => (b.chiffres.population ?? 0) - (a.chiffres.population ?? 0) || (a.code < b.code ? -1 : 1))
}

/** The EPCI of a path `/epci/{siren}…`; an unknown one is a 404 with advice. */
export function epciAsked(db: Db, raw: string): ChiffresEpci {
  const epci = chiffresDesEpci(db).find(({ code }) => code === raw.replace(/\s/g, ''))
  if (epci === undefined) throw data(CONSEIL, 404)
  return epci
}

const CONSEIL =
  'Aucune intercommunalité n’a ce numéro SIREN de neuf chiffres. La page « /epci » les donne toutes ; la page d’une commune mène à la sienne.'
