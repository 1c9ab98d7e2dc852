import { text } from 'node:stream/consumers'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeViolations, openPage, type Site, startSite } from '#tests/support/site.ts'

const PAGE = '/collectivites/verifier'
const COLONNES = 'id,nom,commune,code_postal,adresse,telephone,date_maj,dispositif_programmes_nationaux'
const ligne = (id: number, nom: string, telephone = '') =>
  `${id},${nom},Guéret,23000,${id} rue de la Paix,${telephone},2026-11-01,Conseillers numériques`
const CSV = [COLONNES, ligne(1, 'MÉDIATHÈQUE MUNICIPALE', '0555000000'), ligne(2, ''), ligne(3, 'Mairie'), ''].join(
  '\n',
)

let site: Site
beforeAll(async () => {
  site = await startSite()
})
afterAll(() => site?.stop())

async function choose(page: Page, contenu: string | Buffer): Promise<void> {
  const buffer = Buffer.from(contenu)
  await page.getByLabel('Fichier CSV').setInputFiles({ name: 'mes lieux.csv', mimeType: 'text/csv', buffer })
}

/** Waits for the sheets too: a page measured before its sheet has come has the width of a page without style. */
async function check(page: Page, contenu: string | Buffer): Promise<void> {
  await choose(page, contenu)
  await page.getByRole('button', { name: 'Vérifier' }).press('Enter')
  await page.locator('.verification-resultat, [role=alert]').waitFor()
  await page.waitForLoadState('load')
}

test('axe finds no violation on the form, the result and a refusal, wide, narrow, dark, forced colours and on paper', {
  timeout: 900_000,
}, async () => {
  const found: string[] = []
  for (const [width, colorScheme] of [
    [1280, 'light'],
    [360, 'dark'],
  ] as const) {
    const page = await openPage(site, PAGE, { viewport: { width, height: 800 }, colorScheme })
    for (const contenu of [null, CSV, 'a,b\n1,2\n']) {
      if (contenu !== null) await check(page, contenu)
      for (const media of [{}, { forcedColors: 'active' }, { forcedColors: 'none', media: 'print' }] as const) {
        await page.emulateMedia(media)
        found.push(...(await axeViolations(page)).map((one) => `${width} ${JSON.stringify(media)}: ${one}`))
      }
      await page.emulateMedia({ media: 'screen' })
    }
    await page.context().close()
  }
  expect(found).toEqual([])
})

test('with no script, from the keyboard: a file is checked, the rows are sorted out, both files are taken', async () => {
  const context = await site.browser.newContext({ javaScriptEnabled: false, acceptDownloads: true })
  const page = await context.newPage()
  await page.goto(site.url + PAGE)
  await check(page, CSV)
  expect(await page.locator('.verification-resume').textContent()).toMatch(/3 lignes lues\s: 2 seraient affichées\./)
  const shown = async () => (await page.locator('.ligne-verifiee:visible h4').allTextContents()).join(' ')
  expect(await shown()).toMatch(/Ligne 3\s: sans nom.*Ligne 2\s: MÉDIATHÈQUE MUNICIPALE/)
  await page.getByRole('radio', { name: /^Tout/ }).focus()
  await page.keyboard.press('ArrowRight')
  expect(await page.getByRole('radio', { name: /^Bloquante/ }).isChecked()).toBe(true)
  expect(await shown()).toMatch(/^Ligne 3\s: sans nom$/)
  // Of the whole file too, and by rule.
  expect(await page.locator(':is(.remarque, .regle):is(.gravite-info, .gravite-warning):visible').count()).toBe(0)
  await page.keyboard.press('ArrowRight')
  expect(await page.locator('.remarques-generales .remarque.gravite-warning:visible').count()).toBeGreaterThan(0)
  expect(await page.locator(':is(.remarque, .regle):is(.gravite-info, .gravite-error):visible').count()).toBe(0)

  const take = async (name: string) => {
    const wait = page.waitForEvent('download')
    await page.getByRole('button', { name }).press('Enter')
    const download = await wait
    return { nom: download.suggestedFilename(), texte: await text(await download.createReadStream()) }
  }
  const rapport = await take('Télécharger le rapport (CSV)')
  expect(rapport.nom).toBe('rapport-de-verification.csv')
  expect(rapport.texte).toContain('nom.absent')
  const corrige = await take('Télécharger le fichier corrigé')
  expect(corrige.nom).toBe('fichier-corrige.csv')
  expect(corrige.texte).toContain('+33555000000')
  expect(await page.locator('.verification-resume').isVisible()).toBe(true)

  await check(page, corrige.texte)
  expect(await page.locator('.verification-lignes').textContent()).not.toContain('0555000000')
  await context.close()
})

