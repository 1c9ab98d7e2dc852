import { Window } from 'happy-dom'
import { expect, test } from 'vitest'
import { lieuAncien, lieuChange } from '#db/schema.ts'
import { ORIGIN, siteOn } from '#tests/pages/site.ts'
import { insertLieux, lieuRow } from '#tests/support/database.ts'
import { pays } from '#tests/support/pays.ts'

const EPCI = '200034825'
const db = pays()
db.$client.prepare('update commune set epci_code = ? where code = ?').run(EPCI, '23096')
const guere = { departementCode: '23', communeCode: '23096', communeNom: 'Guéret' }
insertLieux(db, [
  lieuRow({ ...guere, numero: 60, id: 'nouveau', nom: 'ESPACE NEUF', vuDepuis: '2026-01-10', dateMaj: '2026-01-05' }),
  lieuRow({ ...guere, numero: 61, id: 'demain', dateMaj: '2031-01-01' }),
  lieuRow({ numero: 62, id: 'lozere', departementCode: '48', dateMaj: '2026-01-09', vuDepuis: '2026-01-10' }),
  lieuRow({ ...guere, numero: 63, id: 'guichet', reseau: 'france-services', dateMaj: '2026-01-08' }),
  lieuRow({ numero: 64, id: 'modifie', departementCode: '48', communeNom: 'Mende', dateMaj: '2025-11-20' }),
])
db.insert(lieuChange)
  .values({ lieuNumero: 64, le: '2025-12-01', champs: ['telephone', 'horaires'] })
  .run()
const parti = { ...guere, reseau: 'conseiller-numerique', vuLe: '2025-06-01', disparuLe: '2026-01-10' } as const
db.insert(lieuAncien)
  .values([
    { ...parti, id: 'ferme', nom: 'Salle des fêtes' },
    { ...parti, id: 'joint', nom: 'Ancienne salle', versId: 'nouveau' },
  ])
  .run()
const site = siteOn(db)

async function entriesOf(path: string): Promise<string[]> {
  const response = await site(path)
  expect([response.status, response.headers.get('Content-Type')]).toEqual([200, 'application/atom+xml; charset=utf-8'])
  const xml = new new Window().DOMParser().parseFromString(await response.text(), 'application/xml')
  expect(xml.querySelector('link[rel=self]')?.getAttribute('href')).toBe(ORIGIN + path)
  return [...xml.querySelectorAll('entry')].map((entry) => {
    const said = (name: string) => entry.querySelector(name)?.textContent ?? ''
    return `${said('updated').slice(0, 10)} | ${said('title')} | ${said('summary')}`.replace(/[\u00a0\u202f]/g, ' ')
  })
}

test.each(['/flux/departements/23.xml', `/flux/epci/${EPCI}.xml`])(
  '%s says what came, what changed, what was joined and what is gone, the latest first',
  async (path) => {
    expect((await entriesOf(path)).slice(0, 4)).toEqual([
      '2026-01-10 | Lieu absent de la nouvelle liste : Salle des fêtes, Guéret | Absent de la liste du 10 janvier 2026. Le lieu a peut-être fermé, ou changé de nom.',
      '2026-01-10 | Lieu réuni à un autre : Ancienne salle, Guéret | Les deux fiches sont celles du même lieu.',
      '2026-01-10 | Nouveau lieu : Espace Neuf, Guéret | Dans la liste depuis le 10 janvier 2026.',
      '2026-01-05 | Fiche mise à jour : Espace Neuf, Guéret | Sa fiche a été mise à jour le 5 janvier 2026 : voyez l’adresse, le téléphone et les horaires.',
    ])
  },
)

test('the feed of France has every department, no France services, and no date to come', async () => {
  const entries = await entriesOf('/flux/france.xml')
  expect(entries.filter((entry) => entry.includes('Lieu 62'))).toHaveLength(2)
  expect(entries.filter((entry) => /Lieu 6[13]/.test(entry))).toEqual([])
})

test('of a place that two lists say otherwise, the feed says once what changes', async () => {
  const entries = await entriesOf('/flux/departements/48.xml')
  expect(entries.filter((entry) => entry.includes('Lieu 64'))).toEqual([
    '2025-12-01 | Fiche modifiée : Lieu 64, Mende | Ce qui change dans la liste du 1er décembre 2025 : le téléphone, les horaires.',
  ])
})

test('pages name their feed, and so does the home page', async () => {
  const named = async (path: string) =>
    [...(await (await site(path)).text()).matchAll(/<link rel="alternate" type="application\/atom\+xml"[^>]*>/g)]
      .map(([tag]) => / href="([^"]*)"/.exec(tag)?.[1]?.replace(ORIGIN, ''))
      .sort()
  expect(await named('/')).toEqual(['/flux/france.xml'])
  expect(await named('/?departement=23')).toEqual(['/flux/departements/23.xml', '/flux/france.xml'])
  expect(await named('/departements/23')).toEqual(['/flux/departements/23.xml'])
  expect(await named(`/epci/${EPCI}`)).toEqual([`/flux/epci/${EPCI}.xml`])
})

test.each([
  ['/flux/departements/99.xml', 404],
  ['/flux/departements/23.csv', 404],
  ['/flux/epci/123456789.xml', 404],
  ['/flux/regions/23.xml', 404],
])('%s answers %i', async (path, status) => {
  expect((await site(path)).status).toBe(status)
})

test.each(['/flux/departements', '/flux/collectivites/departement'])(
  'a code written otherwise leads to its feed: %s/1.xml',
  async (folder) => {
    const own = pays()
    own.$client.exec("insert into departement (code, nom, population) values ('01', 'Ain', 0)")
    const { status, headers } = await siteOn(own)(`${folder}/1.xml?a=1`)
    expect([status, headers.get('Location')]).toEqual([301, `${folder}/01.xml?a=1`])
  },
)
