import { expect, test } from 'vitest'
import { FAITS, VOIX } from '#app/domain/citations/faits.ts'
import { FINANCEMENT } from '#app/domain/citations/financement.ts'
import { formatDate } from '#app/domain/texte/format.ts'
import { faitsDuSite } from '#app/pages/textes/a-propos.server.ts'
import { chiffresEnsemble } from '#db/territoires.server.ts'
import { brokenLinks } from '#tests/pages/liens-internes.ts'
import { siteOn, textOf } from '#tests/pages/site.ts'
import { databaseOf } from '#tests/support/database.ts'
import { pays } from '#tests/support/pays.ts'

const db = pays()
const site = siteOn(db)
const page = async (ask = site) => (await ask('/a-propos')).text()

test('each figure stands with its source and its date', async () => {
  const text = textOf(await page())
  for (const { chiffre, texte, source, date } of FAITS) {
    expect(text).toContain(`${chiffre} ${texte}`)
    expect(text).toMatch(new RegExp(`${source.replace(/[()?.+]/g, '\\$&')} ?, ${date}`))
  }
})

test('for each subject the three stand apart, in the same order', async () => {
  const titles = [...(await page()).matchAll(/<h4>([^<]+)<\/h4>/g)].map(([, title]) => title)
  const voices = Object.values(VOIX)
  expect(titles.length).toBe(6 * voices.length)
  expect(titles).toEqual(Array.from({ length: 6 }, () => voices).flat())
})

test('the site’s figures are those of its database, with the file’s date', async () => {
  const { postes, lieux } = chiffresEnsemble(db)
  const found = faitsDuSite(db)
  expect(found.map(({ chiffre }) => chiffre)).toEqual(
    expect.arrayContaining([`${postes} postes validés`, `${lieux} lieux`]),
  )
  for (const { date, source } of found) {
    expect(date).toMatch(/^données du \d+.* 20\d\d$/)
    expect(source).toMatch(/Structures 2023|Lieux de médiation/)
  }
  expect(textOf(await page())).toContain(`Au ${formatDate('2023-04-05')}, chez`)
})

test('without a file there is no figure of it', () => {
  expect(faitsDuSite(databaseOf())).toEqual([])
})

test('the page says that the sources differ, that the site is no site of the State, and who publishes it', async () => {
  const text = textOf(await page())
  expect(text).toContain('ne mesurent pas la même chose')
  expect(text).toContain('Ce site n’est pas un site de l’État. Il est indépendant.')
  expect(text).toContain('Cette copie ne dit pas qui la publie')
  const mentions = {
    editeur: { nom: 'Association des Médiateurs', adresse: null, contact: null, directeur: null },
    hebergeur: null,
  }
  expect(textOf(await page(siteOn(db, { mentions })))).toContain('Il est publié par Association des Médiateurs')
})

test('every internal link of the page, and every anchor, leads somewhere', async () => {
  expect(await brokenLinks(site, '/a-propos')).toEqual([])
})

test('the petition is said whole and as its own: three demands, 12 operators, needs, publics, figures', async () => {
  const text = textOf(await page())
  for (const dit of [
    ...['42 millions d’euros en 2025', 'Les 4 000 postes', 'Une place durable', '300 millions d’euros'],
    ...['12 opérateurs publics', 'rendez-vous médicaux', 'espace santé', 'sécurité en ligne', 'achats sur internet'],
    ...['habitants des campagnes', 'personnes âgées', 'handicap', 'changent de métier'],
    ...['97 %', '93 %', 'Un tiers', '10 % l’ont été'],
  ])
    expect(text.replace(/\s/g, ' ')).toContain(dit)
  expect(text).not.toMatch(/n° 5029|petitions\.assemblee/)
})

test('beside it, the money from 2021 to after 2026, each line with its source and its date', async () => {
  const text = textOf(await page())
  for (const { quand, source, date } of FINANCEMENT) {
    expect(text).toContain(quand)
    expect(text).toContain(source)
    expect(text).toContain(date)
  }
  expect(FINANCEMENT.at(-1)?.texte).toBe('Aucun financement n’est prévu.')
})
