import { existsSync, readFileSync } from 'node:fs'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { beforeAll, expect, test } from 'vitest'
import { emptyFilters } from '#app/domain/filters.ts'
import { loadReferentiel } from '#app/lecture/referentiel.ts'
import type { Db } from '#db/connect.server.ts'
import { positionOf } from '#db/position.server.ts'
import { arrondissementOf } from '#db/resolver/arrondissements.server.ts'
import { type Intention, idDe, libelleDe, paramsDe } from '#db/resolver/intention.ts'
import { presenceDe } from '#db/resolver/noms.server.ts'
import { prepareProches } from '#db/resolver/proches.server.ts'
import { resolve } from '#db/resolver/resolve.server.ts'
import * as schema from '#db/schema.ts'
import Database from '#db/sqlite.ts'
import { writeTerritoire } from '#scripts/import/build/write-territoire.ts'
import { tirage } from '#scripts/typed/familles.ts'
import { communesTapees, measureFamilles, measureFautes } from '#scripts/typed/measure.ts'
import { hrefsIn, simple, siteOn } from '#tests/pages/site.ts'
import { databaseOf, insertLieux, lieuRow, temporaryDirectory } from '#tests/support/database.ts'

// The territories of France as the site embeds them, and a few places.
let db: Db
beforeAll(async () => {
  db = databaseOf()
  db.$client.exec('BEGIN')
  writeTerritoire(db, await loadReferentiel({}))
  db.$client.exec('COMMIT')
  const noms = ['Médiathèque du Port', 'Médiathèque des Tilleuls', 'Médiathèque Centrale', 'Le Grand Phare']
  insertLieux(
    db,
    noms.map((nom, i) => lieuRow({ numero: i + 1, departementCode: '66', nom, communeNom: 'Prades' })),
  )
})

/** What an answer says, as the cases write it: a code alone, a question with commas, what is beside after a bar. */
function said(intention: Intention): string {
  if (intention.type === 'territoire') return idDe(intention.territoire)
  if (intention.type === 'question') return `? ${intention.choix.map(idDe).join(',')}`
  if (intention.type === 'besoin') return `besoin ${intention.cle}${intention.ou ? ` ${idDe(intention.ou)}` : ''}`
  if (intention.type === 'adresse') return `adresse ${intention.repli.slice(0, 1).map(idDe)}`
  return intention.type
}

const cases = new URL('../../../shared/cases/typed.tsv', import.meta.url)
const rows = existsSync(cases) ? readFileSync(cases, 'utf8').trim().split('\n').slice(1) : []

test.skipIf(rows.length === 0)(
  'every text typed in the cases leads where it must (skipped without ../shared/cases)',
  () => {
    for (const row of rows) {
      const [typed = '', what = '', expected = ''] = row.split('\t')
      const intention = resolve(db, typed)
      const answer = said(intention)
      const [first = '', ...others] = expected.split(',')
      const choices = intention.type === 'question' ? intention.choix.map(idDe) : []
      const isQuestion = choices[0] === first && others.every((code) => choices.includes(code))
      if (what === 'one') expect(answer, typed).toBe(expected)
      if (what === 'dep')
        expect(answer, typed).toBe(
          expected
            .split(',')
            .map((code) => `d${code}`)
            .join(' '),
        )
      if (what === 'choose') expect(isQuestion, `${typed}: ${answer}`).toBe(true)
      if (what === 'choose?') expect(isQuestion || answer === expected, `${typed}: ${answer}`).toBe(true)
      if (what === 'besoins') expect(answer, typed).toMatch(/^besoin /)
      if (what === 'none') expect(answer, typed).toBe('rien')
    }
  },
)

