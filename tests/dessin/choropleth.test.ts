import { Window } from 'happy-dom'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Choropleth } from '#app/dessin/choropleth.tsx'
import { classesDuFond, type Maille } from '#app/dessin/fond-de-carte.ts'
import { fondDeCarte } from '#app/dessin/fonds-de-carte.server.ts'
import { surfaces, surfacesByRegion } from '#tests/support/surfaces.ts'

type Valeurs = Record<string, number | null>
const format = (valeur: number) => String(valeur)

function draw(valeurs: Valeurs, maille: Maille = 'departements', choisi: string | null = null) {
  const fond = fondDeCarte(maille)
  const window = new Window()
  window.document.body.innerHTML = renderToStaticMarkup(
    createElement(Choropleth, {
      fond,
      valeurs,
      classes: classesDuFond(fond, valeurs, format),
      format,
      dire: (valeur) => `${valeur} km²`,
      unite: 'Surface en km²',
      titre: 'Surface, par département',
      hrefOf: (code) => `/departements/${code}`,
      choisi,
      hrefTableau: '#tableau',
    }),
  )
  const all = (selector: string) => [...window.document.querySelectorAll(selector)]
  return { all, link: (code: string) => all(`a[data-code="${code}"]`)[0] }
}

test('each department and territory is one link, named with its figure and its class', () => {
  const { all, link } = draw(surfaces())
  const codes = all('svg a').map((a) => a.getAttribute('data-code') ?? '')
  expect(codes.sort()).toEqual(Object.keys(surfaces()).sort())
  // Rank of the Creuse among the 104 known: counted by hand from the reference.
  const known = Object.values(surfaces()).filter((valeur) => valeur !== null)
  const below = known.filter((valeur) => valeur < 5584).length
  const classe = Math.floor((below * 5) / known.length) + 1
  expect(link('23')?.getAttribute('aria-label')).toBe(`Creuse (23) : 5584 km², classe ${classe} sur 5`)
  expect(link('23')?.getAttribute('href')).toBe('/departements/23')
  expect(link('23')?.querySelector('title')?.textContent).toBe(link('23')?.getAttribute('aria-label'))
})

test('what has no figure is hatched, says so, and is counted apart', () => {
  const { all, link } = draw({ ...surfaces(), '23': null })
  for (const code of ['23', '986', '987', '988']) {
    expect(link(code)?.getAttribute('aria-label')).toMatch(/ : non connu$/)
    expect(link(code)?.querySelector('path')?.getAttribute('class')).toBe('ton-sans-donnee')
  }
  expect(all('.ton-sans-donnee').length).toBe(4 + 1)
  expect(all('.classes-legende li').at(-1)?.textContent).toBe('non connu (4 territoires)')
  expect(all('pattern#hachures').length).toBe(1)
})

test('the legend gives real bounds, and its counts are those of the shapes', () => {
  const { all } = draw(surfaces())
  const values = Object.values(surfaces()).filter((valeur) => valeur !== null)
  const lignes = all('.classes-legende li').map((li) => li.textContent ?? '')
  expect(lignes.length).toBe(6)
  let total = 0
  for (const [rang, ligne] of lignes.slice(0, 5).entries()) {
    const [min = 0, max = 0, nombre = 0] = (ligne.match(/\d+/g) ?? []).map(Number)
    expect(values.includes(min) && values.includes(max)).toBe(true)
    expect(values.filter((valeur) => valeur >= min && valeur <= max).length).toBe(nombre)
    expect(all(`a .ton-classe-${rang + 1}`).length).toBe(nombre)
    total += nombre
  }
  expect(total).toBe(values.length)
})

test('zeros are a class of their own, "0"', () => {
  const { all, link } = draw({ ...surfaces(), '75': 0, '92': 0 })
  expect(all('.classes-legende li')[0]?.textContent).toBe('0 (2 territoires)')
  expect(link('75')?.getAttribute('aria-label')).toBe('Paris (75) : 0 km², classe 1 sur 5')
})

test('the chosen one is told and ringed, and none other', () => {
  const { all } = draw(surfaces(), 'departements', '974')
  expect(all('[aria-current]').map((a) => a.getAttribute('data-code'))).toEqual(['974'])
  expect(all('.choropleth-choisi').length).toBe(1)
  expect(draw(surfaces()).all('.choropleth-choisi').length).toBe(0)
})

test('Paris and its ring are drawn in the main frame too, and are links in their inset only', () => {
  const { all } = draw(surfaces())
  const [main, couronne] = all('svg[role="group"]')
  expect(main?.querySelectorAll('a').length).toBe(92)
  expect(main?.querySelectorAll('path[d]').length).toBe(96 + 1)
  expect([...(couronne?.querySelectorAll('text') ?? [])].map((text) => text.textContent)).toEqual([
    '75',
    '92',
    '93',
    '94',
  ])
})

test('a territory without outline stands as a named square where it has a figure, and nowhere without', () => {
  const { '986': _, ...others } = surfaces()
  const { all, link } = draw({ ...others, '987': 4000 })
  expect(link('986')).toBeUndefined()
  expect(link('987')?.querySelector('path')?.getAttribute('d')).toMatch(/^M\d+ \d+h64v64h-64z$/)
  expect(all('.choropleth-encarts p').map((p) => p.textContent)).toContain('Polynésie française 4000')
})

test('each drawing is a named group, and a link leads past it to the table', () => {
  const { all } = draw(surfaces())
  for (const svg of all('svg[role="group"]'))
    expect(svg.getAttribute('aria-label')).toMatch(/ : Surface, par département$/)
  expect(all('figure.choropleth > p a')[0]?.getAttribute('href')).toBe('#tableau')
  expect(all('[style]').length).toBe(0)
})

test('regions: one shape each, named without a code that nobody knows', () => {
  const { all, link } = draw(surfacesByRegion(), 'regions')
  expect(all('svg a').length).toBe(24)
  expect(link('11')?.getAttribute('aria-label')).toMatch(/^Île-de-France : 12073 km², classe \d sur 5$/)
})

test('shapes are no stops of the keyboard: the rows of the table are', () => {
  const { all } = draw(surfaces())
  expect(all('svg a:not([tabindex="-1"])').length).toBe(0)
  // Each drawing of Paris is tied to its row.
  expect(all('[data-code="75"]').length).toBe(2)
})
