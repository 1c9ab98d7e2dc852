import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import {
  ACCORD_2024,
  type AncreMethode,
  hrefMethode,
  METHODE,
  NOMS_DES_SUJETS,
  sujetOf,
} from '#app/domain/citations/methode.ts'
import { espaces } from '#app/domain/texte/espaces.ts'
import { SCRIPTS } from '#app/pages/methode/recalcul.server.ts'
import { accordEstimation, correctionsOf, rapprochementOf } from '#db/methode.server.ts'
import { lieu, meta } from '#db/schema.ts'
import { brokenLinks } from '#tests/pages/liens-internes.ts'
import { simple, siteOn, textOf } from '#tests/pages/site.ts'
import { databaseOf, insertLieux, lieuRow } from '#tests/support/database.ts'
import { pays } from '#tests/support/pays.ts'
import { paysCouvert } from '#tests/support/pays-couvert.ts'

const site = siteOn(pays())
const asked = new Map<string, Promise<Response>>()
/** The same pages lead to the same ones: each is made once. */
async function once(path: string): Promise<Response> {
  const known = asked.get(path) ?? site(path)
  asked.set(path, known)
  return (await known).clone()
}
const page = async (path = '/methode', ask = once) => simple(await (await ask(path)).text())

const SUJETS = NOMS_DES_SUJETS.map((nom) => `/methode/${nom}`)
const ANCRES = Object.keys(METHODE) as AncreMethode[]

test('every part stands once, under its title, on the page of one subject, where its link leads', async () => {
  expect(NOMS_DES_SUJETS.flatMap((nom) => [...sujetOf(nom).ancres]).sort()).toEqual([...ANCRES].sort())
  for (const ancre of ANCRES) {
    const [path = '', hash = ancre] = hrefMethode(ancre).split('#')
    expect(hash).toBe(ancre)
    const html = await page(path)
    expect(html.split(` id="${ancre}"`).length, ancre).toBe(2)
    expect(html).toContain(` id="${ancre}">${simple(espaces(METHODE[ancre]))}<`)
  }
  expect(hrefMethode('distance')).toBe('/methode/distances#distance')
  expect(hrefMethode('recalcul')).toBe('/methode/recalcul')
})

test('the address of a part when all stood on one page leads to the link of the part', async () => {
  const html = await page()
  for (const ancre of ANCRES) {
    const [, after = ''] = html.split(` id="${ancre}"`)
    expect(after.slice(0, 200), ancre).toContain(`href="${hrefMethode(ancre)}">${simple(espaces(METHODE[ancre]))}</a>`)
  }
})

test('under each table the way to how its figures are made: what its rates have in common', async () => {
  const site = siteOn(paysCouvert())
  const methodeOf = async (path: string, id: string) => {
    const [, table = ''] = (await page(path, site)).split(`<figure class="tableau" id="${id}"`)
    return /<a href="(\/methode[^"]*)">Méthode/.exec(table)?.[1]
  }
  for (const [path, id, wanted] of [
    ['/couverture', 'distance', '/methode/distances#distance'],
    ['/couverture?trier=-structures', 'couverture', '/methode/chiffres'],
    ['/couverture', 'heures', '/methode/chiffres#heures'],
    ['/departements/23', 'postes', '/methode/chiffres'],
    ['/methode/fichiers', 'fichiers-lus', '/methode'],
  ] as const) {
    expect([path, id, await methodeOf(path, id)]).toEqual([path, id, wanted])
  }
})

