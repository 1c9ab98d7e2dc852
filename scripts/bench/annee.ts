import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { archiveFile, archiveOf, sha256Of } from '#scripts/import/gather/archive.ts'
import { writePlaces } from './generate.ts'
import { runImport } from './import.ts'
import { ms } from './measure.ts'

const MONTHS = 12
const PROVENANCE = { fichier: 'lieux.csv', titre: 'lieux', url: null, producteur: null, licence: null }

/**
 * After a year of monthly files of places: the import that reads them, as nothing is remembered of them yet, then that of
 * the next day, which reads its own only. In processor time, against the import of one file without an archive.
 */
export async function benchYear(folder: string, rows: number): Promise<void> {
  console.log(`\nA year of monthly files of ${rows.toLocaleString('en')} places`)
  const [alone, out] = ['seule', 'annee'].map((name) => join(folder, name, 'annuaire.sqlite')) as [string, string]
  const first = await workOf(await writeMonth(folder, rows, 0), alone)
  say('without an archive', first, first)
  for (let month = 0; month < MONTHS; month += 1) {
    const path = await writeMonth(folder, rows, month)
    const file = { path, kind: 'lieux' as const, millesime: dayOf(month), sha256: await sha256Of(path) }
    archiveFile(archiveOf(out), { ...file, provenance: PROVENANCE })
  }
  say('all of them read', await workOf(await writeMonth(folder, rows, MONTHS), out), first)
  say('the next day', await workOf(await writeMonth(folder, rows, MONTHS + 1), out), first)
}

/** Of every other month the places are the same, but for a row of its own. */
async function writeMonth(folder: string, rows: number, month: number): Promise<string> {
  const path = join(folder, `lieux-${dayOf(month)}.csv`)
  writePlaces(path, rows, { later: month % 2 === 1 })
  appendFileSync(path, `\n"banc_${month}"`)
  return path
}

function dayOf(month: number): string {
  return new Date(Date.UTC(2025, month, 1)).toISOString().slice(0, 10)
}

async function workOf(csv: string, out: string): Promise<number> {
  return (await runImport(csv, out)).work
}

function say(what: string, work: number, first: number): void {
  console.log(`  ${what.padEnd(24)} ${ms(work)}   ${(work / first).toFixed(2)} ×`)
}
