import { Window } from 'happy-dom'
import { expect, test } from 'vitest'
import { carteFile } from '#app/dessin/choropleth-fichier.server.tsx'
import { ENCRE_FICHIER } from '#app/dessin/encre.ts'
import { simple } from '#tests/pages/site.ts'
import { readPng } from '#tests/support/png.ts'
import { surfaces, surfacesByRegion } from '#tests/support/surfaces.ts'

const CARTE = {
  maille: 'departements' as const,
  titre: 'Surface des départements',
  valeurs: surfaces(),
  format: (valeur: number) => String(valeur),
  unite: 'Surface en km²',
  sources: [{ titre: 'Communes', date: '2025-01-01', producteur: 'Essai', licence: 'Licence Ouverte 2.0', url: null }],
  permalien: 'https://carte.example/couverture?indicateur=surface&maille=departements',
  notes: ['Classes de même effectif.'],
}

async function svgOf(carte: Parameters<typeof carteFile>[1]) {
  const response = await carteFile('carte.svg', carte)
  const text = simple((await response?.text()) ?? '')
  const window = new Window()
  return { response, text, document: new window.DOMParser().parseFromString(text, 'image/svg+xml') }
}

test('the SVG stands alone: title, legend, source, date, licence and address inside, and nothing of the page', async () => {
  const { response, text, document } = await svgOf(CARTE)
  expect(response?.headers.get('Content-Type')).toBe('image/svg+xml; charset=utf-8')
  const words = [...document.querySelectorAll('text')].map((node) => node.textContent)
  expect(words).toContain('Surface des départements')
  expect(words).toContain('Surface en km²')
  expect(words).toContain('non connu (3 territoires)')
  expect(words).toContain('Essai – Communes, données du 1er janvier 2025, Licence Ouverte 2.0')
  expect(words).toContain(CARTE.permalien)
  expect(words).toContain('Classes de même effectif.')
  expect(text).not.toMatch(/class=|style=|var\(|<a /)
})

test('each territory has its figure in its tooltip, and the colour of its class', async () => {
  const { document } = await svgOf(CARTE)
  const shapes = [...document.querySelectorAll('g > title')].map((title) => ({
    nom: title.textContent ?? '',
    fill: title.parentElement?.querySelector('path')?.getAttribute('fill'),
  }))
  // Those around Paris stand in the main frame and in their inset.
  expect(shapes.length).toBe(Object.keys(surfaces()).length + 4)
  for (const { nom, fill } of shapes) {
    const [, valeur, classe] = /\) : (\d+), classe (\d) sur 5$/.exec(nom) ?? []
    const [, code = ''] = /\((\w+)\)/.exec(nom) ?? []
    expect(surfaces()[code]).toBe(valeur === undefined ? null : Number(valeur))
    expect(fill).toBe(classe === undefined ? 'url(#hachures)' : ENCRE_FICHIER(`classe-${classe}` as 'classe-1').fill)
  }
})

test('a long title goes on to a second line rather than out of the picture', async () => {
  const titre =
    'Part de la population à moins de dix kilomètres d’un lieu où un conseiller numérique reçoit, par département'
  const { document } = await svgOf({ ...CARTE, titre })
  const bold = [...document.querySelectorAll('text[font-size="18"]')].map((node) => node.textContent ?? '')
  expect(bold.join(' ')).toBe(titre)
  expect(bold.length).toBe(2)
})

test('the PNG is the same picture: every class, the hatching and the letters are in it', async () => {
  const response = await carteFile('carte.png', CARTE)
  expect(response?.headers.get('Content-Type')).toBe('image/png')
  const image = readPng(new Uint8Array((await response?.arrayBuffer()) ?? new ArrayBuffer(0)))
  const { document } = await svgOf(CARTE)
  const [, , largeur = 1, hauteur = 1] = (document.documentElement.getAttribute('viewBox') ?? '').split(' ').map(Number)
  expect(image.largeur).toBe(1600)
  expect(Math.abs(image.hauteur - (1600 * hauteur) / largeur)).toBeLessThanOrEqual(1)
  const colours = countColours(image, 0, image.hauteur)
  for (const ton of ['classe-1', 'classe-2', 'classe-3', 'classe-4', 'classe-5'] as const) {
    expect(colours.get(String(ENCRE_FICHIER(ton).fill)) ?? 0).toBeGreaterThan(2000)
  }
  expect(colours.get('#ffffff')).toBeGreaterThan((image.largeur * image.hauteur) / 4)
  expect(hatched(colours)).toBeGreaterThan(500)
  // The band of the title, then that of the sources: ink on white, or the font was missing.
  expect(countColours(image, 0, 60).get('#1c2a27') ?? 0).toBeGreaterThan(500)
  expect(countColours(image, image.hauteur - 120, image.hauteur).get('#43504b') ?? 0).toBeGreaterThan(500)
})

/** Pixels between white and the ink of the hatching, whose lines are thinner than a pixel at some angles. */
function hatched(colours: Map<string, number>): number {
  const onLine = ([colour]: [string, number]) => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16))
    const ink = (255 - r) / (255 - 0x73)
    return ink > 0.4 && Math.abs(255 - g - ink * (255 - 0x6b)) < 3 && Math.abs(255 - b - ink * (255 - 0x5c)) < 3
  }
  return [...colours].filter(onLine).reduce((sum, [, count]) => sum + count, 0)
}

test('a map without a gap in its figures has no hatching', async () => {
  const valeurs = Object.fromEntries(Object.entries(surfaces()).map(([code, valeur]) => [code, valeur ?? 1]))
  const response = await carteFile('carte.png', { ...CARTE, valeurs })
  const image = readPng(new Uint8Array((await response?.arrayBuffer()) ?? new ArrayBuffer(0)))
  expect(hatched(countColours(image, 0, image.hauteur))).toBeLessThan(50)
})

function countColours(image: ReturnType<typeof readPng>, from: number, to: number): Map<string, number> {
  const counts = new Map<string, number>()
  for (let y = from; y < to; y++) {
    for (let x = 0; x < image.largeur; x++) {
      const colour = image.pixel(x, y)
      counts.set(colour, (counts.get(colour) ?? 0) + 1)
    }
  }
  return counts
}

test('regions are drawn from their own figures', async () => {
  const { document } = await svgOf({ ...CARTE, maille: 'regions', valeurs: surfacesByRegion() })
  const noms = [...document.querySelectorAll('g > title')].map((title) => title.textContent ?? '')
  expect(noms.length).toBe(24)
  expect(noms.find((nom) => nom.startsWith('Corse'))).toMatch(/^Corse : 8657, classe \d sur 5$/)
})

test('natural breaks are drawn on demand', async () => {
  const [quantiles, jenks] = [await svgOf(CARTE), await svgOf({ ...CARTE, methode: 'jenks' })]
  expect(jenks.text).not.toBe(quantiles.text)
})

test.each(['carte.pdf', 'carte', 'autre.svg', '../carte.svg', 'toString'])('%s is no file', (fichier) => {
  expect(carteFile(fichier, CARTE)).toBeNull()
})
