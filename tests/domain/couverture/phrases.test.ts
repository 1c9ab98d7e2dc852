import { expect, test } from 'vitest'
import { type Cellule, chiffresOf, noComptes } from '#app/domain/couverture/comptes.ts'
import type { Contexte } from '#app/domain/couverture/contexte.ts'
import { INDICATEURS, type Indicateur } from '#app/domain/couverture/indicateurs.ts'
import {
  alerteSitues,
  phraseIndicateur,
  phraseNationale,
  phraseSitues,
  phrasesDistance,
  phrasesRuralite,
} from '#app/domain/couverture/phrases.ts'
import type { Ruralite } from '#app/domain/vocabulary.ts'

const source = { titre: 'Structures', producteur: null, licence: null, url: null }
const contexte: Contexte = {
  maille: 'departement',
  niveaux: false,
  sources: {
    structures: [{ ...source, date: '2023-04-05' }],
    lieux: [{ ...source, date: '2026-01-10' }],
    'france-services': [],
    communes: [],
    densite: [],
  },
  dates: { lieux: '2026-01-10', structures: '2023-04-05', franceServices: null, recensement: null },
  ruraliteEstimee: false,
}
const cellule = (ruralite: Ruralite, given: Partial<Cellule>): Cellule => ({
  ...{ ...noComptes(), departement: '23', ruralite, niveau: null, population: 10_000, ...given },
})
const plain = (phrases: string[]) => phrases.join(' ').replace(/\s/g, ' ')
const ruralite = (rural: Partial<Cellule>, urbain: Partial<Cellule>, estimee = false) =>
  plain(
    phrasesRuralite([cellule('rural', rural), cellule('urbain', urbain)], { ...contexte, ruraliteEstimee: estimee }),
  )

test('the two readings are said with their rates and by how much, and that they disagree', () => {
  expect(ruralite({ lieux: 3, postes: 1 }, { lieux: 2, postes: 4 })).toBe(
    'Par lieu d’accueil connu au 10 janvier 2026, les communes rurales ont 3,00 lieu pour 10 000 habitants, contre 2,00 dans l’urbain dense : 50 % de plus. ' +
      'Par siège de l’employeur, elles ont 1,00 poste validé au 5 avril 2023 pour 10 000 habitants, contre 4,00 : 75 % de moins. ' +
      'Les deux lectures ne disent pas la même chose : précisez toujours laquelle vous citez.',
  )
})

test('other figures give another conclusion', () => {
  expect(ruralite({ lieux: 1, postes: 1 }, { lieux: 2, postes: 2 })).toContain('dans le même sens')
  expect(ruralite({ lieux: 12, postes: 1 }, { lieux: 5, postes: 2 })).toContain(
    'contre 5,00 dans l’urbain dense : 2,4 fois plus.',
  )
  expect(ruralite({ lieux: 2, postes: 1 }, { lieux: 2, postes: 2 })).toContain(
    'contre 2,00 dans l’urbain dense : autant.',
  )
  expect(ruralite({ lieux: 2, postes: 1 }, { lieux: 2, postes: 2 })).toContain('ne disent pas la même chose')
  expect(ruralite({ lieux: 2, postes: 1 }, { lieux: 2, postes: 2 }, true)).toContain('communes rurales (estimation)')
})

test('the double is said "2 fois plus", a hair less is still a percentage', () => {
  // 4 places against 2 for as many inhabitants: twice, exactly; 1,999 against 1,000: 99.9 % more.
  expect(ruralite({ lieux: 4, postes: 1 }, { lieux: 2, postes: 2 })).toContain(
    'contre 2,00 dans l’urbain dense : 2 fois plus.',
  )
  expect(ruralite({ lieux: 1999, postes: 1 }, { lieux: 1000, postes: 2 })).toContain(
    'dans l’urbain dense : 100 % de plus.',
  )
})

test('nothing is concluded where there is nobody or nothing to compare with', () => {
  expect(ruralite({ lieux: 2, postes: 1 }, { lieux: 0, postes: 2 })).toBe('')
  expect(ruralite({ lieux: 2, postes: 1, population: 0 }, { lieux: 1, postes: 2 })).toBe('')
})

test('the page in one sentence, its files dated; without inhabitants there is no rate', () => {
  const cellules = [cellule('rural', { lieux: 1, postes: 2, population: 20_000 })]
  expect(plain([phraseNationale(cellules, contexte)])).toBe(
    '2 postes validés au 5 avril 2023 et 1 lieu d’accueil connu au 10 janvier 2026, pour 20 000 habitants : 1,00 poste et 0,50 lieu pour 10 000 habitants.',
  )
  expect(plain([phraseNationale([], contexte)])).toBe(
    '0 poste validé au 5 avril 2023 et aucun lieu d’accueil connu au 10 janvier 2026.',
  )
})

