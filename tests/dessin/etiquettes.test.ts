import { expect, test } from 'vitest'
import { reperesPoses, valeursPosees } from '#app/dessin/etiquettes.ts'

test('two dates that would cover each other stand on two lines, and the last and the first keep the first one', () => {
  const mots = [
    { x: 80, texte: 'mai 2021' },
    { x: 239, texte: 'avr. 2023' },
    { x: 294, texte: 'déc. 2023' },
  ]
  expect(reperesPoses(mots).map(({ texte, rang }) => [texte, rang])).toEqual([
    ['mai 2021', 0],
    ['avr. 2023', 1],
    ['déc. 2023', 0],
  ])
})

test('of many dates close together, those that fit on no line are left out, never the first nor the last', () => {
  const mots = Array.from({ length: 9 }, (_, rang) => ({ x: 80 + rang * 26, texte: `m${rang} 2023` }))
  const poses = reperesPoses(mots)
  expect(poses.length).toBeLessThan(9)
  expect([poses[0]?.texte, poses.at(-1)?.texte]).toEqual(['m0 2023', 'm8 2023'])
  for (const rang of [0, 1]) {
    const xs = poses.filter((pose) => pose.rang === rang).map(({ x }) => x)
    for (const [i, x] of xs.slice(1).entries()) expect(x - (xs[i] ?? 0)).toBeGreaterThan('m0 2023'.length * 8)
  }
})

test('a value goes under its point when the next one is beside it, and nowhere when neither place is free', () => {
  const point = (x: number, texte: string) => ({ x, y: 100, texte })
  const posees = valeursPosees([point(100, '3 925'), point(110, '3 950'), point(120, '4 001')])
  expect(posees.map(({ texte, y }) => [texte, y < 100])).toEqual([
    ['3 925', false],
    ['4 001', true],
  ])
})
