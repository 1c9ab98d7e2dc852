/** Five addresses weigh about 4 kB. */
const BYTES_MAX = 256 * 1024
const RETRY_AFTER_DEFAULT_MS = 5000

/** The service answered, and not with what was asked. `retryAfterMs`: how long it wants to be left alone. */
export class Refused extends Error {
  override name = 'Refused'
  constructor(
    readonly status?: number,
    readonly retryAfterMs?: number,
  ) {
    super()
  }
}

/** The JSON at a URL. Rejects on any status but 200, beyond `limitMs` in all, beyond 256 kB, on what is no JSON. */
export async function readJson(url: string, limitMs: number): Promise<unknown> {
  const response = await fetch(url, {
    signal: AbortSignal.timeout(limitMs),
    redirect: 'error',
    headers: { Accept: 'application/json' },
  })
  if (response.status !== 200) {
    await response.body?.cancel()
    throw new Refused(response.status, retryAfterOf(response))
  }
  return JSON.parse(await readBody(response, BYTES_MAX))
}

/** The text of an answer. Rejects beyond `bytesMax`. */
export async function readBody(response: Response, bytesMax: number): Promise<string> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of chunksOf(response)) {
    bytes += chunk.byteLength
    if (bytes > bytesMax) throw new Refused()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString()
}

/** Too many requests (429): seconds, or a date that we do not read. */
export function retryAfterOf({ status, headers }: Response): number | undefined {
  if (status !== 429) return undefined
  const seconds = Number(headers.get('retry-after') ?? Number.NaN)
  return seconds > 0 ? seconds * 1000 : RETRY_AFTER_DEFAULT_MS
}

/** Node reads a body chunk by chunk; the browser's types, which are those of `Response`, do not say so. */
function chunksOf({ body }: Response): AsyncIterable<Uint8Array> {
  if (body === null) throw new Refused()
  return body as unknown as AsyncIterable<Uint8Array>
}
