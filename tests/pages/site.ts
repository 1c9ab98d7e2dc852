import { createRequestHandler, type ServerBuild } from '@remix-run/node'
import type { AppContext } from '#app/context.ts'
import { createDepot } from '#app/depot/depot.server.ts'
import { TUILES_IGN } from '#app/domain/carte/tuiles.ts'
import { SANS_MENTIONS } from '#app/domain/citations/mentions.ts'
import { validiteAt } from '#app/domain/horaires/validite.ts'
import * as entry from '#app/entry.server.tsx'
import { createGeocodeur } from '#app/geocodeur/geocodeur.server.ts'
import * as root from '#app/root.tsx'
import table from '#app/routes.ts'
import type { Db } from '#db/connect.server.ts'
import { atelierSurPlace } from '#tests/support/atelier.ts'

export const ORIGIN = 'https://carte.example'

/** What the site answers on a database: the real routes, their real markup, without a build. No geocoder unless given. */
export function siteOn(
  db: Db,
  given: Partial<AppContext> = {},
): (path: string, init?: RequestInit) => Promise<Response> {
  const defaults = {
    tuiles: TUILES_IGN,
    mentions: SANS_MENTIONS,
    geocodeur: createGeocodeur(null),
    depot: createDepot(atelierSurPlace(db)),
    adresse: null,
    publicUrl: ORIGIN,
  }
  return async (path, init) => {
    const instant = given.instant ?? new Date()
    const context: AppContext = { db, instant, validite: validiteAt(instant), ...defaults, ...given }
    const handle = createRequestHandler(await siteBuild(), 'production')
    return handle(new Request(ORIGIN + path, init), context)
  }
}

let built: Promise<ServerBuild> | undefined

/** The real routes as a build, for a server under test. */
export function siteBuild(): Promise<ServerBuild> {
  built ??= assemble()
  return built
}

async function assemble(): Promise<ServerBuild> {
  const files = import.meta.glob('../../app/pages/**/*.{ts,tsx}')
  const modules = await Promise.all(table.map(({ file }) => files[`../../app/${file}`]?.()))
  const routes = table.map(({ file, id = file, path, index }, rang) => {
    return { id, path, index, parentId: 'root', module: modules[rang] }
  })
  const all = [{ id: 'root', path: '', module: root }, ...routes]
  return {
    entry: { module: entry },
    routes: Object.fromEntries(all.map((route) => [route.id, route])),
    assets: {
      version: 'test',
      url: '',
      entry: { module: '/assets/entry.client.js', imports: [] },
      routes: Object.fromEntries(all.map(({ module, ...route }) => [route.id, { ...route, module: '' }])),
    },
    publicPath: '/',
    assetsBuildDirectory: '',
    isSpaMode: false,
    mode: 'production',
    future: { v3_singleFetch: true, v3_relativeSplatPath: true, v3_throwAbortReason: true },
  } as unknown as ServerBuild
}

/** What a reader sees of a document: its text, without tags, entities read, spaces joined. */
export function textOf(html: string): string {
  const body = html.slice(html.indexOf('<body'))
  const text = body
    .replace(/<script[\s\S]*?<\/script>/g, '')
    .replace(/<!--.*?-->/g, '')
    .replace(/<[^>]*>/g, ' ')
  const entities: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#x27;': "'", '&amp;': '&' }
  return text.replace(/&(lt|gt|quot|amp|#x27);/g, (entity) => entities[entity] ?? entity).replace(/\s+/g, ' ')
}

/** Markup with the spaces of a keyboard, where a test reads it rather than its text: which ones hold is tested once. */
export function simple(html: string): string {
  return html.replace(/\u00a0|\u202f(?!\d)/g, ' ')
}

/** The values of an attribute on the elements of a class, in order. */
export function hrefsIn(html: string, pattern: RegExp): string[] {
  return [...html.matchAll(/ href="([^"]*)"/g)]
    .map(([, href]) => (href ?? '').replaceAll('&amp;', '&'))
    .filter((href) => pattern.test(href))
}
