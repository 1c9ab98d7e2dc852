import { once } from 'node:events'
import http from 'node:http'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createAtelier } from '#app/atelier/atelier.server.ts'
import type { Demande, Sortie } from '#app/depot/demande.ts'
import { isRefus } from '#app/depot/refus.ts'
import { siteBuild } from '#tests/pages/site.ts'
import { OUVRIER } from '#tests/support/atelier.ts'
import { avecFichier, CORRIGE, MULTIPART, PAGE, RAPPORT } from '#tests/support/envoi.ts'
import { ask, startServer } from '#tests/support/server.ts'

let server: Awaited<ReturnType<typeof startServer>>
beforeAll(async () => {
  server = await startServer({ build: await siteBuild() })
})
afterAll(() => server.stop())

const HEADER = 'id,nom,commune,code_postal,adresse,horaires,date_maj,services\n'
const rows = (count: number) =>
  HEADER + Array.from({ length: count }, (_, i) => `${i},Lieu ${i},Guéret,23000,${i} rue,,2026-01-01,\n`).join('')
/** Hours that each take milliseconds to understand. */
const long = (count: number) =>
  HEADER +
  Array.from({ length: count }, (_, i) => {
    const rules = Array.from(
      { length: 16 },
      (_, j) => `Jan ${1 + ((i + j) % 28)}-Mar ${1 + (j % 27)} Mo[1] 09:${10 + j}-1${j % 10}:${10 + (i % 50)}`,
    )
    return `${i},Lieu ${i},Guéret,23000,${i} rue,"${rules
      .join('; ')
      .slice(0, 480)
      .replace(/;[^;]*$/, '')}",2026-01-01,\n`
  }).join('')

function post(path: string, text: string, headers: http.OutgoingHttpHeaders = {}) {
  const body = avecFichier(text)
  const sent = { 'Content-Type': MULTIPART, 'Content-Length': body.length, ...headers }
  const request = http.request({
    port: server.port,
    host: '127.0.0.1',
    path,
    method: 'POST',
    headers: sent,
    agent: false,
  })
  request.end(body)
  const answer = once(request, 'response').then(async ([response]: http.IncomingMessage[]) => {
    const chunks: Buffer[] = []
    for await (const chunk of response as AsyncIterable<Buffer>) chunks.push(chunk)
    return {
      status: response?.statusCode ?? 0,
      headers: response?.headers ?? {},
      body: Buffer.concat(chunks).toString(),
    }
  })
  return { request, answer }
}

const demande = (text: string, sortie: Demande['sortie'] = 'page'): Demande => {
  return { bytes: Buffer.from(text), kind: null, colonnes: [], sortie, today: '2026-11-29' }
}

function atelier(bornes?: { duree: number; memoire: number }) {
  return createAtelier(OUVRIER, server.databasePath, bornes)
}

const NEVER = new AbortController().signal
const outcome = (work: Promise<Sortie>) =>
  work.then(
    () => 'made',
    (error: unknown) => (isRefus(error) ? `${error.status} ${error.message}` : String(error)),
  )

test('the three answers come from the thread as they came from this one', async () => {
  const answers = await Promise.all([PAGE, RAPPORT, CORRIGE].map((path) => post(path, rows(3)).answer))
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  expect(answers[0]?.body).toContain('3 lignes lues')
  expect(answers[1]?.body).toMatch(/^\ufeffligne,colonne,/)
  expect(answers[2]?.body.split('\r\n')).toHaveLength(5)
})

test('the site goes on answering while files are checked', async () => {
  let done = false
  const checks = Promise.all(Array.from({ length: 3 }, () => post(PAGE, rows(12_000)).answer)).finally(() => {
    done = true
  })
  let answered = 0
  while (!done) {
    expect((await ask(server.port, '/sante')).status).toBe(200)
    answered += 1
  }
  expect((await checks).map(({ status }) => status)).toEqual([200, 200, 200])
  expect(answered).toBeGreaterThan(20)
})

test('a file that takes more than its time is ended in a sentence, and the next one is checked', async () => {
  const { travailler, fermer } = atelier({ duree: 1_500, memoire: 256 * 1024 * 1024 })
  expect(await outcome(travailler(demande(long(9_000)), NEVER))).toMatch(
    /^422 .*ce fichier demande trop de travail.*Coupez-le/,
  )
  await vi.waitUntil(async () => (await outcome(travailler(demande(rows(3)), NEVER))) === 'made', { timeout: 60_000 })
  await fermer()
})

test('a file that takes more than its memory is ended in a sentence, the server is not', async () => {
  const { travailler, fermer } = atelier({ duree: 60_000, memoire: 40 * 1024 * 1024 })
  expect(await outcome(travailler(demande(rows(40_000)), NEVER))).toMatch(/^422 .*ce fichier demande trop de travail/)
  await fermer()
  expect((await ask(server.port, '/sante')).status).toBe(200)
})

test('whoever leaves during the check frees its thread', async () => {
  const { travailler, fermer } = atelier({ duree: 60_000, memoire: 256 * 1024 * 1024 })
  const left = new AbortController()
  const works = [1, 2].map(() => outcome(travailler(demande(long(9_000)), left.signal)))
  setTimeout(() => left.abort(), 1_000)
  expect(await Promise.all(works)).toEqual([1, 2].map(() => expect.stringMatching(/AbortError/)))
  expect(await outcome(travailler(demande(rows(3)), NEVER))).toBe('made')
  await fermer()
})
