import { brotliCompressSync } from 'node:zlib'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { commune, departement } from '#db/schema.ts'
import { hrefsIn, ORIGIN, simple, siteOn, textOf } from '#tests/pages/site.ts'
import { insertLieux, type LieuRow, lieuRow } from '#tests/support/database.ts'
import { lireQr } from '#tests/support/lire-qr.ts'
import { pays } from '#tests/support/pays.ts'

const SEMAINE = { plages: [{ debut: 1440 + 540, fin: 1440 + 720 }], feries: null, texte: null }
const LONG = 'Établissement « Les Écureuils » & Cie </script><script>alert("x")</script> 😀 '.repeat(5).slice(0, 300)
const lieux: [string, Partial<LieuRow>][] = [
  ['recent', { semaine: SEMAINE, dateMaj: '2026-05-01', lat: 46.1, lon: 2.1, telephone: '+33555000000' }],
  ['perime', { semaine: SEMAINE, dateMaj: '2024-11-01' }],
  ['sans-date', { semaine: SEMAINE, dateMaj: null }],
  ['mobile', { semaine: SEMAINE, dateMaj: '2026-05-01', itinerant: true }],
  ['precise', { semaine: { ...SEMAINE, texte: 'week 1-53/2 Mo 09:00-12:00' }, dateMaj: '2026-05-01' }],
  ['approche', { lat: 46.1, lon: 2.1, precision: 'commune', communeNom: 'Aubusson' }],
  ['hostile', { nom: LONG, adresse: '1 rue "A" </script>', communeNom: 'Guéret', lat: 46.1, lon: 2.1 }],
  ['services', { reseau: 'france-services', itinerant: true, structureId: 1, siret: '20003456700018' }],
  [
    'acces',
    { ficheAccesLibre: 'https://acceslibre.beta.gouv.fr/app/23-gueret/a/x/', priseRdv: 'https://rdv.example/' },
  ],
]
const db = pays()
insertLieux(
  db,
  lieux.map(([id, row], rang) => lieuRow({ numero: 50 + rang, id, departementCode: '23', ...row })),
  [{ lieuNumero: 58, champ: 'acces', valeur: 'Se présenter' }],
)
insertLieux(db, [lieuRow({ numero: 70, id: 'reunion', departementCode: '974', lat: -21.1, lon: 55.5 })])
db.insert(departement).values({ code: '988', nom: 'Nouvelle-Calédonie', population: 270000 }).run()
insertLieux(db, [lieuRow({ numero: 71, id: 'noumea', departementCode: '988', lat: -22.27, lon: 166.44 })])
for (const [code, nom, lat, lon, population] of [
  ['23200', 'La Souterraine', 46.24, 1.49, 5000],
  ['23201', 'Bourganeuf', 45.95, 1.76, 2500],
  ['23202', 'Voisine', 46.101, 2.101, 9000],
] as const) {
  db.insert(commune)
    .values({ code, nom, lat, lon, population, departementCode: '23', ruralite: 'rural', ruraliteEstimee: false })
    .run()
}
const site = siteOn(db)

afterEach(() => {
  vi.useRealTimers()
})

type Service = Record<string, unknown> & { availableChannel: { serviceLocation: Record<string, unknown> } }

async function get(id: string) {
  vi.useFakeTimers({ now: new Date('2026-06-15T10:00:00Z'), toFake: ['Date'] })
  const response = await site(`/lieux/${id}`)
  const html = simple(await response.text())
  const json = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html)?.[1] ?? ''
  const service = JSON.parse(json) as Service
  return { status: response.status, html, text: textOf(html), service, lieu: service.availableChannel.serviceLocation }
}

function planOf(html: string) {
  return /<figure class="plan"[^>]*>.*?<\/figure>/s.exec(html)?.[0] ?? null
}

describe('the drawing of the department', () => {
  test('shows the place among the largest towns whose names do not cover its own', async () => {
    const plan = planOf((await get('recent')).html) ?? ''
    expect(plan).toContain('aria-label="Creuse (23) : position du lieu, avec La Souterraine, Bourganeuf"')
    expect([...plan.matchAll(/<text[^>]*>([^<]*)</g)].map(([, nom]) => nom)).toEqual(['La Souterraine', 'Bourganeuf'])
    const [place] = [...plan.matchAll(/<circle cx="(\d+)" cy="(\d+)" r="6"/g)].map((found) =>
      found.slice(1).map(Number),
    )
    const [souterraine] = [...plan.matchAll(/<circle cx="(\d+)" cy="(\d+)" r="2.5"/g)].map((f) =>
      f.slice(1).map(Number),
    )
    // La Souterraine is 0.61° to the west and 0.14° to the north.
    expect(place?.[0]).toBeGreaterThan((souterraine?.[0] ?? 0) + 50)
    expect(place?.[1]).toBeGreaterThan(souterraine?.[1] ?? 0)
  })

  test('says in words and in its drawing that a position is approximate', async () => {
    const { html, text } = await get('approche')
    expect(planOf(html)).toContain('position approximative du lieu')
    expect(planOf(html)).toContain('plan-environ')
    expect(text).toContain('Position approximative : le centre de la commune.')
  })

  test('is there overseas, and absent without a position or without an outline', async () => {
    expect(planOf((await get('reunion')).html)).toContain('La Réunion (974)')
    for (const id of ['perime', 'noumea']) {
      const { html, status } = await get(id)
      expect(status).toBe(200)
      expect(planOf(html)).toBeNull()
    }
  })
})

