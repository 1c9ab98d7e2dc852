import { createHash } from 'node:crypto'
import type { ServerResponse } from 'node:http'

/** What the page may need beyond its own origin. */
export type HeaderOptions = {
  /** Origin of the map's tiles. */
  tuilesOrigin: string
  /** The inline scripts of pages, each allowed by the hash of its text; null in development: no policy (Vite's inline scripts and socket). */
  inlineScripts: readonly string[] | null
}

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

/** The headers of every answer, computed once. */
export function securityHeaders(options: HeaderOptions): [name: string, value: string][] {
  const policy = contentSecurityPolicy(options)
  return [
    ...(policy === null ? [] : [['Content-Security-Policy', policy] as [string, string]]),
    ['X-Content-Type-Options', 'nosniff'],
    // A visitor's position may stand in the URL: no other site is told of it.
    ['Referrer-Policy', 'same-origin'],
    ['Permissions-Policy', ['geolocation=(self)', ...OFF.map((feature) => `${feature}=()`)].join(', ')],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
  ]
}

function contentSecurityPolicy({ tuilesOrigin, inlineScripts }: HeaderOptions): string | null {
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
