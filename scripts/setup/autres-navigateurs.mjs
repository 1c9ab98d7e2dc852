import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fail, say } from './dependencies.mjs'

/** Where Debian puts them; each may be given another way. */
export const FIREFOX = process.env.FIREFOX_PATH ?? '/usr/bin/firefox-esr'
export const WEBKIT = process.env.WEBKIT_DRIVER_PATH ?? '/usr/bin/WebKitWebDriver'
export const XVFB = '/usr/bin/Xvfb'
/** The browser that the driver starts: WebKitGTK's own, whose folder bears the name of the machine's architecture. */
export const WEBKIT_BROWSER = ['x86_64-linux-gnu', 'aarch64-linux-gnu']
  .flatMap((machine) => ['4.1', '4.0'].map((version) => `/usr/lib/${machine}/webkit2gtk-${version}/MiniBrowser`))
  .find((path) => existsSync(path))

const PACKAGES = ['firefox-esr', 'webkit2gtk-driver', 'xvfb']

/** Firefox and WebKit for the tests: the system's, else Debian's packages. */
export function ensureOtherBrowsers() {
  const missing = () => [FIREFOX, WEBKIT, XVFB].filter((path) => !existsSync(path))
  if (missing().length > 0 && existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
    say('Installing Firefox and WebKit for the tests…')
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' })
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...PACKAGES], {
      stdio: 'inherit',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  }
  if (missing().length > 0) fail(`Not found: ${missing().join(', ')} (apt-get install ${PACKAGES.join(' ')}).`)
}
