import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { TUILES_IGN, tuilesOrigin } from '#app/domain/carte/tuiles.ts'
import { openReadOnly } from '#db/connect.server.ts'
import { findBrowser } from '../setup/browser.mjs'
import { choosePages, type Page } from './chosen-pages.ts'
import type { Figures } from './figures.ts'
import { loadPage, type Way } from './lighthouse.ts'
import { otherWaysTable, type PageFigures, pagesTable } from './pages-table.ts'
import { startSite } from './site.ts'

const BUILT = fileURLToPath(new URL('../../build/server/index.js', import.meta.url))

/**
 * What a visitor waits for on slow 3G (400 kb/s, 400 ms) with a processor four times slower: the built site on the
 * database at `path`. The tiles' server is never asked, so that the network of this machine changes nothing.
 */
export async function benchPages(path: string, runs: number, signal: AbortSignal): Promise<void> {
  console.log(`\nPages on slow 3G (400 kb/s, 400 ms, processor ÷ 4), Lighthouse, medians of ${runs} loads (least–most)`)
  const browser = findBrowser()
  if (browser === null) return console.log('  not measured: no Chromium found; set CHROMIUM_PATH to one')
  if (!existsSync(BUILT)) return console.log('  not measured: the site is not built; run npm run build')
  const pages = pagesOf(path)
  const site = await startSite(path)
  const load = (page: Page, way: Way) =>
    loadPage(site.url + page.path, way, { browser, blocked: [`${tuilesOrigin(TUILES_IGN)}/*`], signal })
  try {
    console.log(pagesTable(await loadInTurn(pages, runs, site.url, load)))
    await otherWays(pages, load)
  } finally {
    await site.stop()
  }
}

function pagesOf(path: string): Page[] {
  const db = openReadOnly(path)
  try {
    return choosePages(db)
  } finally {
    db.$client.close()
  }
}

type Load = (page: Page, way: Way) => Promise<Figures>

/** One page after the other and again: what slows this machine for a moment slows them all. */
async function loadInTurn(pages: Page[], runs: number, origin: string, load: Load): Promise<PageFigures[]> {
  const measured = pages.map((page): PageFigures => ({ page, runs: [] }))
  // A first answer, not counted: the server has just started.
  for (const { path } of pages) await fetch(origin + path).then((answer) => answer.text())
  for (let run = 0; run < runs; run += 1) {
    for (const { page, runs: figures } of measured) figures.push(await load(page, 'simulated'))
  }
  return measured
}

/** Two more loads of a list: the throttle really applied, and a wide screen where the map takes its drawing's place. */
async function otherWays([page]: Page[], load: Load): Promise<void> {
  if (page === undefined) return
  const applied = await load(page, 'applied')
  const wide = await load(page, 'wide')
  console.log(`\nOne more load of ${page.path}`)
  console.log(otherWaysTable({ 'throttle applied by the browser': applied, 'wide screen, with the map': wide }))
}
