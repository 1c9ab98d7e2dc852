import { describe, expect, test } from 'vitest'
import { startJournal } from '#app/lecture/normalise/journal.ts'
import { domainesPersonnels, maskPersonal, replacePersonal } from '#app/lecture/normalise/personne.ts'
import { readText } from '#app/lecture/normalise/text.ts'

const shown = (text: string) => replacePersonal(text, () => '[…]')

describe('the address of a person in a text', () => {
  test.each([
    ['Écrire à marie.dupont@exemple.example, ou passer', 'Écrire à […], ou passer'],
    ['RDV:marie.dupont@exemple.example', 'RDV:[…]'],
    ['(marie-anne@exemple.example).', '([…]).'],
    ['« marie_dupont@exemple.example »', '« […] »'],
    ['[marie.dupont@exemple.example]', '[[…]]'],
    ['<mailto:Marie.Dupont@exemple.example>', '<mailto:[…]>'],
    ['l’adresse d’anne.martin@exemple.example', 'l’adresse d’[…]'],
    ["l'adresse d'anne.martin@exemple.example", "l'adresse d'[…]"],
    ['-marie.dupont@exemple.example', '-[…]'],
    ['•marie.dupont@exemple.example', '•[…]'],
    ['03 53 01 00 01marie.dupont@exemple.example', '03 53 01 00 01[…]'],
    ['03 53 01 00 01/marie.dupont@exemple.example', '03 53 01 00 01/[…]'],
    ['marie.dupont@exemple.example.Ouvert le lundi', '[…].Ouvert le lundi'],
    ['marie.dupont @exemple.example ou marie.dupont@ exemple.example', '[…] ou […]'],
    ['MARIE.DUPONT@EXEMPLE.EXAMPLE|HÉLÈNE.DURAND@A.FR', '[…]|[…]'],
    ['hélène.durand@exemple.example', '[…]'],
    ['marie.dupont+conum@exemple.example', '[…]'],
    ['marie.dupont@exemple.example/paul.durand@a.fr;accueil@a.fr', '[…]/[…];accueil@a.fr'],
    ['https://rdv.example/?qui=marie.dupont%40a.fr&le=1', 'https://rdv.example/?qui=[…]&le=1'],
    ['"x";"jean-pierre.martin@exemple";"y"', '"x";"[…]";"y"'],
  ])('%s', (text, expected) => {
    expect(shown(text)).toBe(expected)
  })

  test('keeps its domain where a row is kept as published', () => {
    expect(maskPersonal('RDV : marie.dupont@exemple.example, ou accueil@a.fr')).toBe(
      'RDV : …@exemple.example, ou accueil@a.fr',
    )
    expect(domainesPersonnels('marie.dupont@exemple.example, accueil@b.fr, paul.durand@a.fr')).toEqual([
      'exemple.example',
      'a.fr',
    ])
  })
})

test.each([
  ['an address of a service', 'Écrire à accueil@exemple.example, ou mairie.avessac@exemple.example.'],
  ['a service after a first name', 'saint-martin@exemple.example, france.services@exemple.example'],
  ['no address', 'Ouvert le lundi (avec Marie-Anne).'],
  ['an empty text', ''],
  ['an at sign alone', '@ seul, et rien @'],
  ['an at sign in a name', 'Rur@linette, L’@telier, Esp@ce'],
  ['an at sign for an hour', 'Avec Marie-Anne @ 14h, Jean-Luc @telier'],
])('%s is left as it is', (_, text) => {
  expect(shown(text)).toBe(text)
})

test.each([
  ['one word', 'a'.repeat(1_000_000)],
  ['one word and an at sign', `${'a'.repeat(1_000_000)}@`],
  ['at signs', '@'.repeat(1_000_000)],
  ['escapes', '%40'.repeat(333_333)],
  ['dots', `${'a.'.repeat(500_000)}@${'.a'.repeat(500_000)}`],
  ['an at sign, then spaces and dots', `@${' .'.repeat(500_000)}`],
  ['separators before the at sign', `${'-'.repeat(1_000_000)}@a.fr`],
])('a text of a million characters, %s, is read in one pass', (_, text) => {
  // A quadratic reading would take the test's whole time many times over.
  expect(shown(text)).toHaveLength(text.length)
})

test('a cell keeps the address of a service, and its journal the domain of the other alone', () => {
  const journal = startJournal(2)
  const cells = { x: 'RDV : jeanne.invente@exemple.example ou accueil@exemple.example' }
  expect(readText(cells, 'x', journal)).toBe('RDV : [adresse personnelle retirée] ou accueil@exemple.example')
  expect(journal.anomalies).toEqual([
    { line: 2, field: 'x', code: 'texte.courriel_personnel', raw: '…@exemple.example', corrected: null },
  ])
})

test('an address that HTML or a broken encoding hides is seen once they are mended', () => {
  const read = (x: string) => readText({ x }, 'x', startJournal(2))
  expect(read('<a href="mailto:jeanne.invente@a.fr">jeanne.invente@a.fr</a>')).toBe('[adresse personnelle retirée]')
  expect(read('hÃ©lÃ¨ne.invente@a.fr')).toBe('[adresse personnelle retirée]')
})

test('a value kept cut is cut between two words, never in an address', () => {
  const journal = startJournal(2)
  journal.note('x', 'texte.html', `${'mot '.repeat(123)}jeanne.invente@exemple.example`)
  expect(journal.anomalies[0]?.raw).toBe(`${'mot '.repeat(123).trim()}…`)
})
