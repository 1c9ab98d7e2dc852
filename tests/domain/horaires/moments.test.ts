import { expect, test } from 'vitest'
import { estOuvertPendant, MOMENTS } from '#app/domain/horaires/moments.ts'
import { JOURS, type Semaine } from '#app/domain/horaires/semaine.ts'

/** "lundi 9-12.5 14-17": one day and its hours. */
function semaine(text: string): Semaine {
  const [jour = '', ...heures] = text.split(' ')
  const minuit = (JOURS as readonly string[]).indexOf(jour) * 1440
  const plages = heures.map((one) => {
    const [debut = 0, fin = 0] = one.split('-').map(Number)
    return { debut: minuit + debut * 60, fin: minuit + fin * 60 }
  })
  return { plages, feries: null, texte: null }
}

test.each([
  ['samedi 9-12', ['samedi']],
  ['samedi 12-20', ['samedi']],
  ['vendredi 9-12 14-17', []],
  // An hour of the lunch break at least: not the last half hour of a morning.
  ['mardi 9-12.5 13.5-17', []],
  ['mardi 9-13 14-17', ['midi']],
  ['mardi 9-17', ['midi']],
  // Half an hour after five.
  ['jeudi 14-17.25', []],
  ['jeudi 14-17.5', ['soir']],
  ['jeudi 18-20', ['soir']],
  ['lundi 10-19', ['midi', 'soir']],
  ['dimanche 10-19', []],
  // Over midnight, from Friday evening: three hours of Saturday.
  ['vendredi 22-27', ['samedi']],
])('%s is open %j', (text, expected) => {
  const open = MOMENTS.filter((moment) => estOuvertPendant(semaine(text), moment)).map(({ cle }) => cle)
  expect(open).toEqual(expected)
})
