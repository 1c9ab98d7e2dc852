import { chromium } from 'playwright-core'
import type { TestProject } from 'vitest/node'
import { BROWSER_FLAGS, findBrowser } from '#scripts/setup/browser.mjs'
import { importInto, serve } from './served.ts'

/** The demonstration imported and served, and a browser: once for all the files of the browser project. */
export type Demonstration = { path: string; url: string; browser: string }

declare module 'vitest' {
  export interface ProvidedContext {
    demonstration: Demonstration
  }
}

export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const executablePath = findBrowser()
  if (!executablePath) throw new Error('No browser: run `npm test`, which installs one, or set CHROMIUM_PATH.')
  const { path, remove } = importInto(['--demo'])
  const server = await serve(path)
  const browser = await chromium.launchServer({ executablePath, args: BROWSER_FLAGS })
  provide('demonstration', { path, url: server.url, browser: browser.wsEndpoint() })
  return async () => {
    await browser.close()
    server.stop()
    remove()
  }
}
