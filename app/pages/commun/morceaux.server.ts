/**
 * An answer that is long to make, sent piece by piece: whatever else is asked meanwhile is answered between two of them, and
 * it is never whole in memory.
 */
export function answerMorceaux(morceaux: Iterable<string | Uint8Array>, headers: Record<string, string>): Response {
  const pieces = morceaux[Symbol.iterator]()
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      await new Promise((resolve) => setImmediate(resolve))
      const { done, value } = pieces.next()
      if (done) controller.close()
      else controller.enqueue(typeof value === 'string' ? encoder.encode(value) : value)
    },
    cancel: () => void pieces.return?.(),
  })
  return new Response(body, { headers: { 'Access-Control-Allow-Origin': '*', ...headers } })
}
