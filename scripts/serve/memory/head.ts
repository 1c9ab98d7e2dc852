import { type ServerResponse, STATUS_CODES } from 'node:http'

/** How long a connection may wait for its next request. Longer than a proxy keeps its own (60 to 75 s): the other way round, it would send a request into a closed door. */
export const KEEP_ALIVE_MS = 80_000

/**
 * The head of an answer: for Node to write (names and values, one after the other), and as it writes it. `whole`: with its
 * body behind it; null before it was sent once.
 */
export type Head = { pairs: string[]; text: string; whole?: string | null }

/** The head of an answer that leaves in the second of `now` on a connection that stays open. */
export function headOf(status: number, pairs: string[], now: number): Head {
  const lines = [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`]
  for (let at = 0; at < pairs.length; at += 2) lines.push(`${pairs[at]}: ${pairs[at + 1]}`)
  lines.push(
    `Date: ${new Date(now).toUTCString()}`,
    'Connection: keep-alive',
    `Keep-Alive: timeout=${KEEP_ALIVE_MS / 1000}`,
  )
  return { pairs, text: `${lines.join('\r\n')}\r\n\r\n` }
}

/** Where Node keeps the head that it has written and not sent: null until then, since its first versions. */
type Writable = ServerResponse & { _header?: string | null }

/** What is longer leaves as it is. */
const WHOLE_MAX_BYTES = 65_536
/** So many answers at most are held with their head, those that were asked last. */
const WHOLES_MAX = 128
const wholes: Head[] = []

/**
 * Sends an answer whose head is written. Node writes each head anew, and reads each of its characters to find those that may
 * not stand there: a fifth of what such an answer costs. What ends its connection, what was given a header
 * already, or a Node that keeps its heads elsewhere, has it written as usual. What is sent again in the second of its head
 * leaves with it as one text: to hand the system two pieces costs a fifth of an answer too.
 */
export function sendWith(res: Writable, status: number, head: Head, body?: Buffer): void {
  if (!(res.shouldKeepAlive && res._header === null && res.getHeaderNames().length === 0)) {
    res.writeHead(status, head.pairs).end(body)
    return
  }
  const whole = body === undefined ? head.text : wholeOf(head, body)
  res.statusCode = status
  res._header = whole ?? head.text
  if (whole === null) res.end(body)
  else res.end()
}

function wholeOf(head: Head, body: Buffer): string | null {
  if (head.whole != null) return head.whole
  if (head.whole === undefined || body.length > WHOLE_MAX_BYTES) {
    head.whole = null
    return null
  }
  head.whole = head.text + body.toString('latin1')
  const oldest = wholes.length < WHOLES_MAX ? undefined : wholes.shift()
  if (oldest) oldest.whole = null
  wholes.push(head)
  return head.whole
}
