import { afterEach, expect, test, vi } from 'vitest'
import { validiteAt } from '#app/domain/horaires/validite.ts'
import { siteOn } from '#tests/pages/site.ts'
import { insertLieux, lieuRow } from '#tests/support/database.ts'
import { pays } from '#tests/support/pays.ts'

const db = pays()
const semaine = (debut: number, fin: number) => ({ plages: [{ debut, fin }], feries: null, texte: null })
insertLieux(db, [
  // Mondays: 9:00 to 12:00 on the clock of Paris, then of La Réunion.
  lieuRow({ numero: 60, id: 'lundi', departementCode: '23', semaine: semaine(540, 720), dateMaj: '2026-01-01' }),
  lieuRow({ numero: 61, id: 'reunion', departementCode: '974', semaine: semaine(540, 720), dateMaj: '2026-01-01' }),
  // Hours that turn twelve months old on the next day.
  lieuRow({ numero: 62, id: 'ancien', departementCode: '23', semaine: semaine(540, 720), dateMaj: '2025-03-02' }),
])

afterEach(() => {
  vi.useRealTimers()
})

/** The answer of an address at an instant, and until when it says that it is true. */
async function at(path: string, instant: number) {
  vi.useFakeTimers({ now: instant, toFake: ['Date'] })
  const validite = validiteAt(new Date(instant))
  const response = await siteOn(db, { instant: new Date(instant), validite })(path)
  return { status: response.status, text: await response.text(), ...validite.tenue() }
}

const SAID = [
  '/?vue=liste',
  '/?departement=23',
  '/?departement=974&departement=23',
  '/lieux/lundi',
  '/lieux/reunion',
  '/lieux/ancien',
  '/fiches.json?l=60,61',
  '/?ouvert=maintenant',
  '/?ouvert=lun-10:00',
]
const UNSAID = [
  '/',
  '/besoins',
  '/besoins?ouvert=maintenant',
  '/departements',
  '/departements/23',
  '/a-propos',
  '/lieux/lundi/contact.vcf',
  '/lieux/ancien/contact.vcf',
  '/collectivites/departement/23',
  '/api/v1/lieux',
  '/api/v1/lieux?ouvert=maintenant',
  '/api/v1/lieux.csv?ouvert=samedi',
  '/robots.txt',
]
const INSTANTS = ['2026-03-02T07:59:59Z', '2026-03-02T23:59:59.500Z'].map((iso) => Date.parse(iso))

test.each([...SAID, ...UNSAID])('%s is still true just before the instant that it says', async (path) => {
  for (const instant of INSTANTS) {
    const first = await at(path, instant)
    expect(first.status).toBe(200)
    const last = first.jusqua ?? instant + 400 * 86_400_000
    expect(last).toBeGreaterThan(instant)
    expect((await at(path, last - 1)).text === first.text).toBe(true)
  }
})

test.each(SAID)('%s says states, and says that it does', async (path) => {
  expect((await at(path, INSTANTS[0] ?? 0)).etats).toBe(true)
})

test('a state has changed at the instant that its page says', async () => {
  for (const [path, instant] of [
    ['/lieux/lundi', '2026-03-02T07:30:00Z'],
    ['/?departement=974', '2026-03-02T04:30:00Z'],
  ] as const) {
    const before = await at(path, Date.parse(instant))
    expect(before.text).toContain('Fermé, ouvre aujourd’hui')
    expect((await at(path, before.jusqua ?? 0)).text).toContain('Ouvert, ferme à')
  }
})
