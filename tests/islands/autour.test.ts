import { Window } from 'happy-dom'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { rankMine } from '#app/islands/autour.ts'
import { keepMine } from '#app/islands/moi.ts'
import { siteOn } from '#tests/pages/site.ts'
import { paysSitue } from '#tests/support/pays-situe.ts'

const site = siteOn(paysSitue())

// The pages are made here, as on a server, and read as in a browser.
const window = new Window({ url: 'https://carte.example/' })
for (const name of ['sessionStorage', 'location', 'CustomEvent'] as const) vi.stubGlobal(name, window[name])
afterAll(async () => {
  vi.unstubAllGlobals()
  await window.happyDOM.close()
})
beforeEach(() => window.sessionStorage.clear())

async function pageOf(path: string): Promise<Document> {
  const html = await (await site(path)).text()
  return new window.DOMParser().parseFromString(html, 'text/html') as unknown as Document
}

/** What is read in the list: names, in order, with how far they are. */
function readIn(page: Document) {
  const fiches = [...page.querySelectorAll<HTMLElement>('#fiches-lieux > .fiche, #au-dela .fiche')].filter(
    (one) => !one.hidden,
  )
  return {
    phrase: page.getElementById('resume')?.textContent,
    titre: page.title,
    noms: fiches.map((fiche) => fiche.querySelector('h3')?.textContent),
    distances: fiches.map((fiche) => fiche.querySelector('.fiche-distance')?.textContent?.replace(/ d(e|u) .*/, '')),
    auDela: page.getElementById('au-dela')?.hidden === false,
    onglet: page.querySelector('[data-vue=liste]')?.textContent,
  }
}

test.each([
  ['in the middle of the places', 46.171, 1.875, ''],
  ['at a corner of its cell, all of them within the radius', 46.1999, 1.8999, '&rayon=50'],
  ['where the radius holds one from the other end of the cell alone', 46.16, 2.0999, '&rayon=10'],
  ['where it holds them from this end of the cell alone', 46.16, 2.0001, '&rayon=10'],
  ['where it holds nothing from anywhere', 46.9, 2.9, '&rayon=10'],
  ['under a filter', 46.171, 1.875, '&rayon=50&ruralite=rural'],
])('%s, the browser ranks as the site does for who says where one is', async (_where, latitude, longitude, others) => {
  const cellule = keepMine({ latitude, longitude } as GeolocationCoordinates)
  const path = `/?cellule=${cellule}${others}`
  const mine = await pageOf(path)
  rankMine(mine, `https://carte.example${path}`)
  const asked = readIn(await pageOf(`/?lat=${latitude}&lon=${longitude}${others}`))
  expect(asked.noms.length).toBeGreaterThan(0)
  const ofMine = (text = '') => text.replace(/du point choisi, près de [^—–]+?(?=\s[—–]|$)|du point choisi/, 'de vous')
  expect(readIn(mine)).toEqual({ ...asked, phrase: ofMine(asked.phrase ?? ''), titre: ofMine(asked.titre) })
})

test('another order is left as it is, with the distances of where one is', async () => {
  const cellule = keepMine({ latitude: 46.171, longitude: 1.875 } as GeolocationCoordinates)
  const path = `/?cellule=${cellule}&rayon=50&tri=nom`
  const mine = await pageOf(path)
  const before = readIn(mine).noms
  rankMine(mine, `https://carte.example${path}`)
  expect(readIn(mine).noms).toEqual(before)
  expect(readIn(mine).distances).toContain('À 300\u00a0m')
})

test('the list of a cell where one is not stays that of a sector', async () => {
  keepMine({ latitude: 48.85, longitude: 2.35 } as GeolocationCoordinates)
  const path = '/?cellule=46.1,1.8'
  const page = await pageOf(path)
  const before = page.documentElement.outerHTML
  rankMine(page, `https://carte.example${path}`)
  expect(page.documentElement.outerHTML).toBe(before)
})
