import { describe, expect, test } from 'vitest'
import { startJournal } from '#app/lecture/normalise/journal.ts'
import { NOM_OPERATIONS, withoutPersons } from '#app/lecture/normalise/noms.ts'
import { domainesPersonnels, isPersonal, maskPersonal, replacePersonal } from '#app/lecture/normalise/personne.ts'
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

describe('the address of a person, by its words', () => {
  const LIEU = { nom: 'Mairie de Limoux', commune: 'Limoux', adresse: '1 rue des Exemples' }

  test.each([
    'jeanne.exempleux',
    'exempleux.jeanne',
    'jean-pierre.exempleux',
    'exempleux.marie-claude',
    'j.exempleux',
    'exempleux-j',
    'j-m.exempleux',
    'c.exempleux-fs',
    'accueil.jeanne.exempleux',
    'jeanne.exempleux2',
  ])('%s is withheld', (local) => {
    expect(isPersonal(`${local}@exemple.example`, LIEU)).toBe(true)
  })

  test.each([
    ['a commune', 'martin-eglise', LIEU],
    ['a commune that begins with a saint', 'tournon-saint-martin', LIEU],
    ['a former commune', 'saint-pierre-azif', LIEU],
    ['one whom squares are named after', 'louise-michel', LIEU],
    ['the same after a service', 'mediatheque.simone.veil', LIEU],
    ['a service', 'conseiller.numerique', LIEU],
    ['a service written short', 'c.numerique', LIEU],
    ['a service and a first name', 'espace-marianne', LIEU],
    ['a service and its commune', 'mairie.avessac', LIEU],
    ['a service with its article', 'l-escale', LIEU],
    ['the commune of the place, its first word cut', 'p-exemplac-mairie', { ...LIEU, commune: 'Plou Exemplac' }],
    ['the name of the place', 'csr.francois.exempleux', { ...LIEU, nom: 'CENTRE SOCIAL FRANCOIS EXEMPLEUX' }],
    ['the commune of the place, written short', 'exemplac-les-pam', { ...LIEU, commune: 'Exemplac-lès-Pont' }],
    ['a number', 'limoux-2', LIEU],
    ['one word', 'exempleux', LIEU],
  ])('that of %s is published: %s', (_, local, cells) => {
    expect(isPersonal(`${local}@exemple.example`, cells)).toBe(false)
  })

  test.each([
    ['a place called as that person is', 'jeanne.exempleux', 'Jeanne EXEMPLEUX'],
    ['a place called as another person is', 'zeldine.exempleux', 'Jeanne EXEMPLEUX'],
    ['a person whom the name of the place holds', 'jeanne.exempleux', 'Limoux - Jeanne Exempleux'],
  ])('%s: what is withheld of the row explains no address', (_, local, nom) => {
    expect(isPersonal(`${local}@exemple.example`, { ...LIEU, nom })).toBe(true)
  })

  test('a place that bears the family name of a person does not show that person’s address', () => {
    expect(isPersonal('jeanne.exempleux@exemple.example', { nom: 'Services Exempleux' })).toBe(true)
  })
})

