import { expect, test } from 'vitest'
import { siteOn, textOf } from '#tests/pages/site.ts'
import { paysCouvert } from '#tests/support/pays-couvert.ts'

const site = siteOn(paysCouvert())
const json = async (path: string) => (await site(path)).json()

test('the country, its four classes that sum to it, and the shares within 5, 10 and 20 km', async () => {
  const response = await site('/api/v1/couverture')
  expect(response.status).toBe(200)
  expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*')
  const { national, source } = await response.json()
  expect(national).toMatchObject({
    postes: 11,
    structures: 4,
    lieux: 10,
    population: 2_308_100,
    postes_pour_10000: 0.05,
  })
  expect(Object.keys(national.ruralite).sort()).toEqual(['inconnue', 'intermediaire', 'rural', 'urbain'])
  expect(national.ruralite.rural).toMatchObject({ postes: 2, lieux: 3, population: 7100, postes_pour_10000: 2.82 })
  for (const key of ['postes', 'structures', 'lieux', 'population']) {
    const classes = Object.values(national.ruralite) as Record<string, number>[]
    expect(
      classes.reduce((sum, one) => sum + (one[key] ?? 0), 0),
      key,
    ).toBe(national[key])
  }
  // Of 2,056,100 inhabitants of a known centre, Villefort's 600 and Papeete's 26,000 have no place within 20 km.
  expect(national.distance).toEqual({ 5: 0.9871, 10: 0.9871, 20: 0.9871 })
  expect(
    source.map(({ titre, date, licence, demonstration }: Record<string, unknown>) => [
      titre,
      date,
      licence,
      demonstration,
    ]),
  ).toEqual([
    ['Lieux de médiation', '2026-01-10', 'Licence Ouverte 2.0', false],
    ['Structures 2023', '2023-04-05', 'Licence Ouverte 2.0', false],
  ])
})

test('every department and territory, by code, with two decimals', async () => {
  const { departements, source } = await json('/api/v1/departements')
  expect(departements.map(({ code }: { code: string }) => code)).toEqual(['23', '48', '75', '974', '987'])
  expect(departements[0]).toMatchObject({
    ...{ code: '23', nom: 'Creuse', region: 'Nouvelle-Aquitaine', population: 17500 },
    ...{ postes: 2, structures: 1, lieux: 4, postes_pour_10000: 1.14 },
  })
  expect(departements[4]).toMatchObject({ nom: 'Polynésie française', lieux: 0, postes: 2, postes_pour_10000: 0.77 })
  expect(source).toHaveLength(2)
})

test('the departments sum to the country', async () => {
  const [{ departements }, { national }] = await Promise.all([json('/api/v1/departements'), json('/api/v1/couverture')])
  for (const key of ['postes', 'structures', 'lieux', 'population']) {
    expect(
      departements.reduce((sum: number, one: Record<string, number>) => sum + (one[key] ?? 0), 0),
      key,
    ).toBe(national[key])
  }
})

test.each([
  ['departements', 'Cette adresse lit : fields, tableur.'],
  ['couverture', 'Cette adresse n’en lit aucun.'],
])('%s refuses a parameter that it does not read, and says what it reads: %s', async (name, suite) => {
  const response = await site(`/api/v1/${name}?departement=23`)
  expect(response.status).toBe(400)
  expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*')
  expect(response.headers.get('Content-Type')).toContain('application/problem+json')
  const { status, erreur, detail } = await response.json()
  expect([status, erreur]).toEqual([400, detail])
  expect(detail).toBe(`Le paramètre « departement » n’existe pas. ${suite}`)
})

test('however long what was typed, a refusal says forty characters of it, on the page, in its files and in the API', async () => {
  const typed = 'z'.repeat(6000)
  for (const param of ['indicateur', 'maille', 'niveaux', 'classes', 'trier']) {
    const texts = ['/couverture', '/couverture/couverture.csv'].map(async (path) => {
      const response = await site(`${path}?${param}=${typed}`)
      expect([path, param, response.status]).toEqual([path, param, 400])
      return textOf(`<body>${await response.text()}`)
    })
    for (const text of await Promise.all(texts)) {
      expect(text).toContain(`Le paramètre « ${param} » ne connaît pas « ${'z'.repeat(40)}… »`)
      expect(text).not.toContain('z'.repeat(41))
    }
  }
  const { erreur } = await json(`/api/v1/couverture?${typed}=1`)
  expect(erreur).toContain(`Le paramètre « ${'z'.repeat(40)}… » n’existe pas.`)
  expect(erreur).not.toContain('z'.repeat(41))
})
