import { expect, test } from 'vitest'
import { CHIFFRES } from '#app/domain/chiffres/table.ts'
import { siteOn, textOf } from '#tests/pages/site.ts'
import { databaseOf } from '#tests/support/database.ts'
import { paysCouvert } from '#tests/support/pays-couvert.ts'

const db = paysCouvert()
const site = siteOn(db)
const json = async (path: string, ask = site) => (await ask(`/api/v1/${path}`)).json()
const count = (sql: string) => db.$client.prepare(sql).pluck().get()

test('every figure of the table has an address, with its sentence, its unit, its date and its source', async () => {
  const { chiffres, source } = await json('chiffres')
  expect(chiffres.map(({ id }: { id: string }) => id)).toEqual(Object.keys(CHIFFRES))
  expect(source.length).toBeGreaterThan(1)
  for (const une of chiffres) {
    const { chiffre } = await json(`chiffres/${une.id}`)
    expect(chiffre).toEqual(une)
    expect(chiffre.phrase).toContain(chiffre.nom)
    expect(chiffre.unite).toMatch(/\w/)
    expect(chiffre.url).toBe(`https://carte.example/api/v1/chiffres/${une.id}`)
  }
})

test('its value is what the database counts, in France and in a department', async () => {
  const lieux = count("select count(*) from lieu where reseau = 'conseiller-numerique'")
  expect((await json('chiffres/lieux')).chiffre).toMatchObject({ valeur: lieux, date: '2026-01-10', unite: 'nombre' })
  const { chiffre } = await json('chiffres/lieux?departement=23')
  const own = count("select count(*) from lieu where reseau = 'conseiller-numerique' and departement_code = '23'")
  expect([chiffre.valeur, chiffre.territoire]).toEqual([own, { code: '23', nom: 'Creuse' }])
  const postes = count(`select sum(nombre) from poste p join source s on s.id = p.source_id
    where s.courante = 1 and s.kind = 'structures'`)
  const { chiffre: dits } = await json('chiffres/postes')
  expect(dits.valeur).toBe(postes)
  expect(dits.phrase).toMatch(/^Postes validés au 5 avril 2023, France : \d+\.$/)
})

test('each figure names the script that makes it again, which is there', async () => {
  const { chiffres } = await json('chiffres')
  expect(chiffres.filter(({ script }: { script: string | null }) => script === null)).toEqual([])
  const scripts: string[] = chiffres.map(({ script }: { script: string }) => script)
  for (const url of new Set(scripts)) expect((await site(new URL(url).pathname)).status).toBe(200)
})

test('a figure without its file is unknown, never zero, and says which file is missing', async () => {
  const vide = siteOn(databaseOf())
  const { chiffre } = await json('chiffres/lieux', vide)
  expect(chiffre.valeur).toBeNull()
  expect(textOf(`<body>${chiffre.phrase}`)).toContain('fichier des lieux n’est pas importé')
  const { national } = await json('couverture', vide)
  expect([national.lieux, national.postes, national.distance[5]]).toEqual([null, null, null])
})

test('a figure that nobody counts is a 404 that names those that are', async () => {
  const response = await site('/api/v1/chiffres/zzz')
  expect(response.status).toBe(404)
  expect((await response.json()).detail).toContain('postes-10000')
})
