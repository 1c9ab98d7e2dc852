import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fail, say } from './dependencies.mjs'

/** The first has no window of its own: two processes less for each page, and less than half of the work to open one. */
const NAMES = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']

/** A Chromium that runs anywhere, a container included, and asks nothing of the network for itself. */
export const BROWSER_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The path of a Chromium: `CHROMIUM_PATH`, else one of the system, else null. */
export function findBrowser() {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/Applications/Google Chrome.app/Contents/MacOS']
  const candidates = [
    process.env.CHROMIUM_PATH,
    ...folders.flatMap((folder) => [...NAMES, 'Google Chrome'].map((name) => join(folder, name))),
  ]
  return candidates.find((path) => path && existsSync(path)) ?? null
}

/** A Chromium for the tests: the system's, else Debian's package, else the one Playwright downloads. */
export async function ensureBrowser() {
  const found = findBrowser()
  if (found) return found
  say('Installing a browser for the tests…')
  if (existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' })
    // The first has a package of its own in Debian since 12, and not elsewhere.
    for (const name of ['chromium-headless-shell', 'chromium']) {
      spawnSync('apt-get', ['install', '-y', '-qq', name], {
        stdio: 'inherit',
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      })
      const installed = findBrowser()
      if (installed) return installed
    }
  }
  spawnSync('npx', ['playwright-core', 'install', 'chromium'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  const { chromium } = await import('playwright-core')
  if (existsSync(chromium.executablePath())) return chromium.executablePath()
  return fail('No browser: install Chromium (apt-get install chromium), or set CHROMIUM_PATH to one.')
}
