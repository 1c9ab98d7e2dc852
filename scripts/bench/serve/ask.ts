import http from 'node:http'

export type Answer = { status: number; head: string[]; headers: http.IncomingHttpHeaders; body: Buffer; ms: number }

/** One request, its answer as it came: nothing is decompressed. */
export function ask(url: string, headers: http.OutgoingHttpHeaders = {}, agent?: http.Agent): Promise<Answer> {
  const start = performance.now()
  return new Promise((resolve, reject) => {
    const request = http.get(url, { headers, agent }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        const { statusCode: status = 0, rawHeaders: head, headers } = response
        resolve({ status, head, headers, body: Buffer.concat(chunks), ms: performance.now() - start })
      })
    })
    request.on('error', reject)
  })
}

/** These addresses, each once, by so many at a time: answers a second, their 99th percentile, how many were not 200. */
export async function askAll(origin: string, urls: readonly string[], connections: number) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections })
  const left = [...urls]
  const times: number[] = []
  let failed = 0
  const start = performance.now()
  const visitor = async () => {
    for (let url = left.pop(); url !== undefined; url = left.pop()) {
      const { status, ms } = await ask(origin + url, { 'Accept-Encoding': 'br' }, agent)
      times.push(ms)
      if (status !== 200) failed += 1
    }
  }
  await Promise.all(Array.from({ length: connections }, visitor))
  const seconds = (performance.now() - start) / 1000
  agent.destroy()
  const p99 = times.sort((left, right) => left - right)[Math.floor(times.length * 0.99)] ?? 0
  return { perSecond: times.length / seconds, p99, failed }
}