describe('the name of a person', () => {
  test.each([
    ['nom', 'Limoux - Jeanne Exempleux', 'Limoux'],
    ['nom', 'La Creuse : EXEMPLEUX Jeanne', 'La Creuse'],
    ['nom', 'Conseillère numérique - Jeanne Exempleux - 06 39 98 00 01', 'Conseillère numérique'],
    ['nom', 'Mairie de Limoux (Jeanne Exempleux, 06 39 98 00 01)', 'Mairie de Limoux'],
    ['nom', 'Permanence avec Jeanne Exempleux', 'Permanence'],
    ['nom', 'Mairie de Limoux, Mme Exempleux', 'Mairie de Limoux'],
    ['nom', 'Mme et M. Exempleux', '[nom de personne retiré]'],
    ['adresse', '7 ALL DES EXEMPLES CHEZ MME EXEMPLEUX JEANNE 95200 SARCELLES', '7 ALL DES EXEMPLES 95200 SARCELLES'],
    ['adresse', '12 rue des Exemples (chez Exempleux)', '12 rue des Exemples'],
    [
      'adresse',
      '4 RUE DES EXEMPLES MR JEAN EXEMPLEUX PRESIDENT 37300 JOUE-LES-TOURS',
      '4 RUE DES EXEMPLES 37300 JOUE-LES-TOURS',
    ],
    ['adresse', 'BD DES EXEMPLES MR EXEMPLEUX - PALAIS ST ANTOINE', 'BD DES EXEMPLES - PALAIS ST ANTOINE'],
    ['adresse', '9 RUE DES EXEMPLES CHEZ EXEMPLEUX/EXEMPLARD 75011 PARIS', '9 RUE DES EXEMPLES 75011 PARIS'],
    ['complement_adresse', 'Chez Jeanne Exempleux', ''],
  ])('%s: %s', (field, text, expected) => {
    expect(withoutPersons(text, field, {})).toBe(expected)
  })

  test.each([
    ['EXEMPLEUX*/JEANNE  /', 'Entrepreneur individuel'],
    ['EXEMPLEUX*EXEMPLARD/JEANNE,MARIE/', 'Entrepreneur individuel'],
    ['Jeanne EXEMPLEUX', 'Entrepreneur individuel'],
    ['MONSIEUR JEAN EXEMPLEUX', 'Entrepreneur individuel'],
    ['Jeanne Marie EXEMPLEUX', 'Entrepreneur individuel'],
    ['EXEMPLEUX Jeanne', 'Entrepreneur individuel'],
    ['EIRL JEANNE EXEMPLEUX', 'Entrepreneur individuel'],
    ['Entreprise individuelle Jeanne Exempleux', 'Entrepreneur individuel'],
    ['EI EXEMPLE INSERTION', 'EI EXEMPLE INSERTION'],
    ['MARIE ET ALPHONSE', 'MARIE ET ALPHONSE'],
    ['ARIANE MEDITERRANEE', 'ARIANE MEDITERRANEE'],
    ['CERCLE PAUL BERT', 'CERCLE PAUL BERT'],
    ['Jeanne LIMOUX', 'Jeanne LIMOUX'],
  ])('of a private employer: %s', (text, expected) => {
    expect(withoutPersons(text, 'nom', { type: 'privée', commune: 'Limoux', postes: '1' })).toBe(expected)
  })

  test.each([
    ['nom', 'Médiathèque - Jean Moulin'],
    ['nom', 'Limoux - Jean Moulin'],
    ['nom', 'Limoux - Saint Paul'],
    ['nom', 'Limoux - France services'],
    ['nom', 'France services Aubervilliers - Jeanne Exempleux'],
    ['nom', 'Bus France Services (Léo Lagrange)'],
    ['nom', 'COMMUNE DE BOURG-MADAME'],
    ['nom', 'Café associatif chez Bernard'],
    ['nom', 'Centre social Jeanne Exempleux'],
    ['adresse', '12 rue Madame'],
    ['adresse', '12 rue de Monsieur le Prince'],
    ['adresse', '12 rue de Madame Exempleux'],
    ['adresse', '6 AV DES EXEMPLES CHEZ ATELIER DES FEES'],
    ['adresse', 'HOTEL DE VILLE 66760 BOURG-MADAME'],
    ['presentation_detail', 'Avec Mme Exempleux, le lundi'],
  ])('is not seen in %s: %s', (field, text) => {
    expect(withoutPersons(text, field, {})).toBe(text)
  })

  test.each<[text: string, cells: Record<string, string>, expected: string]>([
    ['12 rue des Exemples (chez Exemplix)', { site_web: 'https://www.exemplix.example' }, 'kept'],
    ['12 rue des Exemples (chez Exemplix)', { courriels: 'contact@exemplix.example' }, 'kept'],
    ['12 rue des Exemples, chez Exemplix', { nom: 'EPN Exemplix' }, 'kept'],
    ['12 rue des Exemples (chez Exempleux)', { site_web: 'https://www.exemplix.example' }, '12 rue des Exemples'],
    ['12 rue des Exemples, chez Exempleux', { nom: 'Jeanne Exempleux' }, '12 rue des Exemples'],
    ['12 rue des Exemples, chez Jeanne Exempleux', { nom: 'EPN Jeanne Exempleux' }, '12 rue des Exemples'],
    ['12 rue des Exemples, chez Mme Exemplix', { nom: 'EPN Exemplix' }, '12 rue des Exemples'],
  ])('"%s" of %j: an organisation that the row names is no person', (text, cells, expected) => {
    expect(withoutPersons(text, 'adresse', cells)).toBe(expected === 'kept' ? text : expected)
  })

  test('each operation has a name of its own', () => {
    const names = Object.values(NOM_OPERATIONS).flatMap((list) => list.map(({ name }) => name))
    expect(new Set(names).size).toBe(names.length)
  })
})

test('the name of a person is withheld in a cell, and the journal says where without it', () => {
  const journal = startJournal(2)
  expect(readText({ nom: 'Limoux - Jeanne Exempleux' }, 'nom', journal)).toBe('Limoux')
  expect(journal.anomalies).toEqual([
    { line: 2, field: 'nom', code: 'texte.nom_de_personne', raw: 'Limoux…', corrected: null },
  ])
})
