import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import Papa from 'papaparse'
import { afterAll, beforeAll, expect } from 'vitest'
import { copiesOf } from '#app/pages/donnees/copies.server.ts'
import { SCRIPTS } from '#app/pages/methode/recalcul.server.ts'
import type { Db } from '#db/connect.server.ts'
import { build, realFile, workFolder } from '#tests/import/files.ts'
import { siteOn } from '#tests/pages/site.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const FIXTURES = join(ROOT, 'tests/fixtures/recalcul')
const DEMO = join(ROOT, 'data/demo')

/** The files that figures are made again from: of the tests, of the demonstration, or published. */
export type Files = {
  ancien: string
  recent: string
  lieux: string
  grille: string
  communes: string
  franceServices?: string
}
type Write = (name: string, text: string) => string
/** What is compared: the site's database, the files as published, and as a reader has them from the site alone. */
export type Compared = { db: Db; originals: Files; files: Files; published: string; referentiel: string }

/** What a script prints, its rows as objects: run as a reader would, from the project's root. The page says its first line. */
export function run(script: string, ...args: string[]): Record<string, string>[] {
  const text = execFileSync(process.execPath, [`docs/recalcul/${script}.mjs`, ...args], { cwd: ROOT, encoding: 'utf8' })
  expect(text.split('\n')[0]).toBe(SCRIPTS.find(({ nom }) => nom === `${script}.mjs`)?.entete)
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data
}

/** The communes that the project carries, as geo.api.gouv.fr writes them; with those centres that it knows. */
function communesJson(): string {
  const rows = Papa.parse<Record<string, string>>(readFileSync(join(ROOT, 'data/referentiel/communes.csv'), 'utf8'), {
    header: true,
    skipEmptyLines: true,
  }).data
  const communes = rows.map((row) => ({
    code: row.code,
    nom: row.nom,
    codesPostaux: row.codes_postaux?.split('|'),
    population: Number(row.population),
    codeDepartement: row.departement,
  }))
  return JSON.stringify(communes)
}

export function smallFiles(write: Write): Files {
  return {
    ancien: join(FIXTURES, 'structures-2021-05-19.csv'),
    recent: join(FIXTURES, 'structures-2023-04-05.csv'),
    lieux: join(FIXTURES, 'lieux.csv'),
    grille: join(FIXTURES, 'grille.csv'),
    communes: write('communes.json', communesJson()),
  }
}

/** The demonstration has no grid of its own. */
export function demonstrationFiles(write: Write): Files {
  return {
    ...smallFiles(write),
    recent: join(DEMO, 'structures-demonstration-2026-06-30.csv'),
    lieux: join(DEMO, 'lieux-demonstration-2026-06-30.csv'),
    franceServices: join(DEMO, 'lieux-france-services-demonstration-2026-06-30.csv'),
  }
}

export function publishedFiles(): Files {
  return {
    ancien: realFile('conum-structures-2021.csv'),
    recent: realFile('conum-structures-2023-04-05.csv'),
    lieux: realFile('conum-permanences-2022-07.csv'),
    grille: realFile('insee-grille-densite-7-niveaux-2024.csv'),
    communes: realFile('geo-api-communes.json'),
    franceServices: realFile('france-services-2024-08-01.csv'),
  }
}

/** The files imported, and downloaded from the site, before the tests of a suite. */
export function compared(filesOf: (write: Write) => Files): Compared {
  const folder = workFolder()
  const made = {} as Compared
  beforeAll(async () => {
    const originals = filesOf(folder.write)
    const { db } = await build(folder.path, Object.values(originals))
    const site = siteOn(db)
    const download = async (path: string) =>
      folder.write(`site/${path.split('/').at(-1)}`, new Uint8Array(await (await site(path)).arrayBuffer()))
    const published = await download('/api/v1/lieux.csv')
    const referentiel = await download('/donnees/referentiel-communes.csv')
    const noms = new Map(copiesOf(db).map(({ nom, source }) => [source?.fichier, nom]))
    const given = Object.entries(originals).map(async ([key, path]) => {
      return [key, await download(`/donnees/${noms.get(basename(path))}`)] as const
    })
    const files = Object.fromEntries(await Promise.all(given)) as Files
    Object.assign(made, { db, originals, files, published, referentiel })
  })
  afterAll(() => {
    made.db?.$client.close()
    folder.remove()
  })
  return made
}
