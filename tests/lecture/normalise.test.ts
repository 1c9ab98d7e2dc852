import { describe, expect, test } from 'vitest'
import { CHAMPS, type Champ } from '#app/domain/lieu/champs.ts'
import { foldAdresse, readAdresse } from '#app/lecture/normalise/adresse.ts'
import { readCodeInsee, readCodePostal, readDepartement, readPivot } from '#app/lecture/normalise/codes.ts'
import { readCourriels, readSites, toUrl } from '#app/lecture/normalise/contact.ts'
import { type Journal, startJournal } from '#app/lecture/normalise/journal.ts'
import { readText, TEXT_OPERATIONS } from '#app/lecture/normalise/text.ts'
import { readDate, readInteger, readOuiNon } from '#app/lecture/normalise/values.ts'
import { readListes, readValeurs } from '#app/lecture/normalise/vocabulaire.ts'

/** What a cell becomes, with the codes noted on the way. */
function outcome<T>(cell: string, read: (cells: Record<string, string>, journal: Journal) => T): [T, ...string[]] {
  const journal = startJournal(2)
  const value = read({ x: cell }, journal)
  return [value, ...journal.anomalies.map(({ code }) => code)]
}

test.each([
  ['51100', '51100'],
  ['1100', '01100', 'code_postal.zero_perdu'],
  ['51 100', '51100'],
  ['51100.0', '51100', 'code.tableur'],
  ["'01500", '01500', 'code.tableur'],
  ['1500.0', '01500', 'code_postal.zero_perdu'],
  ['97150', '97150'],
  ['20000', '20000'],
  ['00000', null, 'code_postal.invalide'],
  ['511000', null, 'code_postal.invalide'],
  ['100', null, 'code_postal.invalide'],
  ['Reims', null, 'code_postal.invalide'],
  ['non renseigné', null],
  ['', null],
])('postcode %j → %j', (cell, ...expected) => {
  expect(outcome(cell, (cells, journal) => readCodePostal(cells, journal, 'x'))).toEqual(expected)
})

test.each([
  ['51454', '51454'],
  ['1283', '01283', 'code_insee.zero_perdu'],
  ['2a004', '2A004'],
  ['51454.0', '51454', 'code.tableur'],
  ['2B033', '2B033'],
  ['0', null],
  ['2C033', null, 'code_insee.invalide'],
  ['123', null, 'code_insee.invalide'],
])('commune code %j → %j', (cell, ...expected) => {
  expect(outcome(cell, (cells, journal) => readCodeInsee(cells, journal, 'x'))).toEqual(expected)
})

test.each([
  ['1', '01', 'departement.zero_perdu'],
  ['51', '51'],
  ['2a', '2A', 'departement.zero_perdu'],
  ['974', '974'],
  ['0', null],
  ['99', null],
])('department %j → %j', (cell, ...expected) => {
  expect(outcome(cell, (cells, journal) => readDepartement(cells, journal, 'x'))).toEqual(expected)
})

const none = { siret: null, siren: null, valid: false }
test.each([
  ['43493312300029', { siret: '43493312300029', siren: '434933123', valid: true }],
  ['434 933 123 00029', { siret: '43493312300029', siren: '434933123', valid: true }],
  ['35600000036647', { siret: '35600000036647', siren: '356000000', valid: true }],
  ['43493312300028', { siret: '43493312300028', siren: '434933123', valid: false }, 'siret.cle_fausse'],
  ['00000000000000', none],
  ['null', none],
  ['434933123', { siret: null, siren: '434933123', valid: true }],
  ['W595001988', { ...none, valid: true }],
  ['4349331230002', none, 'siret.invalide'],
  ['SIRET', none, 'siret.invalide'],
  // Case 23: what a spreadsheet rounded names nobody, and what stands around a number is no part of it.
  ['2,13E+13', none, 'siret.abime'],
  ['2.13E+13', none, 'siret.abime'],
  ['21760400000000', none, 'siret.abime'],
  ['6760400000000', none, 'siret.abime'],
  ['N° 35600000000048', { siret: '35600000000048', siren: '356000000', valid: true }],
  ['SIRET : 43493312300029', { siret: '43493312300029', siren: '434933123', valid: true }],
  ['35600000000048.0', { siret: '35600000000048', siren: '356000000', valid: true }, 'code.tableur'],
])('identifier %j → %j', (cell, ...expected) => {
  expect(outcome(cell, (cells, journal) => readPivot(cells, journal, 'x'))).toEqual(expected)
})

