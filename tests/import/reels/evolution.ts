import { expect, test } from 'vitest'
import type { Db } from '#db/connect.server.ts'
import { siteOn } from '#tests/pages/site.ts'
import { rowsIn } from '#tests/support/tableaux-page.ts'
import { POSTES_2021, POSTES_2023, postesBruts, sumOf } from './brut.ts'

/** The page of change on the published files. */
export function testEvolution(reel: () => Db): void {
  test('/evolution shows for each department what both files sum to, and the difference', async () => {
    const html = await (await siteOn(reel())('/evolution')).text()
    const files = [postesBruts(POSTES_2021), postesBruts(POSTES_2023)] as const
    const shown = rowsIn(html, 'departements')
    const codes = new Set(files.flat().map(({ departement }) => departement))
    expect(shown.map(({ Code }) => Code).sort()).toEqual(['', ...[...codes].sort()])
    for (const row of shown) {
      const code = row.Code as string
      const [before, after] = files.map((rows) =>
        sumOf(
          rows.filter(({ departement }) => code === '' || departement === code),
          ({ postes }) => postes,
        ),
      ) as [number, number]
      expect(row, code).toMatchObject({
        'Postes validés au 19 mai 2021': String(before),
        'Postes validés au 5 avril 2023': String(after),
        Écart: String(after - before),
        'Écart en %': before === 0 ? '' : String(Math.round((after / before - 1) * 1000) / 1000),
      })
    }
  })
}