test.each([
  // Names, postcodes and what disagrees.
  ['75116', '75116'],
  ['6000', '06088'],
  ['evry 91', '91228'],
  ['66 prades', '66149'],
  ['saint-denis (974)', '97411'],
  ['prades bas-rhin', '? 66149,07182,81212,43155,09232,48146'],
  ['ver', '? 14739,60666,28403,50626'],
  ['rochelle', '17300'],
  ['hay les roses', '94038'],
  ['les arcs 1800', '73054'],
  // Territories.
  ['le 93', 'd93'],
  ['département de la Vienne', 'd86'],
  ['vienne 38', '38544'],
  ['la réunion 974', 'd974'],
  ['alsace', 'd67 d68'],
  ['alpes martimes', 'd06'],
  ['saint martin', '? d978,38421'],
  // Arrondissements.
  ['xiii', '? 75113,13213'],
  ['1er', '? 13201,69381,75101'],
  ['13eme arrondissement de marseille', '13213'],
  ['marseile 3e', '13203'],
  ['lyon 13', '69123'],
  // Spelling.
  ['pradez 66', '66149'],
  ['fontainbleau', '77186'],
  ['montpel', '34172'],
  ['bésançon', '25056'],
  ['marsei', '13055'],
  ['la seyne', '? 83126,04205'],
  ['paris dix-huitième', '75118'],
  ['mairie de Limoges', '87085'],
  ['caf brive', 'besoin demarche 19031'],
  ["j'ai perdu mon mot de passe", 'besoin outils'],
  ['saint brieux', '22278'],
  ['france services mende', '48095'],
  ["cours d'ordinateur pour débutant à Rodez", 'besoin outils 12202'],
  ['place du marché', 'adresse '],
  ['avenue de Limoges', 'adresse '],
  ['rue de la République Tulle', 'adresse 19272'],
  ['tarbes pyrénés', '65440'],
  ['tarbes centre ville', '65440'],
  ['colomiers tournefeuille', 'rien'],
  ['wifi gratuit lourdes', 'besoin acces 65286'],
  ['argelès', '? 66008,65025,65024'],
  ['vic', '? 63457,65460,32462,34333,15258,09223'],
  ['départements 65', 'd65'],
  // A number glued to a name, and a name that is cut short.
  ['mauriac15', '15120'],
  ['66prades', '66149'],
  ['prades66500', '66149'],
  ['ajaccio2a', '2A004'],
  ['paris13e', '75113'],
  ['lyon3', '69383'],
  ['mauriac canta', '15120'],
  ['prades pirénées orientales', '66149'],
  ['condat en corrèze', '19060'],
  ['condat en cors', '? 87048,15054,46074'],
  ['la roch', '? 17300,85191,74224'],
  ['haute-loi', 'd43'],
  ['vaucl', 'd84'],
  ['besanson', '25056'],
  // Around a name.
  ['près de Rodez', '12202'],
  ["j'habite à Rodez", '12202'],
  ['un conseiller numérique à Rodez', '12202'],
  ['conseiller numérique', 'vide'],
  // Needs.
  ['refaire ma carte grise', 'besoin demarche'],
  ['pôle emploi', 'besoin emploi'],
  ['caf rodez', 'besoin demarche 12202'],
  ['doctolib', 'besoin sante'],
  // Addresses, and what is left of them when the geocoder is silent.
  ['12 rue des Lilas 75013 Paris', 'adresse 75113'],
  ['5 rue de la Gare, Rodez', 'adresse 12202'],
  ['12 place du Marché 66500', 'adresse 66149'],
  ['cours la vile', '69066'],
  // Names of places.
  ['mediatheque', 'noms'],
  ['le grand phare', 'noms'],
  ['', 'vide'],
  ['?! "OR" *', 'rien'],
  // A CEDEX that no commune bears: overseas, three digits say the territory.
  ['saint pierre cedex 97258', '97225'],
  ['97458 saint pierre cedex', '97416'],
  ['noumea cedex 98848', '98818'],
])('"%s" means %s', (typed, expected) => {
  expect(said(resolve(db, typed))).toBe(expected)
})

test('a place that nobody can be sure of keeps the other one beside', () => {
  const castres = resolve(db, 'castres')
  expect(castres).toMatchObject({ type: 'territoire', territoire: { code: '81065' }, autres: [{ code: '02142' }] })
  expect(resolve(db, '93200')).toMatchObject({ territoire: { code: '93066' } })
  expect(resolve(db, '66500').type === 'territoire' && resolve(db, '66500')).toMatchObject({
    autres: expect.arrayContaining([expect.objectContaining({ nom: 'Ria-Sirach' })]),
  })
})

test('a former name leads to the commune of today and says so; what was put right is said', () => {
  const former = resolve(db, 'andreze')
  expect(former).toMatchObject({ territoire: { nom: 'Beaupréau-en-Mauges', ancien: 'Andrezé' }, corrige: false })
  expect(resolve(db, 'toulouze')).toMatchObject({ territoire: { nom: 'Toulouse' }, corrige: true })
})

test('what was understood can be shown and asked again', () => {
  const shown = (q: string) => {
    const found = resolve(db, q)
    return found.type === 'territoire' ? [libelleDe(found.territoire), paramsDe(found.territoire)] : null
  }
  expect(shown('66500')).toEqual(['Prades (66)', [['commune', '66149']]])
  expect(shown('paris 13')).toEqual(['Paris 13e', [['commune', '75113']]])
  expect(shown('corse')).toEqual([
    'Corse',
    [
      ['departement', '2A'],
      ['departement', '2B'],
    ],
  ])
  for (const q of ['Prades (66)', 'Paris 13e', 'Corse']) expect(shown(q)?.[0]).toBe(q)
})

test('an arrondissement is a place with its postcode, its inhabitants and its centre', () => {
  expect(arrondissementOf(db, '75116')).toMatchObject({ communeCode: '75056', codesPostaux: '75016 75116' })
  expect(arrondissementOf(db, '13201')?.lat).toBeCloseTo(43.3, 1)
  expect(arrondissementOf(db, '66149')).toBeNull()
})

