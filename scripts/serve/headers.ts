import { createHash } from 'node:crypto'
import type { ServerResponse } from 'node:http'

/** What the page may need beyond its own origin. */
export type HeaderOptions = {
  /** Origin of the map's tiles. */
  tuilesOrigin: string
  /** The inline scripts of pages, each allowed by the hash of its text; null in development: no policy (Vite's inline scripts and socket). */
  inlineScripts: readonly string[] | null
  /** Origin of the site: what holds for https alone is said when it is https. */
  publicUrl: string
}

const YEAR_S = 31_536_000

const OFF = [
  'accelerometer',
  'autoplay',
  'browsing-topics',
  'camera',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-get',
  'screen-wake-lock',
  'usb',
  'xr-spatial-tracking',
]

type Headers = [name: string, value: string][]

/** The only pages that others may frame: no other path, however written, is taken for one of them. */
const EMBED = /^\/embed(?:\/[a-z-]+)?$/
/** Where the frame is chosen, and seen: the one page that holds one. */
const INTEGRER = '/integrer'

/** The headers of the answer of each path, computed once. */
export function headersBy(options: HeaderOptions): (path: string) => Headers {
  const plain = securityHeaders(options)
  const embed = securityHeaders(options, { 'frame-ancestors': ['*'] })
  const integrer = securityHeaders(options, { 'frame-src': ["'self'"] })
  return (path) => [...(EMBED.test(path) ? embed : path === INTEGRER ? integrer : plain), ...resourcePolicy(path)]
}

/** Those of every answer; `others`: what the policy of a page says otherwise. */
export function securityHeaders(options: HeaderOptions, others: Record<string, string[]> = {}): Headers {
  const policy = contentSecurityPolicy(options, others)
  return [
    ...(policy === null ? [] : [['Content-Security-Policy', policy] as [string, string]]),
    ['X-Content-Type-Options', 'nosniff'],
    // A visitor's position may stand in the URL: no other site is told of it.
    ['Referrer-Policy', 'same-origin'],
    ['Permissions-Policy', ['geolocation=(self)', ...OFF.map((feature) => `${feature}=()`)].join(', ')],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    // The site's own host: of its neighbours under the same domain, it knows nothing.
    ...(isSecure(options) ? [['Strict-Transport-Security', `max-age=${YEAR_S}`] as [string, string]] : []),
  ]
}

function isSecure({ publicUrl }: HeaderOptions): boolean {
  return publicUrl.startsWith('https:')
}

/** Data, feeds, frames, images and files are made to be used elsewhere; a page is not, nor what is made of a file that was sent. */
const SHARED =
  /^\/(?:api\/|flux\/|points|donnees\/|embed(?:\.js|\/[a-z-]+)?$)|\.(?:csv|xlsx|json|geojson|xml|svg|png|ico|txt)$/
const OWN = /^\/collectivites\/verifier/

/** What stands at a path is for any page of any site. */
export function isShared(path: string): boolean {
  return SHARED.test(path) && !OWN.test(path)
}

/** Read by a page of another site beside what it always may: the state, the pages of a list, what is left of its share. */
const EXPOSED = ['ETag', 'Link', 'X-Total-Count', 'Retry-After', 'RateLimit', 'RateLimit-Policy', 'Content-Disposition']
const ANYONE: Headers = [
  ['Cross-Origin-Resource-Policy', 'cross-origin'],
  ['Access-Control-Allow-Origin', '*'],
  ['Access-Control-Expose-Headers', EXPOSED.join(', ')],
]
const OURS: Headers = [['Cross-Origin-Resource-Policy', 'same-origin']]

/** Who may load what stands at a path. An answer without a body says it too. */
function resourcePolicy(path: string): Headers {
  return isShared(path) ? ANYONE : OURS
}

const DAY_S = 86_400

/** What a browser asks first on behalf of a page of another site: what it may send. */
export function preflight(methods: readonly string[]): Record<string, string> {
  return {
    Allow: methods.join(', '),
    'Access-Control-Allow-Methods': methods.join(', '),
    // Older browsers take the star for a name.
    'Access-Control-Allow-Headers': 'Accept, Accept-Language, Content-Type, If-None-Match, X-Requested-With, *',
    'Access-Control-Max-Age': String(DAY_S),
  }
}

function contentSecurityPolicy(options: HeaderOptions, others: Record<string, string[]>): string | null {
  const { tuilesOrigin, inlineScripts } = options
  if (inlineScripts === null) return null
  const hashes = inlineScripts.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`)
  const directives = {
    'default-src': ["'none'"],
    'script-src': ["'self'", ...hashes],
    'style-src': ["'self'"],
    'img-src': ["'self'", 'data:', tuilesOrigin],
    'connect-src': ["'self'"],
    'font-src': ["'self'"],
    'worker-src': ["'self'"],
    'manifest-src': ["'self'"],
    'form-action': ["'self'"],
    'base-uri': ["'none'"],
    'frame-ancestors': ["'none'"],
    'object-src': ["'none'"],
    ...others,
    ...(isSecure(options) ? { 'upgrade-insecure-requests': [] } : {}),
  }
  return Object.entries(directives)
    .map(([name, sources]) => [name, ...sources].join(' '))
    .join('; ')
}

/** Calls `complete` just before the headers leave, when what the route has set is known. */
export function beforeHeaders(res: ServerResponse, complete: () => void): void {
  const writeHead = res.writeHead
  res.writeHead = function (this: ServerResponse, ...args: unknown[]) {
    res.writeHead = writeHead
    complete()
    return Reflect.apply(writeHead, this, args)
  } as typeof writeHead
}
