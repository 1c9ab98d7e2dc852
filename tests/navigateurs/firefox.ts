import puppeteer from 'puppeteer-core'
import { FIREFOX } from '#scripts/setup/autres-navigateurs.mjs'
import { type Fenetre, LIMIT_MS, type Taille } from './fenetre.ts'

/** Firefox, by WebDriver BiDi. */
export async function openFirefox({ width, height }: Taille): Promise<Fenetre> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: FIREFOX,
    args: [`--width=${width}`, `--height=${height}`],
    // No request of its own, no tile from outside.
    extraPrefsFirefox: {
      'network.proxy.type': 0,
      'app.update.enabled': false,
      'datareporting.policy.dataSubmissionEnabled': false,
    },
  })
  const page = await browser.newPage()
  page.setDefaultTimeout(LIMIT_MS)
  await page.setViewport({ width, height })
  return {
    open: async (url) => {
      await page.goto(url, { waitUntil: 'load' })
    },
    read: (expression) => page.evaluate(expression) as never,
    type: async (selector, text) => {
      await page.click(selector, { count: 3 })
      await page.keyboard.type(text, { delay: 20 })
    },
    click: async (selector) => {
      const element = await page.waitForSelector(selector)
      // What sticks to the foot of the screen stands over what is there.
      await element?.evaluate((one) => one.scrollIntoView({ block: 'center' }))
      await element?.click()
    },
    back: async () => {
      // puppeteer waits for a load, which a page that was kept does not have.
      await page.evaluate(() => history.back())
    },
    close: () => browser.close(),
  }
}
