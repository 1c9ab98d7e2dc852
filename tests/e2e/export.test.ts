import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { decodeHTML } from 'entities'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openReadOnly } from '#db/connect.server.ts'
import { admitterOf, seedsOf } from '#scripts/export/contenu.ts'
import { type Exported, exportSite } from '#scripts/export/export-site.ts'

/** What the server of the tests writes, for want of an address of its own. */
const PUBLIC_URL = 'http://localhost:0'
const DEPARTEMENTS = ['23', '2A', '973']

const out = mkdtempSync(join(tmpdir(), 'conum-export-'))
const { path, url } = inject('demonstration')
const db = openReadOnly(path)
let exported: Exported
let host: { server: Server; url: string }

beforeAll(async () => {
  const choix = { communes: false, departements: new Set(DEPARTEMENTS) }
  const ask = (asked: string) => fetch(url + asked, { redirect: 'manual' })
  const what = { seeds: seedsOf(db, '2026-06-30', choix), admits: admitterOf(db, choix) }
  exported = await exportSite({ ask, out, ...what, publicUrl: PUBLIC_URL, today: '2026-06-30' })
  host = await serveFolder(out)
})

afterAll(() => {
  host.server.close()
  db.$client.close()
  rmSync(out, { recursive: true, force: true })
})

/** The plainest static host, under a folder of its own: a file by its path, `index.html` of a folder. */
async function serveFolder(folder: string): Promise<{ server: Server; url: string }> {
  const server = createServer((req, res) => {
    const { pathname } = new URL(req.url ?? '', 'http://localhost')
    const inside = pathname.startsWith('/copie/') ? decodeURIComponent(pathname.slice('/copie'.length)) : null
    const file = inside === null ? null : join(folder, inside.endsWith('/') ? `${inside}index.html` : inside)
    if (file === null || !existsSync(file) || !statSync(file).isFile()) return res.writeHead(404).end()
    res.end(readFileSync(file))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/copie/` }
}

function pages(): string[] {
  return readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'))
}

const read = (name: string) => readFileSync(join(out, name), 'utf8')

test('every link of every page leads to a file of the folder, wherever the folder is served', async () => {
  const links = new Map<string, string>()
  for (const name of pages()) {
    const page = new URL(name.replace(/index\.html$/, ''), host.url)
    for (const [, value = ''] of read(name).matchAll(/\s(?:href|src|action)="([^"#]+)/g)) {
      const link = new URL(decodeHTML(value), page)
      if (link.origin === page.origin) links.set(link.href, name)
      expect([name, link.origin === PUBLIC_URL && !/rel="(canonical|alternate)"/.test(read(name))]).toEqual([
        name,
        false,
      ])
    }
  }
  const broken: string[] = []
  for (const [link, name] of links) {
    const { status } = await fetch(link)
    if (status !== 200) broken.push(`${link} (${name})`)
  }
  expect([exported.broken, broken]).toEqual([[], []])
  expect(links.size).toBeGreaterThan(200)
})

test('every place and employer of the departments is there, and none of another', () => {
  const of = (table: string, column: string) =>
    db.$client
      .prepare<string[], string>(`SELECT ${column} FROM ${table} WHERE departement_code IN ('23', '2A', '973')`)
      .pluck()
      .all()
      .sort()
  expect(readdirSync(join(out, 'structures')).sort()).toEqual(of('structure', 'cle'))
  const lieux = readdirSync(join(out, 'lieux'))
  expect(lieux.filter((id) => !of('lieu', 'id').includes(id))).toEqual([])
  expect(lieux.length).toBeGreaterThan(20)
  expect(readdirSync(join(out, 'departements')).filter((code) => /^\d|^2A/.test(code))).toEqual(DEPARTEMENTS)
  expect(existsSync(join(out, 'communes'))).toBe(false)
})

test('the files, the points and the answers of the API are there as the site gives them', async () => {
  for (const name of ['points.json', 'api/v1/lieux.geojson', 'api/v1/departements.json', 'sitemap.xml'])
    expect([name, statSync(join(out, name)).size > 100]).toEqual([name, true])
  const csv = Buffer.from(await (await fetch(`${url}/api/v1/lieux.csv`)).arrayBuffer())
  expect(readFileSync(join(out, 'api/v1/lieux.csv')).equals(csv)).toBe(true)
  expect(readdirSync(join(out, 'couverture')).filter((name) => name.endsWith('.csv')).length).toBeGreaterThan(0)
})

test('each page says what the copy cannot do, asks no script, and does not say what is open now', () => {
  for (const name of pages().filter((one) => one !== 'serveur/index.html')) {
    const html = read(name)
    expect([name, html.includes('Copie du 30 juin 2026'), /<script|class="etat /.test(html)]).toEqual([
      name,
      true,
      false,
    ])
  }
  expect(read('serveur/index.html')).toContain('ni la recherche, ni les filtres, ni la carte')
  expect(read('index.html')).toMatch(/<form[^>]* action="serveur\/"/)
})
