import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeViolations, openPage, type Site, startSite } from '#tests/support/site.ts'

let site: Site

beforeAll(async () => {
  site = await startSite()
})

afterAll(() => site?.stop())

/**
 * A page of each kind: with and without a phone, with anomalies, with nothing found, with an error. The coverage, the
 * evolution, France services and the checker have theirs in their own files.
 */
function paths(): Record<string, string> {
  const one = (sql: string) => site.db.$client.prepare<[], string>(sql).pluck().get() ?? ''
  return {
    accueil: '/',
    'accueil filtré': '/?departement=23&ruralite=rural',
    'accueil sans résultat': '/?q=zzzzzz',
    'accueil, filtre invalide': '/?densite=9',
    'accueil, carte': '/?vue=carte',
    'lieu avec téléphone': `/lieux/${one('SELECT id FROM lieu WHERE telephone IS NOT NULL AND semaine IS NOT NULL AND structure_id IS NOT NULL LIMIT 1')}`,
    'lieu sans téléphone': `/lieux/${one("SELECT id FROM lieu WHERE telephone IS NULL AND precision <> 'adresse' LIMIT 1")}`,
    employeur: `/structures/${one('SELECT cle FROM structure WHERE lieux > 1 LIMIT 1')}`,
    'employeur sans lieu': `/structures/${one('SELECT cle FROM structure WHERE lieux = 0 LIMIT 1')}`,
    besoins: '/besoins',
    'besoins, commune cherchée': '/besoins?q=lille',
    'liste d’un service': '/?service=acquisition-de-materiel-informatique-a-prix-solidaire&departement=59',
    départements: '/departements',
    département: '/departements/23',
    commune: '/communes/23096',
    scénario: '/scenarios?fin=tirage&postes=1200&graine=1',
    méthode: '/methode',
    'méthode, rural ou urbain': '/methode/rural-urbain',
    collectivités: '/collectivites?q=gueret',
    'collectivités, rien trouvé': '/collectivites?q=zzzzzz',
    'mon territoire': '/collectivites/departement/23',
    'mon territoire, erreurs': `/collectivites/departement/${one('SELECT l.departement_code FROM lieu l JOIN lieu_publication p ON p.lieu_numero = l.numero JOIN ligne_publiee g ON g.source_id = p.source_id AND g.line = p.line LIMIT 1')}?voir=erreurs`,
    'mon territoire, paramètre faux': '/collectivites/departement/23?voir=zzz',
    'être référencé': '/collectivites/aide',
    'à propos': '/a-propos',
    'mentions légales': '/mentions-legales',
    accessibilité: '/accessibilite',
    intégrer: '/integrer?departement=23',
    introuvable: '/nulle-part',
  }
}

test('axe finds no violation on any page, in light and in dark, wide and narrow', { timeout: 900_000 }, async () => {
  const found: string[] = []
  for (const options of [
    { viewport: { width: 1280, height: 900 } },
    { viewport: { width: 360, height: 780 }, colorScheme: 'dark' as const },
  ]) {
    const page = await openPage(site, '/sante', options)
    for (const [name, path] of Object.entries(paths())) {
      await page.goto(`${site.url}${path}`)
      // On a narrow screen the map comes with its own view only.
      const hasMap = /^\/(\?|$)/.test(path) && (options.viewport.width > 1000 || path.includes('vue=carte'))
      // It is fetched once in sight.
      if (hasMap) await page.locator('.carte-cadre').scrollIntoViewIfNeeded()
      if (hasMap) await page.waitForSelector('.leaflet-container canvas', { state: 'attached' })
      const violations = await axeViolations(page)
      found.push(...violations.map((one) => `${name} (${options.viewport.width}): ${one}`))
    }
    await page.context().close()
  }
  expect(found).toEqual([])
})

