import { expect, test } from 'vitest'
import { squaresOf } from '#app/domain/carte/noms.ts'
import { siteOn } from '#tests/pages/site.ts'
import { paysSitue } from '#tests/support/pays-situe.ts'

const db = paysSitue()
const site = siteOn(db)
const [creuse] = squaresOf([46.16, 1.87, 46.17, 1.88], 9)
const query = `z=${creuse?.z}&x=${creuse?.x}&y=${creuse?.y}`

test('a square gives its towns, the most populated first, and no other', async () => {
  const { noms } = await (await site(`/noms.json?${query}`)).json()
  const expected = db.$client
    .prepare(
      "select nom, lat, lon, population from commune where code in ('23096', '23008', '23076') order by population desc",
    )
    .raw()
    .all()
  expect(noms).toEqual(expected)
})

test('under the version of the data it is kept for ever, and asked again without it', async () => {
  const version = /\/noms\.json\?v=([^&"]+)/.exec(await (await site('/?departement=23')).text())?.[1]
  const kept = await site(`/noms.json?v=${version}&${query}`)
  expect(kept.headers.get('Cache-Control')).toContain('immutable')
  expect((await site(`/noms.json?v=old&${query}`)).headers.get('Cache-Control')).toBeNull()
})

test('a square of a dense country is bounded', async () => {
  const many = paysSitue()
  const add = many.$client.prepare(
    `insert into commune (code, nom, departement_code, population, lat, lon, ruralite, ruralite_estimee)
     values (?, ?, '23', ?, 46.2, 1.9, 'rural', 0)`,
  )
  for (let rang = 0; rang < 400; rang += 1) add.run(`Z${1000 + rang}`, `Village ${rang}`, rang)
  const { noms } = await (await siteOn(many)(`/noms.json?${query}`)).json()
  expect(noms.length).toBe(150)
})

test.each(['', '?z=9', '?z=11&x=1&y=1', '?z=2&x=4&y=0', '?z=1&x=-1&y=0', '?z=a&x=0&y=0'])('%s: 400', async (search) => {
  expect((await site(`/noms.json${search}`)).status).toBe(400)
})

test('the map is given the commune that was searched, and the departments that have no place', async () => {
  const carteOf = async (path: string) => {
    const props = /data-props="([^"]*)"/.exec(await (await site(path)).text())?.[1] ?? ''
    return JSON.parse(props.replaceAll('&quot;', '"').replaceAll('&amp;', '&'))
  }
  expect(await carteOf('/?commune=23096')).toMatchObject({
    repere: { lat: 46.169, lon: 1.872, nom: 'Guéret' },
    vides: [],
  })
  expect((await carteOf('/?lat=46.1&lon=1.8')).repere).toEqual({ lat: 46.1, lon: 1.8, nom: 'Point choisi' })
  const rural = await carteOf('/?ruralite=rural&departement=75&departement=23')
  expect([rural.repere, rural.vides]).toEqual([null, ['75']])
})
