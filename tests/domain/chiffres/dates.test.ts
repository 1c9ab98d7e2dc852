import { expect, test } from 'vitest'
import { ageDe, SANS_DATES } from '#app/domain/chiffres/dates.ts'
import { siteOn, textOf } from '#tests/pages/site.ts'
import { paysCouvert } from '#tests/support/pays-couvert.ts'

const DATES = { ...SANS_DATES, lieux: '2022-07-06', structures: '2023-04-05', franceServices: '2024-08-01' }

test('the oldest file comes first, with its age, whatever the younger ones are', () => {
  const age = ageDe(DATES, new Date('2026-11-30T12:00:00Z'))
  expect(age?.phrase).toMatch(/^Données : lieux au 6\sjuillet\s2022 \(il y a 4\sans\), postes au 5\savril\s2023/)
  expect(age?.plusAncienne).toMatch(/^La plus ancienne : lieux au 6\sjuillet\s2022 \(il y a 4\sans\)\.$/)
  expect(ageDe({ ...DATES, lieux: '2026-11-01' }, new Date('2026-11-30T12:00:00Z'))?.plusAncienne).toContain('postes')
  expect(ageDe(SANS_DATES, new Date())).toBeNull()
})

test.each([
  ['2024-01-06', false],
  ['2024-02-06', true],
])('on %s, a file of July 2022 is too old for a page not to open with it: %s', (jour, ancien) => {
  expect(ageDe(DATES, new Date(`${jour}T12:00:00Z`))?.ancien).toBe(ancien)
})

test('a page of figures opens with an age of more than eighteen months, and every page ends with it', async () => {
  const read = async (path: string, jour: string) => {
    const html = await (await siteOn(paysCouvert(), { instant: new Date(jour) })(path)).text()
    return { text: textOf(html), opens: html.includes('class="anciennete"') }
  }
  for (const path of [
    '/couverture',
    '/scenarios',
    '/departements',
    '/departements/23',
    '/epci',
    '/methode',
    '/donnees',
  ]) {
    const { text, opens } = await read(path, '2026-11-30T12:00:00Z')
    expect(opens, path).toBe(true)
    expect(text, path).toMatch(/La plus ancienne : postes au 5\savril\s2023/)
    // Six months after the list of posts.
    expect((await read(path, '2023-10-05T12:00:00Z')).opens, path).toBe(false)
  }
  expect((await read('/besoins', '2026-11-30T12:00:00Z')).text).toMatch(/La plus ancienne : postes au/)
})