test('axe finds no violation before the scripts come', async () => {
  for (const path of ['/', '/?departement=23']) {
    const context = await site.browser.newContext()
    const page = await context.newPage()
    await page.route('**/*.js', (route) => route.abort())
    await page.goto(`${site.url}${path}`)
    expect(await axeViolations(page), path).toEqual([])
    await context.close()
  }
})

test('axe finds no violation on the needs, the figures and the text pages in forced colours and on paper', {
  timeout: 900_000,
}, async () => {
  const figures = ['/evolution', '/scenarios?fin=prives', '/departements', '/departements/23', '/communes/23096']
  for (const path of ['/besoins', ...figures, '/methode', '/a-propos', '/mentions-legales', '/accessibilite']) {
    const page = await openPage(site, path)
    for (const media of [{ forcedColors: 'active' }, { forcedColors: 'none', media: 'print' }] as const) {
      await page.emulateMedia(media)
      expect(await axeViolations(page), path).toEqual([])
    }
    expect(await page.locator('.menu').isVisible(), path).toBe(false)
    await page.context().close()
  }
})

test('from the keyboard, with no script, a need leads to its places and the header says where one is', async () => {
  const page = await openPage(site, '/besoins')
  await page.route('**/*.js', (route) => route.abort())
  const need = page.getByRole('link', { name: 'Suivre la scolarité de mes enfants' })
  await need.focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/service=parentalite/)
  const [nombre] = /^[\d\s]+/.exec((await page.locator('#resume').textContent()) ?? '') ?? ['']
  const stating = site.db.$client
    .prepare(`select count(*) from lieu l where reseau = 'conseiller-numerique' and exists (select 1 from lieu_valeur
      where lieu_numero = l.numero and champ = 'service' and valeur = 'Parentalité et éducation avec le numérique')`)
    .pluck()
    .get()
  expect(Number(nombre.replace(/\s/g, ''))).toBe(stating)
  const menu = page.getByRole('navigation', { name: 'Navigation principale' })
  expect(await menu.locator('[aria-current=page]').textContent()).toBe('Trouver un lieu')
  for (const link of await menu.getByRole('link').all()) {
    expect((await link.boundingBox())?.height).toBeGreaterThanOrEqual(44)
  }
  await page.context().close()
})

test('nothing runs out of the page at 320 px', async () => {
  const page = await openPage(site, '/sante', { viewport: { width: 320, height: 640 } })
  for (const [name, path] of Object.entries(paths())) {
    await page.goto(`${site.url}${path}`)
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width, name).toBeLessThanOrEqual(320)
  }
  await page.context().close()
})

test('from the keyboard, the first stop is the way to the content and every stop is seen', async () => {
  const page = await openPage(site, '/?departement=23')
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/contenu/i)
  for (let i = 0; i < 25; i += 1) {
    await page.keyboard.press('Tab')
    const seen = await page.evaluate(() => {
      const box = document.activeElement?.getBoundingClientRect()
      return document.activeElement === document.body || (box !== undefined && box.width > 0 && box.height > 0)
    })
    expect(seen, `stop ${i + 2}`).toBe(true)
  }
})

test('every page sends the security headers, no cookie and no word about the server', async () => {
  for (const path of [
    ...Object.values(paths()),
    '/couverture',
    '/evolution',
    '/points.json',
    '/sante',
    '/favicon.svg',
  ]) {
    const { headers } = await fetch(`${site.url}${path}`)
    expect(headers.get('content-security-policy'), path).not.toMatch(/unsafe/)
    expect(headers.get('content-security-policy'), path).toContain("default-src 'none'")
    expect(headers.get('x-content-type-options'), path).toBe('nosniff')
    expect(headers.get('referrer-policy'), path).toBe('same-origin')
    expect(headers.get('permissions-policy'), path).toContain('camera=()')
    expect(headers.get('set-cookie'), path).toBeNull()
    expect(headers.get('x-powered-by'), path).toBeNull()
  }
})
