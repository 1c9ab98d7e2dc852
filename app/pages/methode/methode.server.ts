import { aujourdhui } from '#app/domain/texte/date.ts'
import type { Db } from '#db/connect.server.ts'
import { remember } from '#db/memoire.server.ts'
import { accordEstimation, comptesByRuralite, manquesOf, rapprochementOf } from '#db/methode.server.ts'
import { datesOf, listSources, metaOf, postesSource } from '#db/sources.server.ts'
import { SCRIPTS } from './recalcul.server.ts'
import { methodeTableaux } from './tableaux.server.ts'

/** What /methode says of the database that it stands on. */
export function methodePage(db: Db) {
  return { ...remember(db, readMethode), vuLe: aujourdhui() }
}

function readMethode(db: Db) {
  return {
    tableaux: methodeTableaux(db),
    classes: Object.fromEntries(comptesByRuralite(db)),
    accord: accordEstimation(db),
    rapprochement: rapprochementOf(db),
    manques: manquesOf(db),
    ruraliteEstimee: metaOf(db).ruraliteEstimee,
    dates: datesOf(db),
    datePostes: postesSource(db)?.date ?? null,
    sources: listSources(db).filter(({ courante }) => courante),
    scripts: SCRIPTS,
  }
}
