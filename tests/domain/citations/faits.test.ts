import { expect, test } from 'vitest'
import { FAITS, SUJETS, VOIX } from '#app/domain/citations/faits.ts'

test.each(FAITS.map((fait) => [`${fait.voix}, ${fait.sujet} : ${fait.chiffre}`, fait] as const))(
  '%s has its words, its source and a date with its year',
  (_, { texte, source, date, url, sujet, voix }) => {
    expect(texte.length).toBeGreaterThan(5)
    expect(source.length).toBeGreaterThan(10)
    expect(date).toMatch(/\b20\d\d\b/)
    expect(url === null || url.startsWith('https://')).toBe(true)
    expect(Object.keys(SUJETS)).toContain(sujet)
    expect(Object.keys(VOIX)).toContain(voix)
  },
)

test('a figure that two of them say has the source of each', () => {
  for (const one of FAITS) {
    const others = FAITS.filter(({ chiffre, voix }) => chiffre === one.chiffre && voix !== one.voix)
    for (const other of others) expect(other.source, one.chiffre).not.toBe(one.source)
  }
})

test('the petition’s figures are quoted from the petition alone, and it quotes nothing else', () => {
  const sources = new Set(FAITS.filter(({ voix }) => voix === 'petition').map(({ source }) => source))
  expect(sources.size).toBe(1)
  expect(FAITS.filter(({ source, voix }) => sources.has(source) && voix !== 'petition')).toEqual([])
})

test('no final amount is written for 2026, which no source gives', () => {
  const of2026 = FAITS.filter(({ texte }) => texte.includes('2026'))
  expect(of2026.length).toBeGreaterThan(0)
  for (const { texte } of of2026) expect(texte).toMatch(/projet de loi/)
})

test('the counts of people helped each say whether they count people or supports', () => {
  const counts = FAITS.filter(({ sujet, voix }) => sujet === 'personnes' && voix === 'rapports')
  expect(counts.map(({ chiffre }) => chiffre)).toEqual([
    'plus de 2 millions',
    'plus de 4 millions',
    'près de 4,5 millions',
    '2 264 847',
  ])
  for (const { texte } of counts) expect(texte).toMatch(/personnes|accompagnements/i)
})
