import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { type Db, openReadOnly } from '#db/connect.server.ts'
import { importArguments } from '#scripts/import-command.ts'
import { BROWSER_FLAGS, findBrowser } from '#scripts/setup/browser.mjs'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const AXE = readFileSync(join(ROOT, 'node_modules/axe-core/axe.min.js'), 'utf8')

/** The built site on the demonstration data, and a browser. */
export type Site = { url: string; db: Db; browser: Browser; stop: () => Promise<void> }

/** Imports the demonstration, or `files`, into a folder of its own, starts `npm start`'s server on a free port, opens a browser. */
export async function startSite({ geocoderUrl = '', files = ['--demo'] } = {}): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), 'conum-site-'))
  const path = join(folder, 'annuaire.sqlite')
  execFileSync(process.execPath, [...importArguments(), ...files, '--out', path, '--json'], {
    cwd: ROOT,
    stdio: 'pipe',
  })
  const env = {
    ...process.env,
    PORT: '0',
    HOST: '127.0.0.1',
    DATABASE_PATH: path,
    GEOCODER_URL: geocoderUrl,
    NODE_ENV: 'production' as const,
  }
  const server = spawn(process.execPath, ['--import', 'tsx', 'scripts/serve.ts'], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = (await firstLine(server)).replace('localhost', '127.0.0.1')
  const browser = await chromium.launch({ executablePath: browserPath(), args: BROWSER_FLAGS })
  const db = openReadOnly(path)
  const stop = async () => {
    await browser.close()
    db.$client.close()
    server.kill('SIGTERM')
    rmSync(folder, { recursive: true, force: true })
  }
  return { url, db, browser, stop }
}

/** A page on which no request leaves the machine: tiles never load in tests. */
export async function openPage(site: Site, path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await site.browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
  const page = await context.newPage()
  await page.route(
    (address) => address.origin !== site.url,
    (route) => route.abort(),
  )
  await page.goto(`${site.url}${path}`, { waitUntil: 'load' })
  return page
}

/** The violations that axe finds on the page, one line each. With JavaScript off axe hangs: block scripts instead. */
export async function axeViolations(page: Page): Promise<string[]> {
  await page.evaluate(AXE)
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run: (options: object) => Promise<{ violations: Violation[] }> } }
    type Violation = { id: string; nodes: { html: string }[] }
    const { violations } = await axe.run({ resultTypes: ['violations'] })
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
  })
}

function browserPath(): string {
  const path = findBrowser()
  if (!path) throw new Error('No browser: run `npm test`, which installs one, or set CHROMIUM_PATH.')
  return path
}

function firstLine(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    server.stdout?.once('data', (bytes: Buffer) => resolve(String(bytes).trim().split('\n')[0] ?? ''))
    server.once('exit', (code) =>
      reject(new Error(`The server stopped with ${code}: is the site built (npm run build)?`)),
    )
  })
}
