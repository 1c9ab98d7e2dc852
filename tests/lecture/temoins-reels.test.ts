import { describe, expect, test } from 'vitest'
import { locateLieu } from '#app/lecture/locate.ts'
import { readCodeInsee, readCodePostal } from '#app/lecture/normalise/codes.ts'
import { readCoordinates } from '#app/lecture/normalise/coordonnees.ts'
import { startJournal } from '#app/lecture/normalise/journal.ts'
import { openTable } from '#app/lecture/read-file.ts'
import { loadReferentiel } from '#app/lecture/referentiel.ts'
import { isUncut } from '#app/lecture/table.ts'
import { HAS_REAL_FILES, NO_REAL_FILES, realFile } from '#tests/import/files.ts'

const LIEUX = { commune: 'commune', codeInsee: 'code_insee' }
const FRANCE_SERVICES = { commune: 'lib_com', codeInsee: 'insee_com' }

describe.skipIf(!HAS_REAL_FILES)(`the rows of the published files${NO_REAL_FILES}`, () => {
  test('no place is farther than its commune allows from a point on which the name agrees', async () => {
    const { territoire } = await loadReferentiel({ communes: realFile('geo-api-communes.json') })
    let agreeing = 0
    const far: string[] = []
    for (const [file, colonnes] of [
      ['conum-permanences-2022-07.csv', LIEUX],
      ['lieux-data-inclusion-2023-01.csv', LIEUX],
      ['lieux-le-havre-2024.csv', LIEUX],
      ['france-services-2024-08-01.csv', FRANCE_SERVICES],
      ['france-services-2022-12-01.csv', FRANCE_SERVICES],
    ] as const) {
      const table = await openTable(realFile(file))
      for await (const rows of table.rows()) {
        for (const row of rows) {
          const point = isUncut(row) ? null : readCoordinates(row.cells, startJournal(0))
          const nom = row.cells[colonnes.commune] ?? ''
          const named = point === null ? [] : territoire.noms.named(nom)
          if (point === null || !named.some((one) => territoire.believes(point, one, one.departement))) continue
          const journal = startJournal(row.line)
          const [codeInsee, codePostal] = [
            readCodeInsee(row.cells, journal, colonnes.codeInsee),
            readCodePostal(row.cells, journal),
          ]
          const place = locateLieu({ codeInsee, codePostal, communeNom: nom }, point, territoire, journal)
          if (place === null) continue
          agreeing += 1
          if (!territoire.believes(point, place.commune, place.departement)) far.push(`${file}:${row.line} ${nom}`)
        }
      }
    }
    expect(agreeing).toBeGreaterThan(10_000)
    expect(far).toEqual([])
  })
})
