import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { LICENCES_PATH, licencesOf, writeLicences } from '#scripts/licences.ts'
import { siteOn, textOf } from '#tests/pages/site.ts'
import { databaseOf } from '#tests/support/database.ts'

const licences = JSON.parse(readFileSync(LICENCES_PATH, 'utf8')) as Record<string, string>
const licenceOf = new Map(
  Object.entries(licences).flatMap(([licence, noms]) => noms.split(', ').map((nom) => [nom, licence] as const)),
)
const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'))

test('the file is what the lock files say (npm run licences makes it again)', () => {
  expect(readFileSync(LICENCES_PATH, 'utf8')).toBe(writeLicences())
})

test('each package that the product runs is in it, under the licence of the installed one; none that only builds is', () => {
  for (const nom of Object.keys(dependencies)) {
    const { license } = JSON.parse(readFileSync(`node_modules/${nom}/package.json`, 'utf8'))
    // Its package says "see LICENSE", which is the licence of Bitstream Vera.
    expect([nom, licenceOf.get(nom)]).toEqual([nom, nom === 'dejavu-fonts-ttf' ? 'Bitstream Vera' : license])
  }
  for (const nom of ['vitest', '@biomejs/biome', 'playwright-core', 'axe-core'].filter((one) => one in devDependencies))
    expect([nom, licenceOf.has(nom)]).toEqual([nom, false])
})

test('a package that says no licence is asked about, not left out', () => {
  const lock = JSON.stringify({ packages: { '': {}, 'node_modules/a': { license: 'MIT' }, 'node_modules/b': {} } })
  expect(() => licencesOf([lock])).toThrow('b ne dit pas sa licence')
})

test('the legal page lists what the product ships, README each of its licences', async () => {
  const text = textOf(await (await siteOn(databaseOf())('/mentions-legales')).text())
  const readme = readFileSync('README.md', 'utf8')
  for (const [licence, noms] of Object.entries(licences)) {
    expect(text).toContain(`${licence} ( ${noms.split(', ').length} )`.replaceAll('( ', '(').replaceAll(' )', ')'))
    expect(text).toContain(noms)
    expect(readme).toContain(licence)
  }
})
