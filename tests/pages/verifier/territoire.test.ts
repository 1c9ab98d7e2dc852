import { expect, test } from 'vitest'
import { territoireOf } from '#app/atelier/territoire.server.ts'
import { build, embeddedTerritoire, lieuxCsv, workFolder } from '#tests/import/files.ts'

test('the checker of the site knows the territory that the import knew, commune by commune', async () => {
  const folder = workFolder()
  const { db } = await build(folder.path, [folder.write('lieux.csv', lieuxCsv([{}]))])
  folder.remove()
  const site = territoireOf(db)
  const territoire = await embeddedTerritoire()
  expect(site.communes.length).toBe(territoire.communes.length)
  const strip = ({ region: _region, ...commune }: (typeof site.communes)[0]) => ({
    ...commune,
    codesPostaux: [...commune.codesPostaux].sort(),
    anciensCodes: [...commune.anciensCodes].sort(),
  })
  expect(site.communes.map(strip)).toEqual(territoire.communes.map(strip))
  expect(site.departements).toEqual(territoire.departements)
  for (const code of ['93059', '75111', '97701', '2A004'])
    expect(site.communeOf(code)?.code).toBe(territoire.communeOf(code)?.code)
})
