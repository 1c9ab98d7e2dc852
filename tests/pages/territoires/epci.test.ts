import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { siteOn, textOf } from '#tests/pages/site.ts'
import { paysCouvert } from '#tests/support/pays-couvert.ts'
import { asOnPage, isShown, rowsIn, tablesIn } from '#tests/support/tableaux-page.ts'

// Two real SIREN: one holds Guéret and Aubusson, the other Florac and Villefort.
const [CREUSE, LOZERE] = ['200034825', '200069268']
const db = paysCouvert()
db.$client.exec(`update commune set epci_code = '${CREUSE}' where code in ('23096', '23008');
  update commune set epci_code = '${LOZERE}' where code in ('48061', '48198')`)
const site = siteOn(db)
const htmlOf = async (path: string) => (await site(path)).text()
const one = (query: string) => String(db.$client.prepare(query).pluck().get())

const DANS = (code: string) => `commune_code in (select code from commune where epci_code = '${code}')`

test.each([CREUSE, LOZERE])(
  'the page of EPCI %s counts what SQL counts in its communes, as /epci does',
  async (code) => {
    const [own] = rowsIn(await htmlOf(`/epci/${code}`), 'chiffres')
    expect(own).toMatchObject({
      Habitants: one(`select sum(population) from commune where epci_code = '${code}'`),
      'Postes validés au 5 avril 2023': one(
        `select total(nombre) from poste where source_id = 1 and ${DANS(code)}`,
      ).replace('.0', ''),
    })
    const lieux = one(`select count(*) from lieu where reseau = 'conseiller-numerique' and ${DANS(code)}`)
    // What the file says nothing of is unknown where it is compared.
    expect(own?.['Lieux d’accueil connus au 10 janvier 2026']).toBe(lieux === '0' ? '' : lieux)
    const rows = Papa.parse<Record<string, string>>(
      (await htmlOf('/epci/fichier/epci.csv')).replace('\uFEFF', '').trim(),
      {
        header: true,
      },
    )
    const listed = rows.data.find(({ Code }) => Code === code)
    expect(listed?.Habitants).toBe(own?.Habitants)
  },
)

test('every table of an EPCI is its file, whose rows begin with the code', async () => {
  const html = await htmlOf(`/epci/${CREUSE}`)
  expect([...tablesIn(html).keys()]).toEqual(['chiffres', 'ruralite', 'communes'])
  for (const [id, [header = [], ...shown]] of tablesIn(html)) {
    const csv = Papa.parse<string[]>((await htmlOf(`/epci/${CREUSE}/${id}.csv`)).replace('\uFEFF', '').trim()).data
    const filed = asOnPage(header, csv)
    expect(filed.length, id).toBe(shown.length)
    for (const [rang, row] of shown.entries())
      for (const [place, cell] of row.entries())
        expect(isShown(cell, filed[rang]?.[place] ?? ''), `${id} ${cell}`).toBe(true)
    if (id !== 'ruralite') expect(csv[0]?.[0], id).toMatch(/^Code/)
  }
})

test('a commune leads to its EPCI; a number that is none is a 404 with the way out', async () => {
  expect(await htmlOf('/communes/23008')).toContain(`href="/epci/${CREUSE}"`)
  const response = await site('/epci/999999999')
  expect([response.status, textOf(await response.text())]).toEqual([404, expect.stringContaining('/epci')])
})

test('a department narrows the list; one that does not exist is refused', async () => {
  expect((await site('/epci?departement=99')).status).toBe(400)
  expect((await site('/epci/fichier/epci.csv?departement=99')).status).toBe(400)
  const sans = [CREUSE, LOZERE].filter((code) => one(`select count(*) from lieu where ${DANS(code)}`) === '0').length
  expect(textOf(await htmlOf('/epci'))).toContain(
    `2 intercommunalités, dont ${sans} sans aucun lieu connu au 10 janvier 2026`,
  )
})

test('a commune without a known place says the posts of its EPCI', async () => {
  db.$client.exec(`update commune set epci_code = '${CREUSE}' where code = '48198'`)
  const text = textOf(await htmlOf('/communes/48198'))
  expect(text).toContain('aucun lieu d’accueil connu au 10 janvier 2026')
  expect(text).toMatch(/Son intercommunalité, .*, en compte 2/)
})
