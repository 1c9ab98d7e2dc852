import { createReadStream, existsSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright-core'
import { TUILES_IGN } from '#app/domain/carte/tuiles.ts'
import { METROPOLE } from '#app/domain/territoires/cadres.ts'
import { openReadOnly } from '#db/connect.server.ts'
import { BROWSER_FLAGS, findBrowser } from '../setup/browser.mjs'
import { importPlaces } from './databases.ts'
import { spreadOf, table } from './measure.ts'
import { startSite } from './site.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const SLOWER = 4
const SCREEN = { width: 1280, height: 900 }

/**
 * What one map took. `seen`: ms from the points being there to their first picture; `build`: from when their map stands too,
 * which the other page makes while it waits for them; `held`: ms of tasks longer than 50 ms until then.
 */
type Run = { seen: number; build: number; held: number; frames: number[]; longest: number }

/**
 * The map of the site against Leaflet.markercluster on the same points, in turns, on a processor four times slower (the
 * thread of the page: a worker keeps its own speed): how long until the points are seen, how long a drag waits for its
 * pictures where the map is near, the longest task.
 */
export async function benchMap(folder: string, lieux: number, runs: number, database: string | null): Promise<void> {
  const path = database ?? importPlaces(folder, lieux)
  const points = pointsOf(path)
  console.log(`\nMap of ${points.length.toLocaleString('en')} places, processor ÷ ${SLOWER}, medians of ${runs}`)
  const executablePath = findBrowser()
  if (executablePath === null) return console.log('  not measured: no Chromium found; set CHROMIUM_PATH to one')
  const site = await startSite(path, { env: { GEOCODER_URL: '' } })
  const other = await serveMarkercluster(points)
  // The other page has no background either. Tiles fail as they do without a network: whoever answers for them takes a core.
  const noTile = `--host-resolver-rules=MAP ${new URL(TUILES_IGN.url).hostname} ~NOTFOUND`
  const browser = await chromium.launch({ executablePath, args: [...BROWSER_FLAGS, noTile] })
  const [ours, theirs]: [Run[], Run[]] = [[], []]
  try {
    for (let run = 0; run < runs; run += 1) {
      ours.push(await measure(browser, `${site.url}/?vue=carte`, '.carte-leaflet'))
      theirs.push(await measure(browser, other.url, '#map'))
    }
  } finally {
    await browser.close()
    other.stop()
    await site.stop()
  }
  console.log(table([['', 'ours', 'markercluster', 'ratio'], ...rowsOf(ours, theirs)]))
}

function rowsOf(ours: Run[], theirs: Run[]): string[][] {
  const figures: [string, (run: Run) => number][] = [
    ['until the points are seen, ms', ({ seen }) => seen],
    ['of which once their map stands, ms', ({ build }) => build],
    ['of which the page is held, ms', ({ held }) => held],
    ['a drag, zoomed in: 95 % of frames within, ms', ({ frames }) => percentile(frames, 0.95)],
    ['longest task once built, ms', ({ longest }) => longest],
  ]
  return figures.map(([name, of]) => {
    const [a, b] = [spreadOf(ours.map(of)).median, spreadOf(theirs.map(of)).median]
    return [name, a.toFixed(0), b.toFixed(0), b === 0 ? '' : (a / b).toFixed(2)]
  })
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** One load in a fresh profile, then zooms and drags around Paris. */
async function measure(browser: Browser, url: string, box: string): Promise<Run> {
  const context = await browser.newContext({ viewport: SCREEN })
  const page = await context.newPage()
  // What tsx makes of named functions calls it.
  await page.addInitScript('globalThis.__name = (named) => named')
  await page.addInitScript(watch)
  const cdp = await context.newCDPSession(page)
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  // Of the site, the answer with the points ends in a worker: its end is what starts the clock of both.
  let here = 0
  page.on('requestfinished', (request) => {
    if (/points/.test(request.url())) here = Date.now()
  })
  await page.goto(url)
  await page.waitForFunction(() => (globalThis as unknown as Watched).vu !== null, null, { timeout: 120_000 })
  const { vu, debout, taches } = await read(page)
  const since = (from: number) => (vu ?? Number.NaN) - from
  const held = taches.filter(({ at }) => at < (vu ?? 0)).reduce((sum, { ms }) => sum + ms, 0)
  await page.waitForTimeout(500)
  await zoomIn(page, box)
  await page.evaluate(() => Object.assign(globalThis, { taches: [], images: [] }))
  await drag(page, box)
  const after = await read(page)
  await context.close()
  const frames = after.images.slice(1).map((at, i) => at - (after.images[i] as number))
  const times = { seen: since(here), build: since(Math.max(here, debout ?? 0)), held }
  return { ...times, frames, longest: Math.max(0, ...after.taches.map(({ ms }) => ms)) }
}

type Watched = {
  vu: number | null
  debout: number | null
  taches: { at: number; ms: number }[]
  images: number[]
  suivre: boolean
}

const read = (page: Page) =>
  page.evaluate(() => {
    const { vu, debout, taches, images } = globalThis as unknown as Watched
    return { vu, debout, taches, images }
  })

/** In the page: when the map stood, when a number of places was first painted on it, each long task, each frame while `suivre`. */
function watch(): void {
  const seen = globalThis as unknown as Watched
  Object.assign(seen, { vu: null, debout: null, taches: [], images: [], suivre: false })
  const now = () => performance.timeOrigin + performance.now()
  new MutationObserver((_, observer) => {
    if (document.querySelector('.leaflet-map-pane') === null) return
    seen.debout = now()
    observer.disconnect()
  }).observe(document, { childList: true, subtree: true })
  const first = () => {
    seen.vu ??= now()
  }
  const { fillText } = CanvasRenderingContext2D.prototype
  CanvasRenderingContext2D.prototype.fillText = function (...args) {
    // The map writes names too; a cluster is digits.
    if (/^\d/.test(args[0])) requestAnimationFrame(first)
    return fillText.apply(this, args)
  }
  addEventListener('clusters', () => requestAnimationFrame(first))
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      seen.taches.push({ at: performance.timeOrigin + startTime, ms: duration })
  }).observe({ type: 'longtask', buffered: true })
  const frame = () => {
    if (seen.suivre) seen.images.push(performance.now())
    requestAnimationFrame(frame)
  }
  requestAnimationFrame(frame)
}