test('an indicator is summed up by who has the most and the least, few of them named', () => {
  const taux = INDICATEURS.find(({ cle }) => cle === 'lieux-10000') as Indicateur
  const territoires = ['Ain', 'Aisne', 'Allier', 'Ardèche', 'Aube'].map((nom, rang) => {
    return { code: nom, nom, region: null, cellules: [cellule('rural', { lieux: rang === 0 ? 3 : 1 })] }
  })
  expect(plain([phraseIndicateur(territoires, taux, contexte) ?? ''])).toBe(
    'Lieux d’accueil connus au 10 janvier 2026, pour 10 000 habitants : 1,40 en France. Le plus : Ain (3,00). Le moins : Aisne, Allier, Ardèche et 1 autre (1,00).',
  )
  expect(phraseIndicateur(territoires.slice(0, 1), taux, contexte)).toBeNull()
  // Nothing in the file is not zero: it is not the least, and how many there are is said.
  const vide = { code: '987', nom: 'Polynésie', region: null, cellules: [cellule('inconnue', { population: 9 })] }
  const phrase = plain([phraseIndicateur([...territoires, vide], taux, contexte) ?? ''])
  expect(phrase).toContain('et 1 autre (1,00). Non connu : 1 territoire, dont le fichier ne dit rien.')
})

test('the share of the population that is computed is said, and never "100,0 %" when someone is left out', () => {
  const situes = { situes: 9_990, proches: { 5: 1000, 10: 4995, 20: 9990 } }
  const phrase = (given: Partial<Cellule>) =>
    plain(phrasesDistance([cellule('rural', { ...situes, ...given })], contexte))
  expect(phrase({})).toBe(
    'À vol d’oiseau, du centre de la commune, 10,0 % de la population a un lieu d’accueil connu au 10 janvier 2026 à 5 km au plus, 50,0 % à 10 km, 100,0 % à 20 km. Dans les communes rurales, à 10 km : 50,0 %. ' +
      'Calculé sur 99,9 % de la population : 10 habitants vivent dans une commune dont le centre n’est pas connu.',
  )
  expect(phrase({ population: 9_991 })).toContain('Calculé sur plus de 99,9 % de la population : 1 habitant vit')
  expect(phrase({ population: 9_990 })).toContain(
    'Calculé sur 100,0 % de la population : le centre de chaque commune est connu',
  )
  expect(phrasesDistance([cellule('rural', {})], contexte)).toEqual([])
})

test('of how many posts a place is known is said; under half it is a warning', () => {
  const chiffres = (postesSitues: number) => chiffresOf([cellule('rural', { postes: 16, structures: 9, postesSitues })])
  expect(plain([phraseSitues(chiffres(2), contexte.dates) ?? ''])).toBe(
    'Sur 16 postes validés au 5 avril 2023, 2 (12,5 %) ont un employeur dont au moins un lieu est connu au 10 janvier 2026. Où reçoivent les autres n’est pas dans le fichier.',
  )
  expect(alerteSitues(chiffres(7))).toContain('7 postes sur 16')
  expect([alerteSitues(chiffres(8)), phraseSitues(chiffresOf([]), contexte.dates)]).toEqual([null, null])
})

test('beside the number of places, their hours: as published, then as if the others were open as long', () => {
  const rural = { lieux: 4, postes: 1, minutes: 3600, lieuxHoraires: 3 }
  // 20 hours a place against 30: 60 against 60 published, 80 against 60 were all to publish.
  const phrase = ruralite(rural, { lieux: 2, postes: 1, minutes: 3600, lieuxHoraires: 2 })
  expect(phrase).toContain(
    'un lieu rural connu au 10 janvier 2026 publie 20,0 heures par semaine (3 lieux sur 4 les publient)',
  )
  expect(phrase).toContain('un lieu de l’urbain dense 30,0 (2 sur 2)')
  expect(phrase).toContain('33 % de plus si les lieux qui n’en publient pas')
})

test('who lives where the file says nothing is in no share beyond 20 km, and is counted', () => {
  const servi = cellule('rural', { population: 100, situes: 100, proches: { 5: 0, 10: 50, 20: 60 } })
  const loin = cellule('inconnue', { population: 300, horsTerre: 300 })
  const phrases = plain(phrasesDistance([servi, loin], contexte))
  // 60 of 400 are near; 40 are known to be far; 300 are neither.
  expect(phrases).toContain('15,0 % à 20 km')
  expect(phrases).toContain('300 habitants vivent dans un territoire dont le fichier des lieux ne dit rien')
  expect(phrases).toContain('hors des 40 qui vivent à plus de 20 km')
})
