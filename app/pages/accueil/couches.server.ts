import { COUCHES, type Couche } from '#app/domain/vocabulary.ts'
import type { Option } from '#app/pages/accueil/choix.tsx'
import { colonnesLieux, colonnesOf } from '#db/colonnes.server.ts'
import type { Db } from '#db/connect.server.ts'
import type { Selection } from '#db/selection.server.ts'
import { type CoucheDite, nomCouche } from './couches.tsx'

const ROWS = { 'france-services': 'franceServices', autres: 'autres', employeurs: 'structures' } as const

/** Every layer under the filters of the places. */
export function couchesOf(db: Db, selection: Selection): CoucheDite[] {
  return COUCHES.map((couche) => {
    const connue = columnsOf(db, couche).length > 0
    const total = connue ? selection.rows[ROWS[couche]]().kept.length : 0
    return { couche, connue, montree: selection.filters.couche.includes(couche), total }
  })
}

/** The boxes of the form, of the layers that the directory knows. */
export function optionsOf(couches: readonly CoucheDite[]): Option[] {
  return couches.flatMap(({ couche, connue, montree, total }) =>
    connue ? [{ valeur: couche, label: `Montrer aussi ${nomCouche(couche)}`, nombre: total, choisi: montree }] : [],
  )
}

/** The numbers of a layer's points that suit the filters. */
export function numerosOf(selection: Selection, couche: Couche): number[] {
  return selection[ROWS[couche]]()
}

function columnsOf(db: Db, couche: Couche) {
  if (couche === 'employeurs') return colonnesOf(db).structures
  return colonnesLieux(db, couche === 'autres' ? 'autre' : couche)
}
