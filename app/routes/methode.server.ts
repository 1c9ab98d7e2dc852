import type { Db } from '#db/connect.server.ts'
import { accordEstimation, countByRuralite, manquesOf, rapprochementOf } from '#db/methode.server.ts'
import { listSources, metaOf, postesSource } from '#db/sources.server.ts'
import { methodeTableaux } from './methode-tableaux.server.ts'
import { SCRIPTS } from './recalcul.server.ts'

/** What /methode says of the database that it stands on. */
export function methodePage(db: Db) {
  return {
    tableaux: methodeTableaux(db),
    classes: Object.fromEntries(countByRuralite(db)),
    accord: accordEstimation(db),
    rapprochement: rapprochementOf(db),
    manques: manquesOf(db),
    ruraliteEstimee: metaOf(db).ruraliteEstimee,
    datePostes: postesSource(db)?.date ?? null,
    sources: listSources(db).filter(({ courante }) => courante),
    scripts: SCRIPTS,
    vuLe: new Date().toISOString().slice(0, 10),
  }
}
