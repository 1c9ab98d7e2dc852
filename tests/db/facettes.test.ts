import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emptyFilters, type Filters, parseFilters, writeFilters } from '#app/domain/filters.ts'
import { type Facettes, facettes, type Option } from '#db/facettes.server.ts'
import { pays } from '#tests/support/pays.ts'
import { asking } from '#tests/support/selection.ts'

const db = pays()
const facettesUnder = (search: string | URLSearchParams) => facettes(db, asking(db, search))
const counts = (options: Option[]) => options.filter((o) => o.nombre > 0).map((o) => [o.valeur, o.nombre])

test('every option is counted, those without any place included', () => {
  const { departement, ruralite, densite, frr, gratuit, service } = facettesUnder('')
  expect(departement.map((o) => [o.label, o.nombre])).toEqual([
    ['Creuse (23)', 4],
    ['Lozère (48)', 2],
    ['Paris (75)', 2],
    ['La Réunion (974)', 2],
  ])
  expect(ruralite.map((o) => [o.valeur, o.nombre])).toEqual([
    ['rural', 3],
    ['intermediaire', 4],
    ['urbain', 2],
    ['inconnue', 1],
  ])
  expect(densite.map((o) => o.nombre)).toEqual([2, 1, 3, 0, 1, 2, 0])
  expect([frr.nombre, gratuit.nombre]).toEqual([5, 1])
  expect(counts(service)).toEqual([
    ['aide-aux-demarches-administratives', 2],
    ['loisirs-et-creations-numeriques', 2],
  ])
})

test('the four classes of rurality sum to the total under any department', () => {
  for (const code of ['23', '48', '75', '974']) {
    const { ruralite } = facettesUnder(`departement=${code}`)
    expect(ruralite.reduce((n, o) => n + o.nombre, 0)).toBe(asking(db, `departement=${code}`).lieux().length)
  }
})

test('an option is counted under the other filters, its own filter left out', () => {
  const { departement, ruralite } = facettesUnder('departement=23&ruralite=rural')
  expect(counts(departement)).toEqual([
    ['23', 2],
    ['48', 1],
  ])
  expect(counts(ruralite)).toEqual([
    ['rural', 2],
    ['intermediaire', 2],
  ])
  expect(departement.find((o) => o.choisi)?.valeur).toBe('23')
  expect(ruralite.filter((o) => o.choisi).map((o) => o.valeur)).toEqual(['rural'])
})

/** The count of an option said another way: what the list would hold with this option alone in its filter. */
function expectedCount(filters: Filters, key: keyof Facettes, valeur: string): number {
  const params = writeFilters({ ...filters, [key]: emptyFilters()[key] })
  params.append(key, valeur)
  return asking(db, params).lieux().length
}

test('any option of any filter counts what the list would then hold', () => {
  const some = <T extends string>(...values: T[]) => fc.subarray(values)
  const search = fc
    .record({
      departement: some('23', '48', '974'),
      ruralite: some('rural', 'intermediaire', 'inconnue'),
      densite: some('3', '6'),
      frr: some('1'),
      q: some('numerique', 'e'),
      commune: some('23096'),
      service: some('loisirs-et-creations-numeriques', 'aide-aux-demarches-administratives'),
      gratuit: some('1'),
    })
    .map(
      (record) =>
        new URLSearchParams(
          Object.entries(record).flatMap(([key, vs]) => vs.slice(0, key === 'q' ? 1 : 9).map((v) => [key, v])),
        ),
    )
  fc.assert(
    fc.property(search, (params) => {
      const { filters, errors } = parseFilters(params)
      expect(errors).toEqual([])
      for (const [key, options] of Object.entries(facettesUnder(params)) as [keyof Facettes, Option | Option[]][]) {
        for (const { valeur, nombre } of [options].flat()) {
          expect([key, valeur, nombre]).toEqual([key, valeur, expectedCount(filters, key, valeur)])
        }
      }
    }),
    { numRuns: 40 },
  )
})
