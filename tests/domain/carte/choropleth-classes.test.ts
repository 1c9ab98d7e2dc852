import fc from 'fast-check'
import { expect, test } from 'vitest'
import { classesOf, METHODES, rangOf } from '#app/domain/carte/choropleth-classes.ts'

test.each([
  [
    'five fifths',
    Array.from({ length: 20 }, (_, rang) => rang + 1),
    'quantiles',
    ['1-4', '5-8', '9-12', '13-16', '17-20'],
  ],
  [
    'zero apart, then four quarters',
    [0, 0, ...Array.from({ length: 20 }, (_, rang) => rang + 1)],
    'quantiles',
    ['0-0', '1-5', '6-10', '11-15', '16-20'],
  ],
  ['three classes for few territories', [1, 2, 3, 4, 5, 6], 'quantiles', ['1-2', '3-4', '5-6']],
  ['one value, one class', [7, 7, 7], 'quantiles', ['7-7']],
  ['fewer values than classes', [1, 2], 'jenks', ['1-1', '2-2']],
  ['nearly all equal, still three classes', [...Array(30).fill(1), 2, 3], 'quantiles', ['1-1', '2-2', '3-3']],
  ['the gaps of the figures', [1, 2, 3, 50, 51, 52, 200, 201, 202], 'jenks', ['1-3', '50-52', '200-202']],
  ['only zeros', [0, 0], 'jenks', ['0-0']],
  ['nothing', [], 'jenks', []],
] as const)('%s', (_, valeurs, methode, attendu) => {
  const { classes } = classesOf(valeurs as readonly number[], methode)
  expect(classes.map(({ min, max }) => `${min}-${max}`)).toEqual(attendu)
})

test('bounds are the real ones: what lies between two classes belongs to none', () => {
  const classes = classesOf([1, 2, 3, 50, 51, 52, 200, 201, 202], 'jenks')
  expect(classes.classes.map(({ nombre }) => nombre)).toEqual([3, 3, 3])
  expect([rangOf(3, classes), rangOf(20, classes), rangOf(50, classes), rangOf(null, classes)]).toEqual([
    1,
    null,
    2,
    null,
  ])
})

test('values that read the same are in one class', () => {
  const valeurs = [1.001, 1.002, 1.003, 1.004, 2.5, 3.5]
  const { classes } = classesOf(valeurs, 'quantiles', (valeur) => valeur.toFixed(2))
  expect(classes.map(({ min, max, nombre }) => [min, max, nombre])).toEqual([
    [1.001, 1.004, 4],
    [2.5, 3.5, 2],
  ])
})

const figures = fc.array(
  fc.oneof(fc.constant(null), fc.nat(6), fc.integer({ min: 0, max: 500 }), fc.double({ min: 0, max: 20, noNaN: true })),
  { maxLength: 120 },
)
const shown = (valeur: number) => valeur.toFixed(1)

test.each(METHODES)('%s: each figure is in exactly one class; classes rise, share nothing, and add up', (methode) => {
  fc.assert(
    fc.property(figures, (valeurs) => {
      const result = classesOf(valeurs, methode, shown)
      const { classes, sansDonnee } = result
      const connues = valeurs.filter((valeur) => valeur !== null)
      for (const valeur of connues) {
        expect(classes.filter(({ min, max }) => min <= valeur && valeur <= max)).toHaveLength(1)
      }
      for (const [rang, classe] of classes.entries()) {
        const dedans = connues.filter((valeur) => rangOf(valeur, result) === rang + 1)
        expect(classe).toEqual({ min: Math.min(...dedans), max: Math.max(...dedans), nombre: dedans.length })
        const next = classes[rang + 1]
        if (next) expect(classe.max).toBeLessThan(next.min)
        if (next && classe.max > 0) expect(shown(classe.max)).not.toBe(shown(next.min))
      }
      expect(sansDonnee).toBe(valeurs.filter((valeur) => valeur === null).length)
      expect(connues.includes(0)).toBe(classes.some(({ min, max }) => min === 0 && max === 0))
      expect(classes.length).toBeLessThanOrEqual(5)
      const zeros = connues.includes(0) ? 1 : 0
      expect(classes.length).toBeGreaterThanOrEqual(
        zeros + Math.min(1, connues.length - connues.filter((v) => v === 0).length),
      )
    }),
    { numRuns: 500 },
  )
})

test('three classes at least as soon as three figures differ', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 400 }), { minLength: 3, maxLength: 110 }), (valeurs) => {
      const repeated = [...valeurs, ...Array(50).fill(valeurs[0])]
      for (const methode of METHODES) {
        for (const list of [valeurs, repeated]) {
          const { length } = classesOf(list, methode).classes
          expect(length).toBeGreaterThanOrEqual(3)
          expect(length).toBeLessThanOrEqual(5)
        }
      }
    }),
  )
})
