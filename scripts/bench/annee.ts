import { appendFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { writePlaces } from './generate.ts'
import { runImport } from './import.ts'
import { ms } from './measure.ts'

const MONTHS = 13

/**
 * A year of monthly files of places in the archive, then the import of one more, against the first one: what older files
 * have left is remembered, so that none is read again. Then the same without that memory.
 */
export async function benchYear(folder: string, rows: number): Promise<void> {
  const out = join(folder, 'annee', 'annuaire.sqlite')
  console.log(`\nA year of monthly files of ${rows.toLocaleString('en')} places`)
  const durations: number[] = []
  for (let month = 0; month < MONTHS; month += 1) {
    const day = new Date(Date.UTC(2025, month, 1)).toISOString().slice(0, 10)
    const csv = join(folder, `lieux-${day}.csv`)
    writePlaces(csv, rows, { later: month % 2 === 1 })
    // A file of its own, though the places of every other month are the same.
    appendFileSync(csv, `\n"banc_${day}"`)
    durations.push(await importOf(csv, out))
    say(`import of ${day}`, durations.at(-1) as number, durations[0] as number)
    if (month < MONTHS - 1) continue
    rmSync(join(folder, 'annee', 'archive', 'lignee'), { recursive: true })
    say('the last one, without memory', await importOf(csv, out), durations[0] as number)
  }
}

async function importOf(csv: string, out: string): Promise<number> {
  const { steps } = await runImport(csv, out)
  return steps.reduce((sum, [, duration]) => sum + duration, 0)
}

function say(what: string, duration: number, first: number): void {
  console.log(`  ${what.padEnd(28)} ${ms(duration)}   ${(duration / first).toFixed(2)} ×`)
}
