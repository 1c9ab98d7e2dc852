import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { NOMS_DES_SUJETS } from '#app/domain/citations/methode.ts'
import {
  HAS_REAL_FILES,
  NO_REAL_FILES,
  PUBLISHED_TOGETHER,
  realFile,
  structuresCsv,
  workFolder,
} from '#tests/import/files.ts'
import { openPage, type Site, startSite } from '#tests/support/site.ts'

const SCREENS = [
  { width: 1280, height: 900, most: 6 },
  { width: 390, height: 844, most: 12 },
]

describe.skipIf(!HAS_REAL_FILES)(`on the published files${NO_REAL_FILES}`, () => {
  let site: Site
  beforeAll(async () => {
    site = await startSite({ files: PUBLISHED_TOGETHER.map(realFile) })
  })
  afterAll(() => site?.stop())

  /** Every page of figures, one department in eight, those with the most places; the largest and the smallest of communes and EPCI. */
  function paths(): string[] {
    const all = (sql: string) => site.db.$client.prepare(sql).pluck().all() as string[]
    const extremes = (table: string, sql: string) =>
      [...all(`${sql} desc limit 2`), ...all(`${sql} limit 1`)].map((code) => `/${table}/${code}`)
    return [
      '/couverture',
      '/couverture?maille=region',
      '/couverture?niveaux=7',
      '/couverture?indicateur=lieux-10000&classes=jenks',
      '/evolution',
      '/scenarios',
      '/scenarios?fin=tirage&postes=1200&graine=1',
      '/scenarios?fin=prives',
      '/departements',
      ...all('select code from departement where rowid % 8 = 0').map((code) => `/departements/${code}`),
      ...extremes('departements', 'select departement_code from lieu group by 1 order by count(*)'),
      '/epci',
      ...extremes('epci', 'select epci_code from commune where epci_code is not null group by 1 order by count(*)'),
      ...extremes(
        'communes',
        'select commune_code from lieu where commune_code is not null group by 1 order by count(*)',
      ),
      '/donnees',
      '/methode',
      ...NOMS_DES_SUJETS.map((nom) => `/methode/${nom}`),
    ]
  }

  test('a page of figures is six screens of a desk at most, and twelve of a phone', { timeout: 600_000 }, async () => {
    const rows: Record<string, Record<number, number>> = {}
    for (const { width, height, most } of SCREENS) {
      const page = await openPage(site, '/sante', { viewport: { width, height } })
      for (const path of paths()) {
        await page.goto(`${site.url}${path}`)
        const screens = (await page.evaluate(() => document.documentElement.scrollHeight)) / height
        rows[path] = { ...rows[path], [width]: Math.round(screens * 10) / 10 }
        expect(screens, `${path}, ${width} px`).toBeLessThanOrEqual(most)
        expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(width)
      }
      await page.context().close()
    }
    console.table(rows)
  })

  test('on a phone each open table shows a name and its first figure without being scrolled', async () => {
    const page = await openPage(site, '/sante', { viewport: { width: 390, height: 844 } })
    for (const path of ['/couverture', '/evolution', '/departements', '/departements/48', '/epci', '/communes/23096']) {
      await page.goto(`${site.url}${path}`)
      const hidden = await page.locator('.tableau-boite').evaluateAll((boxes) =>
        boxes
          .filter((box) => box.checkVisibility())
          .filter((box) => {
            const figure = box.querySelector('tbody tr .chiffres')?.getBoundingClientRect()
            return figure !== undefined && figure.right > box.getBoundingClientRect().right + 1
          })
          .map((box) => box.getAttribute('aria-labelledby')),
      )
      expect(hidden, path).toEqual([])
    }
    await page.context().close()
  })
})

describe('on three lists of posts, two of them eight months apart', () => {
  const folder = workFolder()
  let site: Site
  beforeAll(async () => {
    const list = (jour: string, postes: number) => {
      const row = ['Mairie', 'Reims', 'Marne', String(postes), '2021-03-01', '21510454600017', '51', '51454', '51100']
      return folder.write(`structures-${jour}.csv`, structuresCsv([row]))
    }
    site = await startSite({ files: [list('2021-05-19', 2138), list('2023-04-05', 3925), list('2023-12-15', 4001)] })
  })
  afterAll(async () => {
    await site?.stop()
    folder.remove()
  })

  test.each(SCREENS)(
    'no word of the chart covers another at $width px, and each list has its date',
    async (viewport) => {
      const page = await openPage(site, '/evolution', { viewport })
      expect(await coveredWords(page)).toEqual([])
      const words = await page.locator('.dessin-courbe').first().locator('text').allTextContents()
      expect(words.filter((word) => /20\d\d$/.test(word))).toEqual(['mai 2021', 'avr. 2023', 'déc. 2023'])
      expect(words.map((word) => word.replace(/\s/g, ' '))).toEqual(expect.arrayContaining(['2 138', '3 925', '4 001']))
      await page.context().close()
    },
  )
})

/** The pairs of words of a drawing whose boxes meet. */
function coveredWords(page: Page): Promise<string[]> {
  return page.locator('.dessin-courbe').evaluateAll((drawings) =>
    drawings.flatMap((drawing) => {
      const words = [...drawing.querySelectorAll('text')].map((text) => ({
        said: text.textContent,
        box: text.getBoundingClientRect(),
      }))
      return words.flatMap(({ said, box }, rang) =>
        words
          .slice(rang + 1)
          .filter((other) => box.left < other.box.right && other.box.left < box.right)
          .filter((other) => box.top < other.box.bottom && other.box.top < box.bottom)
          .map((other) => `${said} / ${other.said}`),
      )
    }),
  )
}
