import { execFileSync } from 'node:child_process'
import { join, resolve } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { openReadOnly } from '#db/connect.server.ts'
import { importArguments } from '#scripts/import-command.ts'
import { siteOn, textOf } from '#tests/pages/site.ts'
import { structuresCsv, workFolder } from './files.ts'

// Each test runs several whole imports, a few seconds each on a busy machine.
vi.setConfig({ testTimeout: 180_000 })

const ROOT = resolve(import.meta.dirname, '../..')
const folder = workFolder()
afterAll(folder.remove)

const reims = (posts: number, date: string) => [
  ['VILLE', 'Reims', 'Marne', String(posts), date, '43493312300029', '51', '51454', '51100'],
]
const EN_2021 = folder.write('structures-2021-05-19.csv', structuresCsv(reims(2, '19/05/2021')))
const EN_2022 = folder.write('structures-2022-06-01.csv', structuresCsv(reims(9, '01/06/2022')))
const EN_2023 = folder.write('structures-2023-04-05.csv', structuresCsv(reims(7, '05/04/2023')))

/** The page after these imports, each of one or several files, into one database. */
async function pageAfter(name: string, ...imports: string[][]) {
  const out = join(folder.path, name, 'annuaire.sqlite')
  for (const files of imports) {
    const args = [...importArguments(), ...files, '--out', out, '--json']
    execFileSync(process.execPath, args, { cwd: ROOT, env: { ...process.env, DATABASE_PATH: '' }, stdio: 'pipe' })
  }
  const db = openReadOnly(out)
  try {
    const response = await siteOn(db)('/evolution')
    // The day it was seen stands in the citation: a test may begin before midnight.
    return { status: response.status, html: (await response.text()).replace(/consulté le [^)]*/, '') }
  } finally {
    db.$client.close()
  }
}

test('files imported together, or one after the other in any order, give the same page', async () => {
  const together = await pageAfter('ensemble', [EN_2021, EN_2023])
  expect(together.status).toBe(200)
  expect(textOf(together.html)).toContain('passée de 2 à 7 postes, soit 5 de plus')
  expect(await pageAfter('apres', [EN_2021], [EN_2023])).toEqual(together)
  expect(await pageAfter('avant', [EN_2023], [EN_2021])).toEqual(together)
})

test('a third file, imported between the two, is one more point and changes neither end', async () => {
  const { html } = await pageAfter('trois', [EN_2021, EN_2023], [EN_2022])
  expect(textOf(html)).toContain('passée de 2 à 7 postes, soit 5 de plus')
  expect(textOf(html)).toContain('1er juin 2022 9 +7 5 avril 2023 7 −2')
})