test('the code on paper leads to the canonical page, whose address stands beside it', async () => {
  const { html, text } = await get('recent')
  const [, marge, cote = '', d = ''] = /viewBox="(-4) -4 (\d+) \d+" role="img"[^>]*><path d="([^"]+)"/.exec(html) ?? []
  expect(marge).toBe('-4')
  expect(lireQr(d, Number(cote) - 8)).toBe(`${ORIGIN}/lieux/recent`)
  expect(text).toContain(`écrivez cette adresse. ${ORIGIN}/lieux/recent`)
})

describe('the data for search engines', () => {
  test('is what is known and sure', async () => {
    const { service, lieu } = await get('recent')
    expect(service).toEqual({
      '@context': 'https://schema.org',
      '@type': 'GovernmentService',
      '@id': `${ORIGIN}/lieux/recent#service`,
      name: 'Conseiller numérique : Lieu 50',
      serviceType: 'Accompagnement aux usages du numérique',
      url: `${ORIGIN}/lieux/recent`,
      areaServed: { '@type': 'AdministrativeArea', name: 'Creuse' },
      availableChannel: {
        '@type': 'ServiceChannel',
        serviceUrl: `${ORIGIN}/lieux/recent`,
        serviceLocation: lieu,
        servicePhone: { '@type': 'ContactPoint', telephone: '+33555000000' },
        availableLanguage: 'fr',
      },
    })
    expect(lieu).toEqual({
      '@type': 'Place',
      '@id': `${ORIGIN}/lieux/recent`,
      url: `${ORIGIN}/lieux/recent`,
      name: 'Lieu 50',
      address: { '@type': 'PostalAddress', addressRegion: 'Nouvelle-Aquitaine', addressCountry: 'FR' },
      geo: { '@type': 'GeoCoordinates', latitude: 46.1, longitude: 2.1 },
      telephone: '+33555000000',
      openingHoursSpecification: [
        {
          '@type': 'OpeningHoursSpecification',
          dayOfWeek: 'https://schema.org/Tuesday',
          opens: '09:00',
          closes: '12:00',
        },
      ],
    })
  })

  test.each([['perime'], ['sans-date'], ['mobile'], ['precise']])(
    'gives no hours of "%s": too old, without a date, of someone who moves, or completed by a text',
    async (id) => {
      expect((await get(id)).lieu).not.toHaveProperty('openingHoursSpecification')
    },
  )

  test('gives no point that is the centre of a commune', async () => {
    expect((await get('approche')).lieu).not.toHaveProperty('geo')
  })
})

test('a hostile name of 300 characters is text everywhere', async () => {
  const { html, lieu } = await get('hostile')
  expect(lieu.name).toBe(LONG)
  expect(html).not.toContain('<script>alert')
  expect(html.match(/<\/script>/g)).toHaveLength(3)
  const [sms] = hrefsIn(html, /^sms:/)
  expect(new URL(sms ?? '').searchParams.get('body')).toContain(LONG.trim())
  expect(hrefsIn(html, /^geo:/)[0]).toMatch(/^geo:46\.1,2\.1\?q=[^\s"<>]+\([^()]*\)$/)
})

test('a France services place says what it is, and never that a conseiller numérique is there', async () => {
  const { html, text } = await get('services')
  expect(text).toContain('Nous ne savons pas si un conseiller numérique y reçoit.')
  expect(text).toContain('Cette France services se déplace')
  expect(html).toContain('<meta name="description" content="France services : ')
  expect(hrefsIn(html, /^mailto:\?/)[0]).toContain('subject=France%20services')
  for (const faux of ['Ce conseiller', 'poste validé', 'postes validés', 'Employeur', 'L’employeur']) {
    expect(text.slice(0, text.indexOf('Signaler une erreur'))).not.toContain(faux)
  }
})

test('the accessibility of a place is offered in words', async () => {
  const { html, text } = await get('acces')
  expect(text).toContain('Accessibilité du lieu : fiche sur acceslibre')
  expect(hrefsIn(html, /acceslibre/)).toEqual(['https://acceslibre.beta.gouv.fr/app/23-gueret/a/x/'])
})

test('where one may simply come, nobody is told to make an appointment first', async () => {
  const { text } = await get('acces')
  expect(text).toContain('Se présenter')
  expect(text).toContain('Prendre rendez-vous en ligne')
  expect(text).not.toMatch(/sur rendez-vous/i)
})

test('the address is said once to a reader, with its house number', async () => {
  const { text } = await get('gueret-mediatheque')
  expect(text.match(/place Bonnyaud/g)).toEqual(['place Bonnyaud'])
  expect(text).toContain('2 place Bonnyaud 23000 Guéret')
})

test.each(['gueret-mediatheque', 'recent', 'hostile', 'reunion'])('the page of "%s" is light', async (id) => {
  const { html } = await get(id)
  expect(brotliCompressSync(html).length).toBeLessThan(15_000)
})
