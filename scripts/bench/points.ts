import { openReadOnly } from '#db/connect.server.ts'
import { documentByNom } from '#db/documents.server.ts'
import { importPlaces } from './databases.ts'

/** The size of the map's points as they travel, of generated places or of one database. */
export function benchPoints(folder: string, counts: number[], database: string | null): void {
  console.log('\nPoints of the map')
  for (const path of database === null ? counts.map((count) => importPlaces(folder, count)) : [database]) {
    const db = openReadOnly(path)
    const lieux = db.$client.prepare('select count(*) from lieu').pluck().get() as number
    const points = documentByNom(db, 'points')
    db.$client.close()
    const name = `${lieux.toLocaleString('en')} places`
    console.log(`  ${name.padEnd(28)} ${kB(points?.brotli.length)} brotli, ${kB(points?.gzip.length)} gzip`)
  }
}

function kB(bytes: number | undefined): string {
  return bytes === undefined ? 'absent' : `${Math.round(bytes / 1000)} kB`
}
