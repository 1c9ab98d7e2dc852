import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { HAS_REAL_FILES, NO_REAL_FILES, PUBLISHED_TOGETHER, realFile } from '#tests/import/files.ts'
import { openPage, type Site, startSite } from '#tests/support/site.ts'

const PHONE = { width: 360, height: 740 }
const DESK = { width: 1280, height: 900 }

describe.skipIf(!HAS_REAL_FILES)(`on the published files${NO_REAL_FILES}`, () => {
  let site: Site
  beforeAll(async () => {
    site = await startSite({ files: PUBLISHED_TOGETHER.map(realFile) })
  })
  afterAll(() => site?.stop())

  test('beside a map or a drawing a table shows its figures whole', async () => {
    const page = await openPage(site, '/sante', { viewport: DESK })
    for (const path of [
      '/couverture',
      '/couverture?maille=region',
      '/couverture?indicateur=lieux-10000',
      '/evolution',
    ]) {
      await page.goto(`${site.url}${path}`)
      const [needed, given] = await page
        .locator(':is(.carte-et-tableau, .dessin-et-tableau) .tableau-boite')
        .first()
        .evaluate((box) => [box.scrollWidth, box.clientWidth])
      expect(needed, path).toBeLessThanOrEqual(given as number)
    }
    await page.context().close()
  })

  test('on a phone no word and no number is broken in the middle', async () => {
    const page = await openPage(site, '/sante', { viewport: PHONE })
    for (const path of [
      '/couverture',
      '/evolution',
      '/besoins',
      '/a-propos',
      '/methode/recalcul',
      '/methode/rural-urbain',
      '/embed?departement=66',
      '/embed/couverture',
    ]) {
      await page.goto(`${site.url}${path}`)
      expect(await brokenWords(page), path).toEqual([])
    }
    await page.context().close()
  })

  test('a list of choices shows the longest of them whole, on a desk', async () => {
    const page = await openPage(site, '/couverture', { viewport: DESK })
    const cut = await page.locator('.choix-indicateur select').evaluateAll((lists) =>
      lists.flatMap((list) => {
        const whole = list.cloneNode(true) as HTMLElement
        Object.assign(whole.style, { position: 'absolute', width: 'max-content', maxWidth: 'none' })
        list.after(whole)
        const [needed, given] = [whole.getBoundingClientRect().width, list.getBoundingClientRect().width]
        whole.remove()
        return needed > given + 1 ? [`${list.id}: ${given} of ${needed}`] : []
      }),
    )
    expect(cut).toEqual([])
    await page.context().close()
  })

  test('who goes by the keyboard sees the link that passes the map', async () => {
    const page = await openPage(site, '/couverture', { viewport: DESK })
    const link = page.getByRole('link', { name: /^Passer la carte/ })
    await page.locator('.choix-indicateur button').focus()
    await page.keyboard.press('Tab')
    expect(await link.evaluate((one) => one === document.activeElement)).toBe(true)
    expect(await link.evaluate((one) => getComputedStyle(one).outlineStyle)).toBe('solid')
    await page.context().close()
  })

  test('a number to call stands in the middle of its button, whichever list it is in', async () => {
    const without = site.db.$client
      .prepare("select id from lieu where telephone is null and lat is not null and reseau = 'conseiller-numerique'")
      .pluck()
      .get()
    for (const viewport of [PHONE, DESK]) {
      const page = await openPage(site, `/lieux/${without}`, { viewport })
      const off = await page.locator('.joindre .telephone').evaluateAll((buttons) =>
        buttons.map((button) => {
          const [outer, inner] = [button, button.querySelector('.chiffres') as Element].map((one) =>
            one.getBoundingClientRect(),
          ) as [DOMRect, DOMRect]
          return Math.abs(outer.top + outer.height / 2 - inner.top - inner.height / 2)
        }),
      )
      expect(off.length).toBeGreaterThan(0)
      expect(Math.max(...off)).toBeLessThan(3)
      await page.context().close()
    }
  })
})

/** Addresses and codes apart: the runs of letters, and of figures with the spaces of thousands between them, that stand on two lines. */
function brokenWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = []
    const walker = document.createTreeWalker(document.querySelector('main') as Element, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement
      if (
        parent === null ||
        parent.closest('code, pre, script, svg, .invisible, .citation') ||
        !parent.checkVisibility()
      )
        continue
      for (const { 0: word, index } of (node.textContent ?? '').matchAll(/\p{L}{3,}|\d{1,3}(?:\s\d{3})+(?!\d| \d)/gu)) {
        const range = document.createRange()
        range.setStart(node, index)
        range.setEnd(node, index + word.length)
        const tops = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)))
        if (tops.size > 1) found.push(word)
      }
    }
    return found
  })
}
