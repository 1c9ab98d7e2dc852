import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { beforeAll, expect, test } from 'vitest'
import { loadReferentiel } from '#app/lecture/referentiel.ts'
import { communesLike, searchCommunes } from '#db/communes.server.ts'
import type { Db } from '#db/connect.server.ts'
import { writeTerritoire } from '#scripts/import/build/write-territoire.ts'
import { databaseOf } from '#tests/support/database.ts'

// The communes of France as the site embeds them.
let db: Db
beforeAll(async () => {
  db = databaseOf()
  writeTerritoire(db, await loadReferentiel({}))
})

const first = (q: string, count: number) => {
  return searchCommunes(db, q)
    .slice(0, count)
    .map(({ nom, departementCode }) => `${nom} (${departementCode})`)
}

test.each([
  ['prades', ['Prades (66)', 'Prades (07)', 'Prades (81)', 'Prades (43)', 'Prades (09)']],
  ['PRADES', ['Prades (66)', 'Prades (07)']],
  ['66500 Prades', ['Prades (66)']],
  ['Prades 66500', ['Prades (66)']],
  ['Prades (66500)', ['Prades (66)']],
  ['661', ['Perpignan (66)']],
  ['66500', ['Prades (66)']],
  ['st etienne', ['Saint-Étienne (42)']],
  ['St-Étienne', ['Saint-Étienne (42)']],
  ['SAINT ETIENNE', ['Saint-Étienne (42)']],
  ['saintetienne', ['Saint-Étienne (42)']],
  ['STE marie', ['Sainte-Marie (974)', 'Sainte-Marie (972)']],
  ['L’Haÿ-les-Roses', ['L’Haÿ-les-Roses (94)']],
  ["l'hay", ['L’Haÿ-les-Roses (94)']],
  ['lhay les roses', ['L’Haÿ-les-Roses (94)']],
  ['hay les roses', ['L’Haÿ-les-Roses (94)']],
  ['mar', ['Marseille (13)']],
  ['MARSEILLE 11', ['Marseille (13)']],
  ['paris 13e arrondissement', ['Paris (75)']],
  ['75013', ['Paris (75)']],
  ['montp', ['Montpellier (34)']],
  ['97400', ['Saint-Denis (974)']],
  ['20000', ['Ajaccio (2A)']],
  // Of this very name, though hundreds of larger communes begin so.
  ['y', ['Y (80)']],
  ['eu', ['Eu (76)']],
])('"%s" finds %j first', (q, expected) => {
  expect(first(q.replaceAll('’', "'"), expected.length)).toEqual(expected.map((one) => one.replaceAll('’', "'")))
})

test.each([
  ['pradez', 'Prades (66)'],
  ['montpelier', 'Montpellier (34)'],
  ['perpignann', 'Perpignan (66)'],
  ['saint etiene', 'Saint-Étienne (42)'],
])('"%s", ill spelled, comes closest to %s', (q, expected) => {
  expect(searchCommunes(db, q)).toEqual([])
  const [closest] = communesLike(db, q)
  expect(`${closest?.nom} (${closest?.departementCode})`).toBe(expected)
})

test('a text that is like no name comes close to none', () => {
  for (const q of ['', '?!', '🙂', 'zzzzzz', 'qwertz uiop', 'x'.repeat(10_000)]) expect(communesLike(db, q)).toEqual([])
})

type Row = { code: string; nom: string; codes_postaux: string; population: string }

test('on a hundred beginnings the answer is that of a plain reading of the file', () => {
  const text = readFileSync('data/referentiel/communes.csv', 'utf8')
  const { data } = Papa.parse<Row>(text, { header: true, skipEmptyLines: true })
  const rows = data
    .map(({ code, nom, codes_postaux, population }) => {
      const words = plain(nom)
      // Each word and postcode behind a space: what begins so is looked for with its space.
      const begun = [...words, ...codes_postaux.split('|')].map((word) => ` ${word}`).join('')
      return { code, whole: words.join(''), begun, population: +population }
    })
    .sort((a, b) => b.population - a.population || (a.code < b.code ? -1 : 1))
  for (let i = 0; i < data.length; i += 1409) {
    const { nom, codes_postaux } = data[i] as Row
    for (const q of [nom.slice(0, 3), nom.slice(0, 5), nom, codes_postaux.slice(0, 3)].filter((one) => one.trim())) {
      const asked = plain(q)
      const groups: string[][] = [[], [], []]
      for (const { code, whole, begun } of rows) {
        if (whole === asked.join('')) groups[0]?.push(code)
        else if (whole.startsWith(asked.join(''))) groups[1]?.push(code)
        else if (asked.every((word) => begun.includes(` ${word}`))) groups[2]?.push(code)
      }
      expect(
        searchCommunes(db, q).map(({ code }) => code),
        q,
      ).toEqual(groups.flat().slice(0, 10))
    }
  }
})

/** Words without accents, ligatures and punctuation, "st" in full: written apart from the code under test. */
function plain(name: string): string[] {
  const letters = name.normalize('NFKD').toLowerCase().replace(/œ/g, 'oe').replace(/æ/g, 'ae').replace(/\p{M}/gu, '')
  const words = letters.match(/[a-z0-9]+/g) ?? []
  return words.map((word, rank) => {
    const followed = rank < words.length - 1 && /^[a-z]/.test(words[rank + 1] ?? '')
    return followed && word === 'st' ? 'saint' : followed && word === 'ste' ? 'sainte' : word
  })
}
