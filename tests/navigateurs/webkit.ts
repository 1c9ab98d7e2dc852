import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WEBKIT, WEBKIT_BROWSER, XVFB } from '#scripts/setup/autres-navigateurs.mjs'
import type { Fenetre, Taille } from './fenetre.ts'

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf'
/** The bar of its window asks for 447 pixels: without its sizes the window is as narrow as a phone. */
const BARE_WINDOW =
  '* { min-width: 0; min-height: 0; margin: 0; padding: 0; font-size: 1px } image { -gtk-icon-transform: scale(0) }'

/** WebKitGTK's MiniBrowser on a display of its own, by WebDriver. */
export async function openWebkit({ width, height }: Taille): Promise<Fenetre> {
  const port = await freePort()
  // -displayfd: the server takes a free number and says which.
  const display = spawn(XVFB, ['-displayfd', '1', '-screen', '0', '1600x1200x24'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const number = await firstLine(display)
  const settings = mkdtempSync(join(tmpdir(), 'conum-webkit-'))
  mkdirSync(join(settings, 'gtk-3.0'))
  writeFileSync(join(settings, 'gtk-3.0', 'gtk.css'), BARE_WINDOW)
  const driver = spawn(WEBKIT, [`--port=${port}`], {
    stdio: 'ignore',
    env: {
      ...process.env,
      DISPLAY: `:${number}`,
      XDG_CONFIG_HOME: settings,
      WEBKIT_DISABLE_COMPOSITING_MODE: '1',
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
    },
  })
  const ask = (method: string, path: string, body?: object) => webdriver(port, method, path, body)
  await waitFor(() => ask('GET', '/status'))
  const options = { binary: WEBKIT_BROWSER, args: ['--automation', '--geometry', `${width}x${height}`] }
  const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': options } }
  const { sessionId } = await ask('POST', '/session', { capabilities })
  const session = `/session/${sessionId}`
  const element = async (selector: string) => {
    const found = await ask('POST', `${session}/element`, { using: 'css selector', value: selector })
    return `${session}/element/${found[ELEMENT]}`
  }
  await ask('POST', `${session}/window/rect`, { width, height })
  return {
    open: (url) => ask('POST', `${session}/url`, { url }),
    read: (expression) => ask('POST', `${session}/execute/sync`, { script: `return ${expression}`, args: [] }),
    type: async (selector, text) => {
      const field = await element(selector)
      await ask('POST', `${field}/clear`, {})
      await ask('POST', `${field}/value`, { text })
    },
    click: async (selector) => ask('POST', `${await element(selector)}/click`, {}),
    back: () => ask('POST', `${session}/back`, {}),
    close: async () => {
      await ask('DELETE', session).catch(() => null)
      driver.kill()
      display.kill()
      rmSync(settings, { recursive: true, force: true })
    },
  }
}

// biome-ignore lint/suspicious/noExplicitAny: each command of WebDriver has its own value
async function webdriver(port: number, method: string, path: string, body?: object): Promise<any> {
  const init = { method, ...(body && { body: JSON.stringify(body) }) }
  const { value } = (await (await fetch(`http://127.0.0.1:${port}${path}`, init)).json()) as {
    value: { error?: string; message?: string }
  }
  if (value?.error) throw new Error(`${method} ${path}: ${value.error} ${value.message ?? ''}`)
  return value
}

async function waitFor(ready: () => Promise<unknown>): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (
      await ready().then(
        () => true,
        () => false,
      )
    )
      return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('WebKitWebDriver does not answer.')
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.stdout?.once('data', (bytes: Buffer) => resolve(String(bytes).trim()))
    child.once('exit', (code) => reject(new Error(`Xvfb stopped with ${code}`)))
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}
