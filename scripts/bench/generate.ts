import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Papa from 'papaparse'
import { createRandom } from '#app/domain/hasard.ts'

const DEMO = fileURLToPath(new URL('../../data/demo', import.meta.url))

/**
 * Writes `count` distinct places to `path`: the demonstration's rows again and again, each time under another
 * name, id and house number, its point moved by up to 3 km. The same file each time.
 */
export function writePlaces(path: string, count: number): void {
  const name = readdirSync(DEMO).find((one) => one.startsWith('lieux-')) ?? ''
  const { data, meta } = Papa.parse<Record<string, string>>(readFileSync(join(DEMO, name), 'utf8'), {
    header: true,
    skipEmptyLines: true,
  })
  const random = createRandom(1)
  const rows = Array.from({ length: count }, (_, i) => {
    const row = data[i % data.length] as Record<string, string>
    const turn = Math.floor(i / data.length)
    const move = (text: string | undefined) => (text ? (Number(text) + (random() - 0.5) * 0.06).toFixed(6) : '')
    return {
      ...row,
      id: `banc_${i}`,
      pivot: '00000000000000',
      nom: `${row.nom} ${i}`,
      adresse: `${(turn % 300) + 1} ${row.adresse}`,
      latitude: move(row.latitude),
      longitude: move(row.longitude),
    }
  })
  writeFileSync(path, Papa.unparse(rows, { columns: meta.fields ?? [], quotes: true }))
}
