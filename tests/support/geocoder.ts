import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

type Answer = (req: IncomingMessage, res: ServerResponse) => void

/** One result as the national geocoder writes it; give what the test is about. */
export function feature(properties: Record<string, unknown> = {}, coordinates: unknown = [1.8716, 46.1694]) {
  const all = {
    label: '2 Place Bonnyaud 23000 Guéret',
    score: 0.97,
    name: '2 Place Bonnyaud',
    postcode: '23000',
    city: 'Guéret',
    citycode: '23096',
    type: 'housenumber',
  }
  return {
    type: 'Feature',
    geometry: { type: 'Point', coordinates },
    properties: { ...all, ...properties },
  }
}

/** Answers with these features, 200. */
export function answersWith(features: unknown[]): Answer {
  return (_req, res) => {
    res.setHeader('Content-Type', 'application/json')
    res.end(JSON.stringify({ type: 'FeatureCollection', features, query: '' }))
  }
}

/** A geocoder on this machine: `answer` may be changed, `asked` holds the query strings it received. */
export async function startGeocoder(answer: Answer = answersWith([feature()])) {
  const asked: URLSearchParams[] = []
  const state = { answer }
  const server = http.createServer((req, res) => {
    const url = new URL(req.url ?? '', 'http://localhost')
    if (url.pathname !== '/geocodage/search') return res.writeHead(404).end()
    asked.push(url.searchParams)
    state.answer(req, res)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const stop = async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/geocodage`
  return { url, asked, state, stop }
}
