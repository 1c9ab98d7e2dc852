import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import Papa from 'papaparse'
import { fold } from '#app/domain/texte/fold.ts'

/** What the geocoder knows: an address (as it must be asked), where it is, how it answers. */
export type Connue = {
  adresse: string
  commune: string
  codePostal?: string
  lat: number
  lon: number
  type?: string
  score?: number
  statut?: string
}

/** One request as it was received: its fields, the file's header and rows, its size in bytes. */
export type Recue = { champs: [string, string][]; header: string[]; rows: Record<string, string>[]; bytes: number }

type Answer = (csv: string, res: ServerResponse) => void

/** What the service adds to every row, as its own source lists it, when `result_columns` does not choose. */
const RESULTS = ['longitude', 'latitude', 'result_score', 'result_score_next', 'result_label', 'result_type']
const RESULTS_REST = ['result_id', 'result_name', 'result_postcode', 'result_city', 'result_citycode', 'result_status']

const answers: Answer = (csv, res) => {
  res.setHeader('content-type', 'text/csv')
  res.end(csv)
}

/**
 * A bulk geocoder on this machine, with the manners of the national one: values are names of columns, an unknown one is
 * a 400; filters are blind; `latitude` and `longitude` of the file are overwritten and bias the search; a text too short
 * or too long is skipped. `state.answer` may be changed; `received` holds every request.
 */
export async function startGeocodeurEnLot(connues: Connue[], answer: Answer = answers) {
  const received: Recue[] = []
  const state = { answer, connues, underWay: 0, underWayMax: 0 }
  const server = http.createServer(async (req, res) => {
    if (req.method !== 'POST' || req.url !== '/geocodage/search/csv') return res.writeHead(404).end()
    state.underWay += 1
    state.underWayMax = Math.max(state.underWayMax, state.underWay)
    res.on('close', () => {
      state.underWay -= 1
    })
    const recue = await receive(req)
    received.push(recue)
    const named = recue.champs.filter(([name]) => ['columns', 'citycode', 'postcode', 'type'].includes(name))
    if (named.some(([, column]) => !recue.header.includes(column))) {
      res.writeHead(400, { 'content-type': 'application/json' })
      return res.end(JSON.stringify({ code: 400, message: 'At least one given column name is unknown' }))
    }
    state.answer(answerOf(recue, state.connues), res)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const stop = async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/geocodage`, received, state, stop }
}

async function receive(req: IncomingMessage): Promise<Recue> {
  const chunks: Buffer[] = []
  for await (const chunk of req) chunks.push(chunk)
  const body = Buffer.concat(chunks)
  const form = await new Response(body, { headers: { 'content-type': req.headers['content-type'] ?? '' } }).formData()
  const file = form.get('data') as File
  const { data, meta } = Papa.parse<Record<string, string>>(await file.text(), { header: true, skipEmptyLines: true })
  const champs = [...form.entries()].filter(([name]) => name !== 'data') as [string, string][]
  return { champs, header: meta.fields ?? [], rows: data, bytes: body.length }
}

function answerOf({ champs, header, rows }: Recue, connues: Connue[]): string {
  const values = (name: string) => champs.filter(([key]) => key === name).map(([, value]) => value)
  const chosen = values('result_columns')
  const asked = values('columns')
  const [citycode = '', postcode = ''] = [values('citycode')[0], values('postcode')[0]]
  const added = [...RESULTS, ...RESULTS_REST].filter((name) => chosen.length === 0 || chosen.includes(name))
  const lines = rows.map((row) => {
    const q = (asked.length > 0 ? asked : header).map((name) => row[name]).join(' ')
    const result = resultOf(q, row[citycode] ?? '', row[postcode] ?? '', connues)
    return { ...row, ...Object.fromEntries(added.map((name) => [name, result[name] ?? ''])) }
  })
  return Papa.unparse(lines, { columns: [...new Set([...header, ...added])], newline: '\n' })
}

function resultOf(q: string, citycode: string, postcode: string, connues: Connue[]): Record<string, string> {
  if (q.length < 3 || q.length > 200 || !/^[\p{L}\p{N}]/u.test(q)) return { result_status: 'skipped' }
  const found = connues
    .filter(({ commune, codePostal }) => (!citycode || commune === citycode) && (!postcode || codePostal === postcode))
    .find(({ adresse }) => fold(adresse) === fold(q))
  if (!found) return { result_status: 'not-found' }
  const { statut = 'ok', type = 'housenumber', score = 0.95 } = found
  if (statut !== 'ok') return { result_status: statut }
  return {
    latitude: String(found.lat),
    longitude: String(found.lon),
    result_score: String(score),
    result_type: type,
    result_label: `${found.adresse}, ${found.commune}`,
    result_citycode: found.commune,
    result_status: 'ok',
  }
}
