/** Makes docs/screenshot.png, the picture of README, from a running site: `npm start`, then `npm run screenshot`. */
import { chromium } from 'playwright-core'
import { BROWSER_FLAGS, findBrowser } from './setup/browser.mjs'

const SITE = process.env.SITE ?? 'http://localhost:3000'

const browser = await chromium.launch({
  executablePath: findBrowser() ?? undefined,
  args: BROWSER_FLAGS,
})
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 860 } })
  await page.goto(`${SITE}/`)
  await page.waitForSelector('.leaflet-container canvas')
  // The clusters are drawn a moment after the canvas is there.
  await page.waitForTimeout(1500)
  await page.screenshot({ path: 'docs/screenshot.png' })
} finally {
  await browser.close()
}
