import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from '#db/sqlite.ts'
import { population, sha256Of, siteWeb } from './editions.ts'

/**
 * What the import must not be, to prove that the checks would see it: an update of the published database row by row,
 * where it is, and a copy of the source under its final name. Left to its end, it gives a sound edition.
 * Arguments: the database, the number of the edition, its files of places and of communes.
 */
const [out, numero, lieux, communes] = process.argv.slice(2) as [string, string, string, string]

function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1)
}

function copySlowly(path: string, kind: string, date: string): void {
  const target = join(dirname(out), 'archive', kind, `${date}-${sha256Of(path)}.csv`)
  mkdirSync(dirname(target), { recursive: true })
  writeFileSync(target, '')
  const bytes = readFileSync(path)
  for (let at = 0; at < bytes.length; at += 4096) {
    appendFileSync(target, bytes.subarray(at, at + 4096))
    pause()
  }
}

copySlowly(lieux, 'lieux', '2024-06-01')
copySlowly(communes, 'communes', '2024-01-01')
const client = new Database(out)
client.pragma('journal_mode = OFF')
const update = client.prepare('UPDATE lieu SET sites_web = ? WHERE numero = ?')
for (const id of client.prepare('SELECT numero FROM lieu').pluck().all()) {
  update.run(JSON.stringify([siteWeb(Number(numero))]), id)
  pause()
}
client.prepare("UPDATE commune SET population = ? WHERE code = '51454'").run(population(Number(numero)))
for (const [kind, path] of Object.entries({ lieux, communes }))
  client.prepare('UPDATE source SET sha256 = ? WHERE kind = ?').run(sha256Of(path), kind)
client.close()
