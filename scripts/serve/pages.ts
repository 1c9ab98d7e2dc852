import { createRequestHandler } from '@remix-run/node'
import type { AppContext } from '#app/context.ts'
import { validiteAt } from '#app/domain/horaires/validite.ts'
import type { Db } from '#db/connect.server.ts'
import { pathOf } from './guard.ts'
import { documentOf, lightBuild } from './light-build.ts'
import { collect } from './memory/encode.ts'
import type { Made } from './memory/made.ts'
import { narrowed, type Pages } from './narrow-build.ts'
import { pointsOf } from './points.ts'

const DOCUMENT = /^\/(points[a-z-]*)\.json$/

/** What the pages are given beside the database and the hour. */
export type Site = Omit<AppContext, 'db' | 'instant' | 'validite' | 'adresse'>

/** The context of one request. */
export function contextOf(db: Db, site: Site, adresse: string | null): AppContext {
  const instant = new Date()
  return { db, instant, validite: validiteAt(instant), adresse, ...site }
}

/** Makes the answer of an address by the pages; what was written at import is read. */
export function createPages(build: Pages, open: () => Db, site: Site): (cle: string) => Promise<Made> {
  const handlerOf = narrowed(typeof build === 'function' ? build : lightBuild(build), (one) =>
    createRequestHandler(one, process.env.NODE_ENV),
  )
  return async (cle) => {
    const url = new URL(site.publicUrl + cle)
    const [, nom] = DOCUMENT.exec(pathOf(cle)) ?? []
    if (nom) return pointsOf(open(), nom, url.searchParams.get('v'))
    const context = contextOf(open(), site, null)
    const response = await handlerOf(cle)(new Request(url), context)
    const headers: Made['headers'] = [...response.headers]
    const bodies = await bodiesOf(response, headers)
    return { status: response.status, headers, bodies, tenue: context.validite.tenue() }
  }
}

async function bodiesOf(response: Response, headers: Made['headers']): Promise<Made['bodies']> {
  const document = documentOf(response)
  if (document !== null) return { identity: Buffer.from(document) }
  return response.body === null ? { identity: Buffer.alloc(0) } : collect(piecesOf(response.body), headers)
}

/** Node reads its streams piece by piece; the types that the pages share with browsers do not say it. */
function piecesOf(body: ReadableStream<Uint8Array>): AsyncIterable<Uint8Array> {
  return body as unknown as AsyncIterable<Uint8Array>
}