/** By the wheel over Paris, until streets: eight levels. */
async function zoomIn(page: Page, box: string): Promise<void> {
  const { x, y } = await parisIn(page, box)
  await page.mouse.move(x, y)
  for (let level = 0; level < 8; level += 1) {
    await page.mouse.wheel(0, -120)
    await page.waitForTimeout(700)
  }
}

/** Where Paris is, in a map that frames mainland France. */
async function parisIn(page: Page, box: string): Promise<{ x: number; y: number }> {
  const place = await page.locator(box).boundingBox()
  if (!place) throw new Error(`no map: ${box}`)
  const [south, west, north, east] = METROPOLE.bounds
  const y = (lat: number) => Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) * (180 / Math.PI)
  // As large as its frame allows, in the middle.
  const scale = Math.min(place.width / (east - west), place.height / (y(north) - y(south)))
  const zoom = 2 ** Math.floor(Math.log2((scale * 360) / 256))
  const pixels = (256 * zoom) / 360
  return {
    x: place.x + place.width / 2 + (2.35 - (west + east) / 2) * pixels,
    y: place.y + place.height / 2 - (y(48.86) - (y(south) + y(north)) / 2) * pixels,
  }
}

async function drag(page: Page, box: string): Promise<void> {
  const place = await page.locator(box).boundingBox()
  if (!place) throw new Error(`no map: ${box}`)
  const [x, y] = [place.x + place.width / 2, place.y + place.height / 2]
  for (const [dx, dy] of [
    [-250, 0],
    [250, 0],
    [0, -200],
    [0, 200],
    [-200, -150],
    [200, 150],
  ] as const) {
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.evaluate(() => Object.assign(globalThis, { suivre: true }))
    for (let step = 1; step <= 30; step += 1) await page.mouse.move(x + (dx * step) / 30, y + (dy * step) / 30)
    await page.mouse.up()
    await page.waitForTimeout(400)
    await page.evaluate(() => Object.assign(globalThis, { suivre: false }))
  }
}

function pointsOf(path: string): [number, number][] {
  const db = openReadOnly(path)
  try {
    return db.$client
      .prepare<[], [number, number]>(
        "select lat, lon from lieu where reseau = 'conseiller-numerique' and lat is not null order by numero",
      )
      .raw()
      .all()
  } finally {
    db.$client.close()
  }
}

const PARTS: Record<string, string> = {
  '/leaflet.js': 'node_modules/leaflet/dist/leaflet.js',
  '/leaflet.css': 'node_modules/leaflet/dist/leaflet.css',
  '/cluster.js': 'node_modules/leaflet.markercluster/dist/leaflet.markercluster.js',
  '/cluster.css': 'node_modules/leaflet.markercluster/dist/MarkerCluster.Default.css',
}

/** A page with the same points, frame and size of map, as its documentation has it: one marker a point, added together. */
async function serveMarkercluster(points: [number, number][]) {
  const [south, west, north, east] = METROPOLE.bounds
  const html = `<!doctype html><meta charset=utf-8><link rel=stylesheet href=leaflet.css><link rel=stylesheet href=cluster.css>
<style>#map{width:800px;height:569px}</style><div id=map></div><script src=leaflet.js></script><script src=cluster.js></script>
<script>const map = L.map('map', { maxZoom: 18 }).fitBounds([[${south},${west}],[${north},${east}]])
fetch('points.json').then((answer) => answer.json()).then((points) => {
  const group = L.markerClusterGroup()
  group.addLayers(points.map((point) => L.marker(point)))
  map.addLayer(group)
  dispatchEvent(new Event('clusters'))
})</script>`
  const server = createServer(({ url = '/' }, answer) => {
    const part = PARTS[url]
    if (url === '/points.json') answer.end(JSON.stringify(points))
    else if (part !== undefined && existsSync(ROOT + part)) createReadStream(ROOT + part).pipe(answer)
    else if (url === '/') answer.setHeader('content-type', 'text/html').end(html)
    else answer.writeHead(204).end()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, stop: () => server.close() }
}
