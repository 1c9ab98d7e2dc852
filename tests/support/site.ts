import { readFileSync } from 'node:fs'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { inject } from 'vitest'
import { type Db, openReadOnly } from '#db/connect.server.ts'
import { BROWSER_FLAGS, findBrowser } from '#scripts/setup/browser.mjs'
import { importInto, serve } from './served.ts'

const AXE = readFileSync(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8')

/** The built site on the demonstration data, and a browser. */
export type Site = { url: string; db: Db; browser: Browser; stop: () => Promise<void> }

let launched: Promise<Browser> | undefined

/** One for all the files of a process, with which it ends; vitest leaves it no time to sweep its profile. */
function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser()
  if (!executablePath) throw new Error('No browser: run `npm test`, which installs one, or set CHROMIUM_PATH.')
  process.env.TMPDIR = inject('demonstration').temporary
  launched ??= chromium.launch({ executablePath, args: BROWSER_FLAGS })
  return launched
}

/**
 * The site that all files share, and the browser of the process; served apart with a `geocoderUrl`, imported apart too
 * from `files`.
 */
export async function startSite({ geocoderUrl = '', files = [] as string[] } = {}): Promise<Site> {
  const shared = inject('demonstration')
  const imported = files.length > 0 ? importInto(files) : null
  const path = imported?.path ?? shared.path
  const own = imported || geocoderUrl ? await serve(path, geocoderUrl) : null
  const browser = await launchBrowser()
  const db = openReadOnly(path)
  const stop = async () => {
    await Promise.all(browser.contexts().map((context) => context.close()))
    db.$client.close()
    own?.stop()
    imported?.remove()
  }
  return { url: own?.url ?? shared.url, db, browser, stop }
}

/** How long a page is waited for: a busy machine is no failure. */
const ATTENTE = 120_000

/** A page on which no request leaves the machine: tiles never load in tests. */
export async function openPage(site: Site, path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await site.browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
  context.setDefaultTimeout(ATTENTE)
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
