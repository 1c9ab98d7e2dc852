import { type Point, toMetre } from '#app/domain/distance.ts'
import { nearestOf, type Situes } from '#app/domain/distance-proche.ts'
import type { Db } from '#db/connect.server.ts'

/** Writes for each commune with a known centre how far the nearest place of a conseiller numérique is, and which. */
export function writeDistances({ $client }: Db): void {
  const places = readSitues($client)
  const communes = $client.prepare<[], Point & { code: string }>(
    'SELECT code, lat, lon FROM commune WHERE lat IS NOT NULL',
  )
  const update = $client.prepare('UPDATE commune SET distance_km = ?, lieu_proche = ? WHERE code = ?')
  for (const { code, ...centre } of communes.all()) {
    const nearest = nearestOf(places, centre)
    if (nearest !== null) update.run(toMetre(nearest.km), places.numero[nearest.rang], code)
  }
}

function readSitues(client: Db['$client']): Situes {
  const rows = client
    .prepare<[], [numero: number, lat: number, lon: number]>(
      `SELECT numero, lat, lon FROM lieu WHERE reseau = 'conseiller-numerique' AND lat IS NOT NULL ORDER BY lat`,
    )
    .raw()
  const size = client.prepare<[], number>('SELECT count(*) FROM lieu').pluck().get() as number
  const [lat, lon, numero] = [new Float64Array(size), new Float64Array(size), new Int32Array(size)]
  let rang = 0
  for (const row of rows.iterate()) {
    ;[numero[rang], lat[rang], lon[rang]] = row
    rang += 1
  }
  return { lat: lat.subarray(0, rang), lon: lon.subarray(0, rang), numero: numero.subarray(0, rang) }
}
