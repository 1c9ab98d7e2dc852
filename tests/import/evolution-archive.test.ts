import { execFileSync } from 'node:child_process'
import { cpSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openReadOnly } from '#db/connect.server.ts'
import { siteOn, textOf } from '#tests/pages/site.ts'
import { IMPORT } from '#tests/support/served.ts'
import { structuresCsv, workFolder } from './files.ts'

// Each test runs several whole imports, a few seconds each on a busy machine.
vi.setConfig({ testTimeout: 600_000 })

const ROOT = resolve(import.meta.dirname, '../..')
const folder = workFolder()
afterAll(folder.remove)

const reims = (posts: number, date: string) => [
  ['VILLE', 'Reims', 'Marne', String(posts), date, '43493312300029', '51', '51454', '51100'],
]
const EN_2021 = folder.write('structures-2021-05-19.csv', structuresCsv(reims(2, '19/05/2021')))
const EN_2022 = folder.write('structures-2022-06-01.csv', structuresCsv(reims(9, '01/06/2022')))
const EN_2023 = folder.write('structures-2023-04-05.csv', structuresCsv(reims(7, '05/04/2023')))

const outOf = (name: string) => join(folder.path, name, 'annuaire.sqlite')

/** Imports into one database, one after the other, each of one or several files. */
function importEach(name: string, ...imports: string[][]): void {
  for (const files of imports) {
    const args = [IMPORT, ...files, '--out', outOf(name), '--json']
    execFileSync(process.execPath, args, { cwd: ROOT, env: { ...process.env, DATABASE_PATH: '' }, stdio: 'pipe' })
  }
}

beforeAll(() => importEach('ensemble', [EN_2021, EN_2023]))

async function pageOf(name: string) {
  const db = openReadOnly(outOf(name))
  try {
    const response = await siteOn(db)('/evolution')
    // The day it was seen stands in the citation: a test may begin before midnight.
    return { status: response.status, html: (await response.text()).replace(/consulté le [^)]*/, '') }
  } finally {
    db.$client.close()
  }
}

test('files imported together, or one after the other in any order, give the same page', async () => {
  const together = await pageOf('ensemble')
  expect(together.status).toBe(200)
  expect(textOf(together.html)).toContain('passée de 2 à 7 postes, soit 5 de plus')
  importEach('apres', [EN_2021], [EN_2023])
  expect(await pageOf('apres')).toEqual(together)
  importEach('avant', [EN_2023], [EN_2021])
  expect(await pageOf('avant')).toEqual(together)
})

test('a third file, imported between the two, is one more point and changes neither end', async () => {
  // The archive stands beside the database and goes with it.
  cpSync(join(folder.path, 'ensemble'), join(folder.path, 'trois'), { recursive: true })
  importEach('trois', [EN_2022])
  const { html } = await pageOf('trois')
  expect(textOf(html)).toContain('passée de 2 à 7 postes, soit 5 de plus')
  expect(textOf(html)).toContain('1er juin 2022 9 +7 5 avril 2023 7 −2')
})
