import { expect, test } from 'vitest'
import { type CadreDePlan, reperesAround } from '#app/dessin/plan.server.ts'

/** A drawing whose units are the degrees that it is given. */
const cadre = { projection: ([x, y]: [number, number]) => [x, y] } as unknown as CadreDePlan
const at = (nom: string, x: number, y: number) => ({ nom, lon: x, lat: y })
const ancres = (points: { x: number; y: number }[]) =>
  reperesAround([at('Gex', 160, 100)], [], cadre, points).map(({ ancre }) => ancre)
/** Dots under the letters of a name to the right of its town, to its left, over it, under it. */
const droite = [172, 178, 184, 190].map((x) => ({ x, y: 100 }))
const gauche = [148, 142, 136, 130].map((x) => ({ x, y: 100 }))
const dessus = [150, 156, 162, 168].map((x) => ({ x, y: 84 }))
const dessous = [150, 156, 162, 168].map((x) => ({ x, y: 116 }))

test('the name of a town goes where it covers no dot, else where it covers the fewest', () => {
  expect(ancres([])).toEqual(['start'])
  expect(ancres(droite)).toEqual(['end'])
  expect(ancres([...droite, ...gauche])).toEqual(['middle'])
  expect(ancres([...droite, ...gauche, ...dessus])).toEqual(['sous'])
  expect(ancres([...droite, ...gauche, ...dessus, ...dessous.slice(0, 1)])).toEqual(['sous'])
})

test('a town whose name would hide many dots on each side is left out for the next one', () => {
  const all = [...droite, ...gauche, ...dessus, ...dessous]
  const marques = reperesAround([at('Gex', 160, 100), at('Ars', 40, 40)], [], cadre, all)
  expect(marques.map(({ nom }) => nom)).toEqual(['Ars'])
})

test('no name lies over the point of another town', () => {
  const [gex, ars] = reperesAround([at('Gex', 160, 100), at('Ars', 230, 100)], [], cadre)
  expect([gex?.ancre, ars?.ancre]).toEqual(['start', 'start'])
  const [, pres] = reperesAround([at('Gex', 160, 100), at('Ars', 130, 100)], [], cadre)
  expect(pres?.ancre).toBe('end')
})
