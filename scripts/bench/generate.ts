import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Papa from 'papaparse'
import { createRandom } from '#app/domain/scenarios/hasard.ts'

const DEMO = fileURLToPath(new URL('../../data/demo', import.meta.url))

/**
 * Writes `count` distinct places to `path`: the demonstration's rows again and again, each time under another
 * name, id and house number, its point moved by up to 3 km. The same file each time. `later`: as the same places are
 * published afterwards, of ten one renamed, one moved in its commune, one under another id; of a hundred one is gone.
 */
export function writePlaces(path: string, count: number, { later = false } = {}): void {
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
    const changed = (rest: number) => later && i % 10 === rest
    return {
      ...row,
      id: changed(3) ? `autre_${i}` : `banc_${i}`,
      pivot: '00000000000000',
      nom: `${row.nom} ${changed(1) ? 'renommé ' : ''}${i}`,
      adresse: `${(turn % 300) + 1} ${changed(2) ? 'bis ' : ''}${row.adresse}`,
      latitude: move(row.latitude),
      longitude: move(row.longitude),
    }
  })
  const kept = later ? rows.filter((_, i) => i % 100 !== 0) : rows
  writeFileSync(path, Papa.unparse(kept, { columns: meta.fields ?? [], quotes: true }))
}