test('a thousand communes are found whichever way they are typed, and nearly all with one fault', () => {
  const draw = tirage(2026)
  const all = communesTapees(db)
  const thousand = Array.from({ length: 1000 }, () => all[draw(all.length)] as (typeof all)[number])
  for (const { famille, lost } of measureFamilles(db, thousand)) expect(lost, famille).toEqual([])
  const fautes = measureFautes(db, thousand.slice(0, 400), 7)
  const sum = (read: (one: (typeof fautes)[number]) => number) => fautes.reduce((total, one) => total + read(one), 0)
  expect(sum(({ texts }) => texts)).toBeGreaterThan(1000)
  expect(sum(({ first }) => first) / sum(({ texts }) => texts)).toBeGreaterThanOrEqual(0.94)
  expect(sum(({ held }) => held) / sum(({ texts }) => texts)).toBeGreaterThanOrEqual(0.99)
})

test('what a text may mean too is a link beside the list that it leads to', async () => {
  const site = siteOn(db)
  // Briou is heard so; Brioude is one letter away. Two more communes are called Condat, and not Condat-sur-Ganaveix.
  for (const [typed, there, beside] of [
    ['brioud', '/?commune=41027&compris=brioud', ['43040']],
    ['condat corrèze', '/?commune=19060&compris=condat%20corr%C3%A8ze', ['15054', '46074']],
  ] as const) {
    const response = await site(`/?${new URLSearchParams({ q: typed })}`)
    expect([response.status, response.headers.get('Location')]).toEqual([303, there])
    const html = await (await site(there)).text()
    const liens = html.slice(html.indexOf('Cherchiez-vous plutôt'))
    for (const code of beside) expect(hrefsIn(liens, /^\/\?commune=/)).toContain(`/?commune=${code}`)
  }
  const departement = await (await site('/?departement=06&compris=alpes%20martimes')).text()
  expect(simple(departement)).toContain('Nous avons compris : Alpes-Maritimes.')
  // A former commune: from where the distances are is said.
  const ancien = await (await site('/?commune=49023&compris=Andrez%C3%A9')).text()
  expect(simple(ancien)).toContain('Andrezé, aujourd’hui Beaupréau-en-Mauges (49) : les distances sont comptées depuis')
  // It says nothing of another place than the one that it led to.
  expect(await (await site('/?commune=75056&compris=brioud')).text()).not.toContain('Nous avons compris')
})

test('an employer that holds the words of a town by its address does not hide the town, as it receives nobody', () => {
  const hold = (objet: string, adresse: string) =>
    db.$client
      .prepare('insert into recherche (objet, numero, nom, commune, adresse) values (?, 9000, ?, ?, ?)')
      .run(objet, 'Saint-Jouan', 'Saint-Jouan-des-Guérets', adresse)
  const { lastInsertRowid: row } = hold('structure', 'place de la mairie')
  expect(presenceDe(db, ['mairie', 'gueret'], 'mairie de Guéret')).toBe('employeurs')
  expect(said(resolve(db, 'mairie de Guéret'))).toBe('23096')
  const { lastInsertRowid: other } = hold('lieu', 'place de la mairie')
  // Where a place holds them, its list.
  expect(said(resolve(db, 'mairie de Guéret'))).toBe('noms')
  for (const one of [row, other]) db.$client.prepare('delete from recherche where rowid = ?').run(one)
})

test('an arrondissement is a place of its own: named, counted from its centre, and kept in every link', async () => {
  const site = siteOn(db)
  for (const [code, nom] of [
    ['75118', 'Paris 18e'],
    ['69383', 'Lyon 3e'],
    ['13213', 'Marseille 13e'],
  ]) {
    const html = simple(await (await site(`/?commune=${code}`)).text())
    expect(html).toContain(`à moins de 20 km de ${nom}`)
    expect(html).toContain(`<input type="hidden" name="commune" value="${code}"/>`)
    expect(hrefsIn(html, new RegExp(`^/\\?commune=${code}&rayon=5$`))).not.toEqual([])
  }
  const positions = ['75118', '75056'].map((commune) => positionOf(db, { ...emptyFilters(), commune }))
  expect(positions[0]).not.toEqual(positions[1])
})

test('the names that a fault is compared with are read once, beforehand, and not by the text that bears it', async () => {
  const directory = temporaryDirectory()
  const path = `${directory.path}/annuaire.sqlite`
  db.$client.exec(`vacuum into '${path}'`)
  const statements: string[] = []
  const client = new Database(path, { readonly: true, verbose: (sql) => statements.push(String(sql)) })
  const served: Db = drizzle(client, { schema, casing: 'snake_case' })
  const whole = () => statements.filter((sql) => /from toponyme where genre <> 'localite'$/.test(sql)).length
  prepareProches(served)
  expect(whole()).toBe(1)
  expect(said(resolve(served, 'guerret'))).toBe('23096')
  expect(whole()).toBe(1)
  client.close()
  directory.remove()
})

test.each([
  ['zzzzz 97258', ['d972']],
  ['zzzzz 97458', ['d974']],
  ['zzzzz 98848', ['d988']],
  ['zzzzz 98713', ['d987']],
])('of "%s", which names nothing, what is offered is the territory of the CEDEX: %j', (typed, expected) => {
  const intention = resolve(db, typed)
  expect(intention.type).toBe('rien')
  expect(intention.type === 'rien' && intention.proches.map(idDe)).toEqual(expected)
})
