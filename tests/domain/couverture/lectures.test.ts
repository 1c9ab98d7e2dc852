import { expect, test } from 'vitest'
import { SANS_DATES } from '#app/domain/chiffres/dates.ts'
import { noComptes } from '#app/domain/couverture/comptes.ts'
import type { Contexte } from '#app/domain/couverture/contexte.ts'
import { compareLectures, phraseDesLectures } from '#app/domain/couverture/lectures.ts'
import { phrasesRuralite } from '#app/domain/couverture/phrases.ts'

const contexte: Contexte = {
  ...{ maille: 'departement', niveaux: false, ruraliteEstimee: false },
  dates: SANS_DATES,
  sources: { structures: [], lieux: [], 'france-services': [], communes: [], densite: [] },
}
/** Of a million rural people, then of a million in dense towns. */
type Million = readonly [rural: number, urbain: number]
const classesOf = (lieux: Million, postes: Million) => ({
  rural: { lieux: lieux[0], postes: postes[0], population: 1_000_000 },
  urbain: { lieux: lieux[1], postes: postes[1], population: 1_000_000 },
})
/** What /methode says, and what /couverture says. */
const pages = (lieux: Million, postes: Million) => {
  const classes = classesOf(lieux, postes)
  const cellules = (['rural', 'urbain'] as const).map((ruralite) => {
    return { ...noComptes(), ...classes[ruralite], departement: '23', ruralite, niveau: null }
  })
  return [phraseDesLectures(classes, SANS_DATES), phrasesRuralite(cellules, contexte).join(' ')]
}

const MEME = /les deux lectures vont dans le même sens/i
const DIFFERENT = /ne disent pas la même chose|La conclusion s’inverse/

test.each([
  // 3.00 and 3.00 places, 4.02 and 4.01 posts per 10,000: as many in one reading, more in the other.
  [[300, 300], [402, 401], DIFFERENT, MEME],
  // 3.20 and 3.00, 4.02 and 4.01: more in both.
  [[320, 300], [402, 401], MEME, DIFFERENT],
  [[300, 320], [402, 401], DIFFERENT, MEME],
  // 300.4 would be shown as 3.00: what is equal on the page is said equal.
  [[300, 300], [401, 401], MEME, DIFFERENT],
] as const)('places %j and posts %j per million: both pages conclude alike', (lieux, postes, said, unsaid) => {
  for (const phrase of pages(lieux, postes)) {
    expect(phrase).toMatch(said)
    expect(phrase).not.toMatch(unsaid)
  }
})

test('rates that are shown apart are never said to be as many, however near', () => {
  const [, couverture] = pages([300, 300], [402, 401])
  expect(couverture?.replace(/\s/g, ' ')).toContain('contre 3,00 dans l’urbain dense : autant.')
  expect(couverture?.replace(/\s/g, ' ')).toContain('contre 4,01 : moins de 1 % de plus.')
})

test('nobody on one side: nothing is compared', () => {
  expect(compareLectures({ rural: { lieux: 1, postes: 1, population: 10 } })).toBeNull()
  expect(phraseDesLectures({}, SANS_DATES)).toBe('Les classes manquent pour comparer les deux lectures.')
})
