import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { promisify } from 'node:util'
import { BROWSER_FLAGS } from '../setup/browser.mjs'
import { type Figures, figuresOf } from './figures.ts'

const CLI = createRequire(import.meta.url).resolve('lighthouse/cli/index.js')
const CHROME_FLAGS = ['--headless=new', ...BROWSER_FLAGS]
const SLOW_3G = ['--throttling.rttMs=400', '--throttling.throughputKbps=400', '--throttling.cpuSlowdownMultiplier=4']

/**
 * How a page is loaded. `simulated`: at full speed, then as slow 3G and a processor four times slower would have it;
 * times are then whole round trips (DNS is two, 14.6 kB come with the first answer), and on a busy machine a paint
 * may seem to wait for what came before it. `applied`: the browser really waits, 400 ms a request. `wide`: a
 * computer's screen, where the interactive map takes the place of the drawn one.
 */
const WAYS = {
  simulated: ['--form-factor=mobile', '--throttling-method=simulate', ...SLOW_3G],
  applied: [
    '--form-factor=mobile',
    '--throttling-method=devtools',
    '--throttling.requestLatencyMs=400',
    '--throttling.downloadThroughputKbps=400',
    '--throttling.uploadThroughputKbps=400',
    '--throttling.cpuSlowdownMultiplier=4',
  ],
  wide: ['--preset=desktop'],
}
export type Way = keyof typeof WAYS

type LoadOptions = { browser: string; blocked: string[]; signal: AbortSignal }

const TRIES = 3

/**
 * Loads a page once in a browser of its own, with a fresh profile, and measures it. Nothing is asked of `blocked`
 * (URL patterns). A load of which the browser recorded nothing is made again. Throws what Lighthouse says went wrong.
 */
export async function loadPage(url: string, way: Way, options: LoadOptions): Promise<Figures> {
  for (let left = TRIES - 1; ; left -= 1) {
    try {
      return await loadOnce(url, way, options)
    } catch (error) {
      if (left === 0 || options.signal.aborted) throw error
    }
  }
}

async function loadOnce(url: string, way: Way, { browser, blocked, signal }: LoadOptions): Promise<Figures> {
  const args = [
    CLI,
    url,
    '--quiet',
    '--output=json',
    '--output-path=stdout',
    '--only-categories=performance',
    '--no-enable-error-reporting',
    `--chrome-flags=${CHROME_FLAGS.join(' ')}`,
    ...blocked.map((pattern) => `--blocked-url-patterns=${pattern}`),
    ...WAYS[way],
  ]
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    env: { ...process.env, CHROME_PATH: browser },
    maxBuffer: 1e8,
    signal,
    // Lighthouse closes its browser on this one.
    killSignal: 'SIGINT',
  })
  return figuresOf(JSON.parse(stdout))
}
