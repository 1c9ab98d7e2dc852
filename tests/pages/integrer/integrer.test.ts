import { decodeHTML } from 'entities'
import { expect, test } from 'vitest'
import { NOMS_DE_FIGURES } from '#app/pages/embed/figures.ts'
import { hrefsIn, ORIGIN, siteOn, textOf } from '#tests/pages/site.ts'
import { pays } from '#tests/support/pays.ts'
import { paysSitue } from '#tests/support/pays-situe.ts'

const site = siteOn(pays())
const situe = siteOn(paysSitue())

/** What one copies, as a browser would read it. */
async function codesOf(path: string) {
  const response = await site(path)
  const html = await response.text()
  const code = (id: string) => decodeHTML(new RegExp(`id="${id}">([^<]*)<`).exec(html)?.[1] ?? '')
  return {
    status: response.status,
    html,
    cadre: code('code-cadre'),
    script: code('code-script'),
    element: code('code-element'),
  }
}

const attributes = (tag: string) =>
  Object.fromEntries(
    Array.from(tag.matchAll(/ ([\w-]+)="([^"]*)"/g), ([, name, value = '']) => [name, decodeHTML(value)]),
  )

test.each([
  ['/integrer', '/embed', '600'],
  ['/integrer?departement=23&theme=sombre&hauteur=450', '/embed?departement=23&theme=sombre', '450'],
  ['/integrer?commune=23096&rayon=5&vue=liste', '/embed?commune=23096&rayon=5&vue=liste', '600'],
  ['/integrer?departement=23&page=3', '/embed?departement=23', '600'],
  [
    '/integrer?figure=couverture&indicateur=lieux&maille=region',
    '/embed/couverture?indicateur=lieux&maille=region',
    '600',
  ],
  ['/integrer?figure=plan&departement=23&theme=clair', '/embed/plan?departement=23&theme=clair', '600'],
])('%s shows the frame that its code makes', async (path, src, height) => {
  const { status, html, cadre, script, element } = await codesOf(path)
  expect(status).toBe(200)
  const written = attributes(cadre)
  expect(written).toMatchObject({ src: ORIGIN + src, width: '100%', height, loading: 'lazy' })
  expect(written.title).not.toBe('')
  expect(decodeHTML(/<iframe[^>]* src="([^"]*)"/.exec(html)?.[1] ?? '')).toBe(src)
  expect((await site(src)).status).toBe(200)
  expect(script).toBe(`<script src="${ORIGIN}/embed.js" async></script>`)
  expect(element).toContain(script)
})

test('the element says the same as the frame, several values parted by commas', async () => {
  const { element } = await codesOf('/integrer?departement=23&departement=48&theme=clair')
  expect(attributes(element.split('\n')[0] ?? '')).toMatchObject({
    departement: '23,48',
    theme: 'clair',
    hauteur: '600',
  })
  const { element: figure } = await codesOf('/integrer?figure=couverture&maille=region')
  expect(attributes(figure.split('\n')[0] ?? '')).toMatchObject({ figure: 'couverture', maille: 'region' })
})

test('a place that is typed is gone to, without a script; what is chosen besides stays', async () => {
  const response = await situe('/integrer?q=gueret&theme=sombre&hauteur=450')
  expect(response.status).toBe(303)
  expect(response.headers.get('Location')).toMatch(/^\/integrer\?commune=23096&theme=sombre&hauteur=450/)
})

test('a text that is not understood makes no frame of it', async () => {
  const { html, cadre } = await codesOf('/integrer?q=qsdfgh')
  expect(textOf(html)).toContain('Nous n’avons pas compris « qsdfgh »')
  expect(attributes(cadre).src).toBe(`${ORIGIN}/embed`)
})

test.each([
  ['/integrer?hauteur=3', 'une hauteur de 200 à 2000 pixels'],
  ['/integrer?figure=rien', 'couverture, distance'],
  ['/integrer?departement=zz', 'un code comme 01'],
  ['/integrer?figure=couverture&maille=x', 'maille'],
])('%s is refused, and says why', async (path, words) => {
  const { status, html } = await codesOf(path)
  expect(status).toBe(400)
  expect(textOf(html)).toContain(words)
  expect(html).toMatch(/<title>Choix non valable/)
})

test('what is written in the address stays within the attributes of the code', async () => {
  const { cadre, element } = await codesOf(`/integrer?figure=plan&departement=23&x=${encodeURIComponent('"><b>')}`)
  expect([cadre.match(/</g)?.length, element.match(/</g)?.length]).toEqual([2, 4])
})

test('every drawing can be chosen there', async () => {
  const { html } = await codesOf('/integrer')
  const figures = hrefsIn(html, /^\/integrer\?figure=/)
  expect(figures).toHaveLength(NOMS_DE_FIGURES.length)
  for (const href of figures) expect([href, (await site(href)).status]).toEqual([href, 200])
})

test('a list leads there with its filters, and without what was typed nor where someone is', async () => {
  const links = async (path: string) => hrefsIn(await (await site(path)).text(), /^\/integrer\?/)
  expect(await links('/?departement=23&frr=1')).toEqual(['/integrer?departement=23&frr=1'])
  expect(await links('/?lat=46.17&lon=1.87&gratuit=1')).toEqual(['/integrer?gratuit=1'])
})