test('a SIRET that lost its zero is given it back when its key then passes', () => {
  const siret = '05780112200013'
  const sum = [...siret].reduce((total, digit, i) => {
    const doubled = i % 2 === 0 ? Number(digit) * 2 : Number(digit)
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  const right = `${siret.slice(0, 13)}${(10 - ((sum - Number(siret[13])) % 10)) % 10}`
  expect(outcome(right.slice(1), (cells, journal) => readPivot(cells, journal, 'x'))).toEqual([
    { siret: right, siren: right.slice(0, 9), valid: true },
    'siret.zero_perdu',
  ])
})

test.each([
  ['2023-04-05', '2023-04-05'],
  ['05/04/2023', '2023-04-05', 'date.mise_au_format'],
  ['5/4/2023', '2023-04-05', 'date.mise_au_format'],
  ['2023-04-05T10:00:00.000Z', '2023-04-05', 'date.mise_au_format'],
  ['1970-01-01', null],
  ['01/01/1970', null],
  ['2026-06-15+02:00', '2026-06-15', 'date.mise_au_format'],
  ['20260615', '2026-06-15', 'date.mise_au_format'],
  ['15 06 2026', '2026-06-15', 'date.mise_au_format'],
  ['15-juin-2026', '2026-06-15', 'date.mise_au_format'],
  ['mis à jour le 15/06/2026', '2026-06-15', 'date.mise_au_format'],
  ['15-juin-26', null, 'date.a_confirmer'],
  ['20261399', null, 'date.invalide'],
  ['2023-02-30', null, 'date.invalide'],
  ['hier', null, 'date.invalide'],
  // Case 20.
  ['46188', '2026-06-15', 'date.mise_au_format'],
  ['46022,5', '2025-12-31', 'date.mise_au_format'],
  ['39999', null, 'date.invalide'],
  ['15 juin 2026', '2026-06-15', 'date.mise_au_format'],
  ['lundi 1er février 2021', '2021-02-01', 'date.mise_au_format'],
  ['31 févr. 2021', null, 'date.invalide'],
  ['2026/06/15', '2026-06-15', 'date.mise_au_format'],
  ['15/06/26', null, 'date.a_confirmer'],
  ['31/02/26', null, 'date.invalide'],
  ['juin 2026', null, 'date.sans_jour'],
  ['06/2026', null, 'date.sans_jour'],
  ['1969-12-31', null],
  ['1969-12-31T23:00:00Z', null],
  ['2027-01-01', null, 'date.future'],
])('date %j → %j', (cell, ...expected) => {
  expect(outcome(cell, (cells, journal) => readDate(cells, 'x', journal, '2026-06-30'))).toEqual(expected)
})

test.each([
  ['https://exemple.fr/a', ['https://exemple.fr/a']],
  ['www.exemple.fr', ['https://www.exemple.fr/'], 'site_web.sans_protocole'],
  ['exemple.fr/page', ['https://exemple.fr/page'], 'site_web.sans_protocole'],
  ['//exemple.fr', ['https://exemple.fr/'], 'site_web.sans_protocole'],
  ['https://a.fr|https://b.fr', ['https://a.fr/', 'https://b.fr/']],
  ['javascript:alert(1)', [], 'site_web.invalide'],
  ['JavaScript://exemple.fr/%0aalert(1)', [], 'site_web.invalide'],
  ['data:text/html,x', [], 'site_web.invalide'],
  ['https://javascript:alert(1)', [], 'site_web.invalide'],
  ['https://qui:quoi@exemple.fr', [], 'site_web.invalide'],
  ['mairie', [], 'site_web.invalide'],
  ['https://rdv.example/agenda/conseiller.numerique@a.fr/', ['https://rdv.example/agenda/conseiller.numerique@a.fr/']],
  ['https://rdv.example/agenda/jean.dupont@a.fr/', [], 'courriel.personnel'],
  ['rdv.example/?qui=jean.dupont%40a.fr|https://b.fr', ['https://b.fr/'], 'courriel.personnel'],
])('site %j → %j', (cell, ...expected) => {
  expect(outcome(cell, (cells, journal) => readSites(cells, 'x', journal))).toEqual(expected)
})

test('a site is http or https, whatever is written', () => {
  for (const scheme of ['javascript', 'data', 'vbscript', 'file', 'blob', 'JAVASCRIPT', 'java\tscript']) {
    for (const rest of [':alert(1)', '://a.fr/', ':a.fr', ':80/', ':https://a.fr']) {
      const url = toUrl(scheme + rest)
      if (url !== null) expect(new URL(url).protocol).toMatch(/^https?:$/)
    }
  }
})

test.each([
  ['contact@mairie.fr', ['contact@mairie.fr']],
  ['Mairie.Avessac@orange.fr', ['mairie.avessac@orange.fr']],
  ['france.services@lozere.fr', ['france.services@lozere.fr']],
  ['conseiller-numerique@reims.fr', ['conseiller-numerique@reims.fr']],
  ['saint-martin@mairie.fr', ['saint-martin@mairie.fr']],
  ['jean@mairie.fr', [], 'courriel.personnel'],
  ['jean.dupont@mairie.fr', [], 'courriel.personnel'],
  ['Hélène_Durand@mairie.fr', [], 'courriel.invalide'],
  ['helene_durand@mairie.fr', [], 'courriel.personnel'],
  ['jean-paul.martin@mairie.fr', [], 'courriel.personnel'],
  ['jean.dupont+conum@mairie.fr', [], 'courriel.personnel'],
  ['mailto:contact@mairie.fr', ['contact@mairie.fr']],
  ['a@b.fr|jean.dupont@c.fr', ['a@b.fr'], 'courriel.personnel'],
  ['sans arobase', [], 'courriel.invalide', 'courriel.invalide'],
  ['"><script>@a.fr', [], 'texte.html', 'courriel.invalide', 'courriel.invalide'],
])('e-mail %j → %j', (cell, ...expected) => {
  expect(outcome(cell, (cells, journal) => readCourriels(cells, 'x', journal))).toEqual(expected)
})

test('the e-mail of a person is not even in the journal', () => {
  const journal = startJournal(2)
  readCourriels({ x: 'jean.dupont@mairie.fr' }, 'x', journal)
  expect(JSON.stringify(journal.anomalies)).not.toContain('dupont')
})

test.each([
  ['50000', 50000],
  ['50 000', 50000],
  ['50\u202f000,00 €', 50000],
  ['-3', null, 'nombre.invalide'],
  ['beaucoup', null, 'nombre.invalide'],
  ['', null],
])('amount %j → %j', (cell, ...expected) => {
  expect(outcome(cell, (cells, journal) => readInteger(cells, 'x', journal))).toEqual(expected)
})

test.each([
  ['oui', true],
  ['OUI', true],
  ['non', false],
  ['sans objet', null],
  ['Non défini', null],
  ['non renseigné', null],
  ['', null],
])('yes or no %j → %j', (cell, expected) => {
  expect(readOuiNon({ x: cell }, 'x')).toBe(expected)
})

test.each([
  ['57 RUE RENE NICOD 01100 OYONNAX', 'Oyonnax', '57 RUE RENE NICOD'],
  ['12 rue de la Paix, 75002 Paris', 'Paris', '12 rue de la Paix'],
  ['1 PL DE LA MAIRIE 42007 SAINT ETIENNE CEDEX 1', 'Saint-Étienne', '1 PL DE LA MAIRIE'],
  ['01100 OYONNAX', 'Oyonnax', null],
  ['3 rue Basse, Reims', 'Reims', '3 rue Basse'],
  ['4 rue Haute 05120 LARGENTIERE-LA-BESSEE', "L'Argentière-la-Bessée", '4 rue Haute'],
  ['RUE BASSE 97217 ANSES DARLET', "Les Anses-d'Arlet", 'RUE BASSE'],
  ['14 rue Haute BP 39124 79061 cedex 9', 'Niort', '14 rue Haute BP 39124'],
  ['CS 40012 Place de la République', 'Limoux', 'CS 40012 Place de la République'],
  ['12 rue des Exemples BP 10234 Hôtel de Ville', 'Limoux', '12 rue des Exemples BP 10234 Hôtel de Ville'],
  ['12 rue des Exemples B.P. 11300 Limoux', 'Limoux', '12 rue des Exemples B.P. 11300 Limoux'],
  ['3 rue Basse 11300 Les Charmilles', 'Limoux', '3 rue Basse 11300 Les Charmilles'],
  ['3 rue de Reims', 'Reims', '3 rue de Reims'],
  ['Place de la République', 'Reims', 'Place de la République'],
])('address %j of %s → %j', (cell, commune, expected) => {
  const journal = startJournal(2)
  expect(readAdresse({ adresse: cell }, journal, [commune])).toBe(expected)
  expect(journal.anomalies.map(({ code }) => code)).toEqual(cell === expected ? [] : ['adresse.repete_commune'])
})

test('a sign alone at the end of an address is taken off in silence; an address that is a town stays as it is', () => {
  const journal = startJournal(2)
  expect(readAdresse({ adresse: '6 rue du 14 Juillet -' }, journal, ['Limoux'])).toBe('6 rue du 14 Juillet')
  expect(journal.anomalies).toEqual([])
  expect(readAdresse({ adresse: '11300 LIMOUX' }, journal, ['Limoux'])).toBeNull()
  expect(journal.anomalies).toMatchObject([{ code: 'adresse.repete_commune', corrected: null }])
})

test.each([
  ['nul nul rue principale', 'rue principale'],
  ['null, 3 rue Basse', '3 rue Basse'],
  ['undefined 3 rue Basse', '3 rue Basse'],
  ['nul null', null],
])('address %j loses the words that say nothing → %j, and it is said', (cell, expected) => {
  const journal = startJournal(2)
  expect(readAdresse({ adresse: cell }, journal, ['Reims'])).toBe(expected)
  expect(journal.anomalies.map(({ code, raw, corrected }) => [code, raw, corrected])).toEqual([
    ['adresse.mot_vide', cell, expected ?? ''],
  ])
})

test.each(['Rue Nulle Part', 'Nulle-Part', 'Place du None', '3 rue Nan'])('address %j keeps its words', (cell) => {
  const journal = startJournal(2)
  expect(readAdresse({ adresse: cell }, journal, ['Reims'])).toBe(cell)
  expect(journal.anomalies).toEqual([])
})

test('an address `0` is absent', () => {
  expect(readAdresse({ adresse: '0' }, startJournal(2), [null])).toBeNull()
})

test.each([
  ['12 av. de la République', '12 Avenue République'],
  ['3 Bd du Général', '3 boulevard Général'],
  ["1 place de l'Église", '1 PL EGLISE'],
])('%j and %j are one address', (a, b) => {
  expect(foldAdresse(a)).toBe(foldAdresse(b))
})

test.each([
  ['MÃ©diathÃ¨que de CrÃ©teil', 'Médiathèque de Créteil', 'texte.encodage'],
  ['Lâ€™Ã‰cole', 'L’École', 'texte.encodage'],
  ['Ãle de Ré', 'Ãle de Ré'],
  ['=cmd()', '=cmd()', 'texte.formule'],
  ['@SUM(A1)', '@SUM(A1)', 'texte.formule'],
  ['+33326123456', '+33326123456'],
  ['-5', '-5'],
  ['<b>Gras</b>', 'Gras', 'texte.html'],
  ['<p>A &amp; B<br/>le lundi</p>', 'A & B le lundi', 'texte.html'],
  ['<br>', null, 'texte.html'],
  ['écrire à <accueil@exemple.fr>, 3 < 5 et 5 > 3', 'écrire à <accueil@exemple.fr>, 3 < 5 et 5 > 3'],
  ['5 < 6 et 7 > 6', '5 < 6 et 7 > 6'],
  ['  deux\u00a0 espaces\n', 'deux espaces'],
  ['Non défini', null],
])('text %j → %j', (cell, ...expected) => {
  expect(outcome(cell, (cells, journal) => readText(cells, 'x', journal))).toEqual(expected)
})

test('a cell of a million characters is cut, and said in few words', () => {
  const journal = startJournal(2)
  expect(readText({ x: 'a'.repeat(1_000_000) }, 'x', journal)).toHaveLength(300)
  expect(journal.anomalies).toMatchObject([{ code: 'texte.trop_long' }])
  expect(journal.anomalies[0]?.raw?.length).toBeLessThan(600)
})

test.each([
  ['nom', 200],
  ['adresse', 300],
  ['horaires', 500],
  ['presentation_detail', 2000],
])('what is kept of %s is %i characters, of whole words', (field, max) => {
  const journal = startJournal(2)
  const kept = readText({ [field]: 'mot de plus '.repeat(1000) }, field, journal) ?? ''
  expect(kept.length).toBeLessThanOrEqual(max)
  expect(kept.length).toBeGreaterThan(max - 12)
  expect(kept).toMatch(/(mot|de|plus)$/)
  expect(journal.anomalies).toMatchObject([{ field, code: 'texte.trop_long' }])
})

test('a cut goes through no e-mail address: half of one would not be withheld', () => {
  const journal = startJournal(2)
  const text = `${'a '.repeat(995)}marie.curie@exemple.example`
  expect(readText({ presentation_detail: text }, 'presentation_detail', journal)).not.toContain('marie')
})

test.each([
  ['Mé\u00addiathè\u200bque', 'Médiathèque'],
  ['\u202eeuqèhtaidéM', 'euqèhtaidéM'],
  ['Mairie \u001b[31mrouge\u009b', 'Mairie [31mrouge'],
  ['&#27;[2J Mairie&shy;', '[2J Mairie'],
])('what acts and is not read is taken out of %j', (cell, expected) => {
  const journal = startJournal(2)
  expect(readText({ nom: cell }, 'nom', journal)).toBe(expected)
  expect(journal.anomalies.map(({ code }) => code)).toContain('texte.invisible')
  expect(JSON.stringify(journal.anomalies)).not.toMatch(/\\u00(?:1b|07|9b|ad)|[\u009b\u00ad\u200b\u202e]/)
})

test.each([
  ['M&eacute;diath&egrave;que d&#39;Arc &amp; Cie', "Médiathèque d'Arc & Cie"],
  ['R&amp;amp;D', 'R&amp;D'],
  ['&lt;b&gt;Le Lien&lt;/b&gt;', '<b>Le Lien</b>'],
  ['<b>Le&nbsp;Lien</b>', 'Le Lien'],
  ['&amp;lt;script&amp;gt;', '&lt;script&gt;'],
  ['Arts & Métiers &co', 'Arts & Métiers &co'],
])('entities are read once: %j', (cell, expected) => {
  expect(readText({ nom: cell }, 'nom', startJournal(2))).toBe(expected)
})

test('a list of more than fifty values is cut, and said', () => {
  const journal = startJournal(2)
  const cell = Array.from({ length: 80 }, (_, i) => `v${i}`).join('|')
  expect(readValeurs({ services: cell }, 'service', journal)).toHaveLength(50)
  const sites = Array.from({ length: 80 }, (_, i) => `https://s${i}.example`).join('|')
  expect(readSites({ site_web: sites }, 'site_web', journal)).toHaveLength(50)
  expect(journal.anomalies.filter(({ code }) => code === 'texte.trop_long')).toHaveLength(2)
})

test('operations on texts have names of their own', () => {
  expect(new Set(TEXT_OPERATIONS.map(({ name }) => name)).size).toBe(TEXT_OPERATIONS.length)
})

const DEMARCHES = 'Aide aux démarches administratives'
const OUTILS = 'Maîtrise des outils numériques du quotidien'
const COMPRENDRE = 'Compréhension du monde numérique'
const INSERTION = 'Insertion professionnelle via le numérique'
const ACCES = 'Accès internet et matériel informatique'
describe('words of older files', () => {
  test.each<[Champ, string, string[]]>([
    ['service', 'Devenir autonome dans les démarches administratives', [DEMARCHES]],
    ['service', 'Réaliser des démarches administratives avec un accompagnement', [DEMARCHES]],
    ['service', 'Accompagner les démarches de santé', [DEMARCHES]],
    ['service', 'Prendre en main un smartphone ou une tablette', [OUTILS]],
    ['service', 'Prendre en main un ordinateur', [OUTILS]],
    ['service', 'Utiliser le numérique au quotidien', [OUTILS]],
    ['service', 'Approfondir ma culture numérique', [COMPRENDRE]],
    ['service', 'Promouvoir la citoyenneté numérique', [COMPRENDRE]],
    ['service', 'Favoriser mon insertion professionnelle', [INSERTION]],
    ['service', 'Créer et développer mon entreprise', [INSERTION]],
    ['service', 'Accéder à une connexion internet', [ACCES]],
    ['service', 'Accéder à du matériel', [ACCES]],
    ['service', "S'équiper en matériel informatique", ['Acquisition de matériel informatique à prix solidaire']],
    ['service', 'S’ÉQUIPER EN MATÉRIEL INFORMATIQUE', ['Acquisition de matériel informatique à prix solidaire']],
    ['service', 'Créer avec le numérique', ['Loisirs et créations numériques']],
    [
      'service',
      "Soutenir la parentalité et l'éducation avec le numérique",
      ['Parentalité et éducation avec le numérique'],
    ],
    ['service', 'Utilisation sécurisée du numérique', ['Utilisation sécurisée du numérique']],
    ['frais', 'Gratuit : Je peux accéder gratuitement au lieu', ['Gratuit']],
    [
      'frais',
      'Gratuit sous condition : La gratuité est conditionnée à des critères (situation familiale, convention',
      ['Gratuit sous condition'],
    ],
    ['frais', 'Payant : L’accès au lieu et/ou à ses services est payant', ['Payant']],
    ['frais', 'Adhésion : L’accès au lieu et/ou à ses services nécessite d’y adhérer.', ['Payant']],
    ['accompagnement', "Seul : j'ai accès à du matériel et une connexion", ['En autonomie']],
    [
      'accompagnement',
      "Avec de l'aide : je suis accompagné seul dans l'usage du numérique",
      ['Accompagnement individuel'],
    ],
    [
      'accompagnement',
      'A ma place : une personne habilitée fait les démarches à ma place',
      ['Accompagnement individuel'],
    ],
    ['accompagnement', "Dans un atelier : j'apprends collectivement", ['Dans un atelier collectif']],
    ['public', 'Familles/enfants', ['Familles et/ou enfants']],
    ['public', 'Jeunes (16-26 ans)', ['Jeunes']],
    ['public', 'Seniors (+ 65 ans)', ['Seniors']],
    ['public', 'Uniquement femmes', ['Femmes']],
    ['public', 'Adultes', []],
    ['prise_en_charge', 'Surdité', ['Surdité']],
    ['prise_en_charge', 'Déficience visuelle', ['Déficience visuelle']],
    ['prise_en_charge', "Personnes en situation d'illettrisme", ['Illettrisme']],
    ['prise_en_charge', 'Handicaps mentaux : déficiences limitant les activités', ['Handicaps mentaux']],
    ['prise_en_charge', 'Handicaps psychiques : troubles psychiatriques', ['Handicaps mentaux']],
    ['prise_en_charge', 'Public langues étrangères', ['Langues étrangères (anglais)', 'Langues étrangères (autres)']],
    ['label', 'CNFS', ['Conseillers numériques']],
    ['label', 'CnFS', ['Conseillers numériques']],
    ['label', 'Conseiller Numérique France Services', ['Conseillers numériques']],
    ['label', 'CONSEILLERS NUMERIQUES FRANCE SERVICES', ['Conseillers numériques']],
    ['label', 'France service', ['France Services']],
    ['label', 'France Services', ['France Services']],
    ['label', 'Aidants Connect', ['Aidants Connect']],
  ])('%s: %s → %j', (champ, word, expected) => {
    const journal = startJournal(2)
    expect(readValeurs({ [CHAMPS[champ].column]: word }, champ, journal)).toEqual(expected)
    expect(journal.anomalies.filter(({ code }) => code === 'vocabulaire.inconnu')).toEqual([])
  })

  test.each<[string, string, string, string, string | null]>([
    // Case 08, the same with a list of its own, and with a word that is in neither.
    [
      "Adultes;Seniors (+ 65 ans);Surdité;Personnes en situation d'illettrisme;Public langues étrangères",
      '',
      'Seniors',
      'Illettrisme|Langues étrangères (anglais)|Langues étrangères (autres)|Surdité',
      'Surdité',
    ],
    ['Déficience visuelle', 'Handicaps moteurs', '', 'Déficience visuelle|Handicaps moteurs', 'Déficience visuelle'],
    [
      'Handicaps psychiques : troubles|Retraités',
      'Surdité',
      'Retraités',
      'Handicaps mentaux|Surdité',
      'Handicaps mentaux',
    ],
  ])('of the publics %s, special care goes to its own list', (publics, prises, gardes, attendues, moved) => {
    const cells = { publics_specifiquement_adresses: publics, prise_en_charge_specifique: prises }
    const journal = startJournal(2)
    const valeurs = readListes(cells, journal)
    expect([valeurs.public?.join('|') ?? '', valeurs.prise_en_charge?.join('|')]).toEqual([gardes, attendues])
    expect(journal.anomalies).toContainEqual(expect.objectContaining({ code: 'vocabulaire.deplace', corrected: moved }))
    // Without the column, nothing says that a corrected file moves it.
    const alone = startJournal(2)
    readListes({ publics_specifiquement_adresses: publics }, alone)
    const said = alone.anomalies.filter(({ code }) => code === 'vocabulaire.deplace')
    expect(said.map(({ corrected }) => corrected)).toEqual(said.map(() => null))
  })

  test.each<[Champ, string, string | null]>([
    ['frais', 'Gratuit : pour les habitants, 5 € sinon', 'Gratuit sous condition'],
    ['frais', "Payant : 2 € la séance ; Gratuit : demandeurs d'emploi", 'Gratuit sous condition'],
    ['frais', 'Gratuit ; 5 € pour les autres', 'Gratuit sous condition'],
    ['frais', 'Adhésion 10 €', 'Payant'],
    ['frais', 'Payant : 2 €', 'Payant'],
    ['accompagnement', 'Seul : sauf le mardi', 'En autonomie'],
    ['service', 'Aide / impôts', null],
    ['service', '["Aide", 3]', null],
  ])('%s: %s says more than a word of the list: kept whole, with what it may be', (champ, cell, proposal) => {
    const journal = startJournal(2)
    expect(readValeurs({ [CHAMPS[champ].column]: cell }, champ, journal)).toEqual([cell])
    const unknown = journal.anomalies.filter(({ code }) => code === 'vocabulaire.inconnu')
    expect(unknown.map(({ raw }) => raw)).toEqual([cell])
    if (proposal !== null) expect(unknown[0]?.corrected).toBe(proposal)
  })

  test.each<[Champ, string, string[]]>([
    ['service', `${DEMARCHES} / ${ACCES}`, [DEMARCHES, ACCES]],
    ['service', `${DEMARCHES}/ ${ACCES}/${OUTILS}`, [DEMARCHES, ACCES, OUTILS]],
    ['service', `${DEMARCHES}\r\n${ACCES}`, [DEMARCHES, ACCES]],
    ['service', `- ${DEMARCHES}\n- ${ACCES}\n- aide aux impôts`, [DEMARCHES, ACCES, 'aide aux impôts']],
    ['service', `- ${DEMARCHES} - ${ACCES}`, [DEMARCHES, ACCES]],
    ['service', `${DEMARCHES}, ${ACCES} ; ${OUTILS}`, [DEMARCHES, ACCES, OUTILS]],
    ['service', `["${DEMARCHES}", "numerique--prendre-en-main-un-ordinateur"]`, [DEMARCHES, OUTILS]],
    ['service', 'numerique;numerique--acceder-a-du-materiel', [ACCES]],
    ['service', 'numerique', ['numerique']],
    ['service', 'aide aux démarches,\nimpôts', ['aide aux démarches, impôts']],
    ['label', 'CNFS / France Services', ['Conseillers numériques', 'France Services']],
    ['frais', 'Gratuit : Je peux accéder gratuitement au lieu et à ses services / Adhésion', ['Gratuit', 'Payant']],
    ['frais', 'gratuit-sous-conditions', ['Gratuit sous condition']],
    ['public', 'Familles/enfants', ['Familles et/ou enfants']],
  ])('%s: the list %j is separated where its parts are known', (champ, cell, expected) => {
    expect(readValeurs({ [CHAMPS[champ].column]: cell }, champ, startJournal(2))).toEqual(expected)
  })

  test('every word of the standard stays as it is, alone and in a list', () => {
    for (const champ of Object.keys(CHAMPS) as Champ[]) {
      const { column, values } = CHAMPS[champ]
      const journal = startJournal(2)
      expect(readValeurs({ [column]: values.join('|') }, champ, journal)).toEqual([...values])
      for (const value of values) expect(readValeurs({ [column]: value }, champ, journal)).toEqual([value])
      expect(journal.anomalies).toEqual([])
    }
  })

  test('a list of older words between commas gives each value once', () => {
    const journal = startJournal(2)
    const services =
      'Prendre en main un ordinateur, Utiliser le numérique au quotidien, Approfondir ma culture numérique'
    expect(readValeurs({ services }, 'service', journal)).toEqual([OUTILS, COMPRENDRE])
  })

  test('a word that nobody knows is kept, and the nearest one is named', () => {
    const journal = startJournal(2)
    expect(readValeurs({ services: 'Aide aux démarches en ligne' }, 'service', journal)).toEqual([
      'Aide aux démarches en ligne',
    ])
    expect(journal.anomalies).toMatchObject([{ code: 'vocabulaire.inconnu', corrected: DEMARCHES }])
  })
})