test.each(['/methode', ...SUJETS])('%s gives no id twice, and each of its links leads somewhere', async (path) => {
  const ids = [...(await page(path)).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
  expect(ids.length).toBe(new Set(ids).size)
  expect(await brokenLinks(once, path)).toEqual([])
})

test('each file is there with its date, its licence and its rows read, kept, rejected and corrected', async () => {
  const csv = await page('/methode/fichiers-lus.csv')
  expect(csv).toContain('Postes validés,Structures 2023,5 avril 2023,Licence Ouverte 2.0,1,1,0,0')
  expect(csv).toContain('Postes validés (ancien fichier),Structures 2021,19 mai 2021,Licence Ouverte 2.0,1,1,0,0')
  expect(textOf(await page('/methode/fichiers'))).toContain('Structures 2021 19 mai 2021 Licence Ouverte 2.0 1 1 0 0')
})

test('no number of posts is said without "validés"', async () => {
  const text = textOf((await Promise.all(SUJETS.map((path) => page(path)))).join(''))
  expect(text.match(/\d[\s\u202f]postes?\b(?! validés?).{0,20}/g)).toBeNull()
  expect(text).toContain('postes validés au 5 avril 2023')
})

describe('matching', () => {
  test('a place is matched by SIRET, by SIREN, not at all, or says no identifier; the four sum to the total', () => {
    const db = databaseOf()
    db.$client.exec("insert into departement (code, nom, population) values ('23', 'Creuse', 100)")
    insertLieux(db, [
      lieuRow({ numero: 1, departementCode: '23', siret: '20003456700018', rapprochement: 'siret' }),
      lieuRow({ numero: 2, departementCode: '23', siren: '200034567', rapprochement: 'siren' }),
      lieuRow({ numero: 3, departementCode: '23', siret: '43493312300029' }),
      lieuRow({ numero: 4, departementCode: '23' }),
      lieuRow({ numero: 5, departementCode: '23' }),
      lieuRow({ numero: 6, departementCode: '23', reseau: 'france-services', siret: '20003456700018' }),
    ])
    expect(rapprochementOf(db)).toMatchObject({ lieux: 5, siret: 1, siren: 1, inconnus: 1, sansIdentifiant: 2 })
  })

  test('employers without a known place are counted with their posts validated', () => {
    const db = pays()
    const one = (sql: string) => db.$client.prepare(sql).pluck().get()
    expect(rapprochementOf(db)).toMatchObject({
      structures: one('select count(*) from structure'),
      structuresAvecLieu: one('select count(distinct structure_id) from lieu where structure_id is not null'),
      postesSansLieu: one(`select sum(nombre) from poste where structure_id not in (select structure_id from lieu where
        structure_id is not null)`),
    })
  })
})

test('what was mended is counted by file, in cells and in rows, and older files are left out', () => {
  const found = correctionsOf(pays()).map(({ kind, code, cellules, lignes }) => [kind, code, cellules, lignes])
  expect(found).toEqual([
    ['lieux', 'position.loin', 2, 2],
    ['lieux', 'code_postal.zero_perdu', 1, 1],
    ['structures', 'code_postal.zero_perdu', 1, 1],
  ])
})

test('without the grid, the page says that rurality is an estimation and how often it is right', async () => {
  const db = pays()
  db.$client.exec('update commune set densite = null')
  db.update(meta).set({ valeur: 'estimee' }).where(eq(meta.cle, 'ruralite')).run()
  const text = textOf(await page('/methode/rural-urbain', siteOn(db)))
  expect(accordEstimation(db)).toBeNull()
  expect(text).toContain('92,4 % des communes')
  expect(text).toContain('90,8 % des communes')
  expect(text).toContain('Estimation, faute de la grille de l’Insee.')
  expect(textOf(await page('/methode/rural-urbain'))).not.toContain('Estimation, faute')
  expect(ACCORD_2024.trois).toBe(0.908)
})

test('the sentence on the two readings changes with the figures', async () => {
  const db = pays()
  const text = textOf(await page('/methode/rural-urbain', siteOn(db)))
  const conclusion = /La conclusion s’inverse|les deux lectures vont dans le même sens/
  expect(text).toMatch(conclusion)
  db.update(lieu).set({ ruralite: 'urbain' }).run()
  db.$client.exec("update poste set ruralite = 'urbain'")
  expect(textOf(await page('/methode/rural-urbain', siteOn(db)))).toContain(
    'Ici, les deux lectures vont dans le même sens.',
  )
})

test('a database without any file of posts or places still has its method', async () => {
  const db = databaseOf({ ruralite: 'estimee' })
  for (const path of ['/methode', ...SUJETS]) {
    const response = await siteOn(db)(path)
    expect(response.status, path).toBe(200)
    const said = (await response.text()).replace(/<pre[\s\S]*?<\/pre>/g, '')
    expect(said, path).not.toMatch(/NaN|undefined|Infinity/)
  }
})

test('each script is shown as it is, and given as a file', async () => {
  const text = textOf(await page('/methode/recalcul')).replace(/\s+/g, ' ')
  for (const { nom, texte } of SCRIPTS) {
    const response = await site(`/methode/${nom}`)
    expect(await response.text()).toBe(texte)
    expect(response.headers.get('content-type')).toContain('javascript')
    expect(text).toContain(texte.split('\n').slice(0, 2).join(' ').replace(/\s+/g, ' ').slice(0, 80))
  }
})

test('an unknown file of the method answers 404 with advice', async () => {
  const response = await site('/methode/rien.csv')
  expect(response.status).toBe(404)
  expect(await response.text()).toContain('donne les liens')
})
