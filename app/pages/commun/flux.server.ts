import { type Flux, writeAtom } from '#app/domain/collectivites/atom.ts'
import type { Db } from '#db/connect.server.ts'
import { listSources } from '#db/sources.server.ts'

export function answerFlux(flux: Flux): Response {
  return new Response(writeAtom(flux), { headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' } })
}

/** The day of the newest file in force: what a feed knows is as old as this at most. */
export function newestFile(db: Db): string {
  const dates = listSources(db)
    .filter(({ courante, kind }) => courante && (kind === 'lieux' || kind === 'structures'))
    .map(({ date }) => date)
  return dates.sort().at(-1) ?? '1970-01-01'
}