test('a text is pasted; one that is no table stays in the field, under the sentence that says why', async () => {
  const page = await openPage(site, PAGE)
  await page.getByLabel('Ou collez').fill('nom;ville\nMairie;Guéret')
  await page.getByRole('button', { name: 'Vérifier' }).click()
  expect(await page.getByRole('alert').textContent()).toContain('pas les colonnes')
  expect(await page.getByLabel('Ou collez').inputValue()).toBe('nom;ville\nMairie;Guéret')
  await page.getByLabel('Ou collez').fill(CSV)
  await page.getByRole('button', { name: 'Vérifier' }).click()
  await page.locator('.verification-resume').waitFor()
  await page.context().close()
})

test('a file too big, sent whole by a browser without a script, gets its sentence', async () => {
  const page = await openPage(site, PAGE, { javaScriptEnabled: false })
  for (const octets of [5_000_001, 12_000_000]) {
    await check(page, Buffer.alloc(octets, 'x'))
    expect(await page.getByRole('alert').textContent()).toMatch(/5\sMo au plus/)
  }
  await page.context().close()
})

test('a file too long for the page is chosen again for its downloads', async () => {
  const page = await openPage(site, PAGE, { acceptDownloads: true })
  const long = [COLONNES, ...Array.from({ length: 12_000 }, (_, i) => ligne(i, `Lieu ${i}`, '0555000000')), ''].join(
    '\n',
  )
  await check(page, long)
  await page.getByLabel('choisissez-le de nouveau').setInputFiles({
    name: 'x.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(long),
  })
  const wait = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Télécharger le fichier corrigé' }).click()
  const mended = await text(await (await wait).createReadStream())
  expect(mended.trim().split('\n')).toHaveLength(12_001)
  await page.context().close()
})

test('with a script a file is dropped on the form, and one too big is said so before it is sent', async () => {
  const page = await openPage(site, PAGE)
  await page.getByText('déposer le fichier ici').waitFor()
  const drop = async (octets: number) => {
    const data = await page.evaluateHandle((size) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([new Uint8Array(size).fill(120)], 'lieux.csv', { type: 'text/csv' }))
      return transfer
    }, octets)
    await page.locator('.verification-formulaire').dispatchEvent('drop', { dataTransfer: data })
    return page.locator('.verification-formulaire [role=status]').textContent()
  }
  expect(await drop(5_000_001)).toMatch(/trop gros\s: 5\sMo au plus/)
  await page.getByRole('button', { name: 'Vérifier' }).click()
  expect(await page.locator('.verification-resultat, [role=alert]').count()).toBe(0)
  expect(await drop(100)).toBe('Fichier choisi : lieux.csv')
  await page.getByRole('button', { name: 'Vérifier' }).click()
  expect(await page.getByRole('alert').textContent()).toContain('pas les colonnes')
  await page.context().close()
})

test('at 320 px nothing runs out of the page', async () => {
  const page = await openPage(site, PAGE, { viewport: { width: 320, height: 640 } })
  const width = () => page.evaluate(() => document.documentElement.scrollWidth)
  expect(await width()).toBeLessThanOrEqual(320)
  await check(page, [COLONNES, ligne(1, 'x'.repeat(300), '1'.repeat(400)), ''].join('\n'))
  expect(await width()).toBeLessThanOrEqual(320)
  await page.context().close()
})
