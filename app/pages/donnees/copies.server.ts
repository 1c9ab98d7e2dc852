import type { Db } from '#db/connect.server.ts'
import { listCopies } from '#db/copies.server.ts'
import { listSources } from '#db/sources.server.ts'

/** The files that were read, those in force first, each with what was published and where; last, what comes with the site. */
export function copiesOf(db: Db) {
  const sources = new Map(listSources(db).map((source) => [source.id, source]))
  const copies = listCopies(db).map(({ nom, sourceId, vides }) => {
    const source = sourceId === null ? undefined : sources.get(sourceId)
    if (source === undefined) return { nom, vides, source: null, rang: 2 }
    const { titre, date, fichier, url, sha256, courante } = source
    return { nom, vides, source: { titre, date, fichier, url, sha256 }, rang: courante ? 0 : 1 }
  })
  return copies.sort((a, b) => a.rang - b.rang)
}
