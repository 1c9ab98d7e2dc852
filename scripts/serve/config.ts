import { resolve } from 'node:path'
import { type Tuiles, tuilesOf } from '#app/domain/carte/tuiles.ts'
import { type Mentions, mentionsOf } from '#app/domain/citations/mentions.ts'
import { geocodeurOf } from '#app/domain/geocodage/geocodeur.ts'
import { databasePath } from '#db/open.server.ts'
import { MEMOIRE_OCTETS } from './memory/memory.ts'

export type Config = {
  port: number
  /** Undefined: every interface. */
  host: string | undefined
  databasePath: string
  publicUrl: string
  tuiles: Tuiles
  mentions: Mentions
  /** Where street addresses are found, without a final slash; null: nowhere. */
  geocoderUrl: string | null
  /** What /metrics asks for from elsewhere; null: it answers this machine only. */
  metricsToken: string | null
  /** How long an official source may go without answering before `/sante` says so, in days. */
  sourcesMaxJours: number
  /** How much of what was answered is kept, in bytes. */
  memoireOctets: number
}

/** A monthly source that was missed once. */
export const SOURCES_MAX_JOURS = 45

/** The server's settings, from the environment. Throws a French sentence that names the wrong one. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const sourcesMaxJours = env.SOURCES_MAX_JOURS ? Number(env.SOURCES_MAX_JOURS) : SOURCES_MAX_JOURS
  if (!(sourcesMaxJours > 0))
    throw new Error(`SOURCES_MAX_JOURS n’est pas un nombre de jours : ${env.SOURCES_MAX_JOURS}`)
  const port = env.PORT ? Number(env.PORT) : 3000
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`PORT n’est pas un port : ${env.PORT}`)
  return {
    port,
    host: env.HOST || undefined,
    databasePath: env.DATABASE_PATH ? resolve(env.DATABASE_PATH) : databasePath(),
    publicUrl: readPublicUrl(env.PUBLIC_URL, port),
    tuiles: tuilesOf(env.TILE_URL, env.TILE_ATTRIBUTION),
    mentions: mentionsOf(env),
    geocoderUrl: geocodeurOf(env.GEOCODER_URL),
    metricsToken: readToken(env.METRICS_TOKEN),
    sourcesMaxJours,
    memoireOctets: readMebioctets(env.MEMORY_MIB),
  }
}

function readMebioctets(text: string | undefined): number {
  if (!text) return MEMOIRE_OCTETS
  if (!/^\d{1,5}$/.test(text)) throw new Error(`MEMORY_MIB n’est pas un nombre de mébioctets, comme 64 : ${text}`)
  return Number(text) * 1024 * 1024
}

/** Never taken from the request: whoever sends it would choose where our links lead. */
function readPublicUrl(text: string | undefined, port: number): string {
  if (!text) return `http://localhost:${port}`
  const url = URL.canParse(text) ? new URL(text) : null
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search !== '') {
    throw new Error(`PUBLIC_URL n’est pas l’origine d’un site, comme https://exemple.fr : ${text}`)
  }
  return url.origin
}

/** Long enough not to be guessed. */
function readToken(text: string | undefined): string | null {
  if (!text) return null
  if (!/^\S{16,}$/.test(text)) throw new Error('METRICS_TOKEN doit avoir 16 signes au moins, sans espace.')
  return text
}
