import { expect, test } from 'vitest'
import { cellules } from '#db/comptes.server.ts'
import { commune, poste } from '#db/schema.ts'
import { siteOn, textOf } from '#tests/pages/site.ts'
import { insertStructures, structureRow } from '#tests/support/database.ts'
import { pays } from '#tests/support/pays.ts'

const db = pays()
insertStructures(db, [
  structureRow({
    id: 20,
    cle: 'siege-ailleurs',
    departementCode: '48',
    communeCode: '48095',
    communeSiegeCode: '23096',
  }),
  structureRow({ id: 21, cle: 'sans-poste', departementCode: '48', communeCode: '48095', postes: 0 }),
])
db.insert(poste)
  .values({
    id: 20,
    sourceId: 1,
    line: 30,
    structureId: 20,
    nom: 'Structure 20',
    departementCode: '48',
    ruralite: 'rural',
    nombre: 1,
    dateValidation: '2021-04-01',
    investissement: 50000,
    zrr: true,
    qpv: false,
  })
  .run()
const site = siteOn(db)

async function get(path: string): Promise<{ status: number; html: string; text: string }> {
  const response = await site(path)
  const html = await response.text()
  return { status: response.status, html, text: textOf(html) }
}

test('an employer shows its posts at the date of the file, each row, and its places', async () => {
  const { status, text } = await get('/structures/20003456700018')
  expect(status).toBe(200)
  expect(text).toContain('3 postes validés au 5 avril 2023')
  expect(text).toContain('1er juin 2021')
  expect(text).toContain('1er mars 2022')
  expect(text).toContain('lignes 2, 3 du fichier')
  expect(text).toContain('Médiathèque de Guéret')
  expect(text).toContain('SIRET 200 034 567 00018')
})

test('the page of an employer whose posts were withdrawn says so, and no list counts it', async () => {
  const { status, text } = await get('/structures/sans-poste')
  expect(status).toBe(200)
  expect(text).toContain('Cet employeur figure dans la liste avec 0 poste')
  expect(text).not.toContain('le fichier ne dit pas s’ils sont pourvus')
  expect((await get('/departements/48')).html).not.toContain('/structures/sans-poste')
  expect(cellules(db).reduce((sum, { structures }) => sum + structures, 0)).toBe(5)
})

test('posts counted elsewhere than at the seat are said to be', async () => {
  const { text } = await get('/structures/siege-ailleurs')
  expect(text).toContain('Le siège de l’employeur est ailleurs : Guéret (23)')
  expect(text).toContain('comptés là où le fichier les place : Mende')
  expect((await get('/structures/20003456700018')).text).not.toContain('Le siège')
})

test.each([
  ['2A004', 'Ajaccio', '2A'],
  ['97411', 'Saint-Denis', '974'],
  ['98818', 'Nouméa', '988'],
])('a seat in %s, %s, is said to be in %s', async (code, nom, departement) => {
  const there = pays()
  const villes = { departementCode: '48', population: 1, ruralite: 'inconnue', ruraliteEstimee: false } as const
  there
    .insert(commune)
    .values({ ...villes, code, nom })
    .onConflictDoNothing()
    .run()
  insertStructures(there, [
    structureRow({ id: 30, cle: 'siege', departementCode: '48', communeCode: '48095', communeSiegeCode: code }),
  ])
  const html = await (await siteOn(there)('/structures/siege')).text()
  expect(textOf(html)).toContain(`Le siège de l’employeur est ailleurs : ${nom} (${departement})`)
})

test('zoning is said at the date of validation, the investment as the file estimates it', async () => {
  const { text } = await get('/structures/siege-ailleurs')
  expect(text).toContain('À la date de validation')
  expect(text).toContain('en ZRR')
  expect(text).toMatch(/50\s000\s€/)
})

test('an employer without a known place says so', async () => {
  expect((await get('/structures/21480061300012')).text).toContain(
    'Aucun lieu où rencontrer ses conseillers n’est publié',
  )
})

test('an employer that does not exist: 404', async () => {
  expect((await get('/structures/12345678901234')).status).toBe(404)
})
