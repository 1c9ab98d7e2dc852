import { expect, test } from 'vitest'
import { validiteAt } from '#app/domain/horaires/validite.ts'

const NEUF_A_MIDI = { plages: [{ debut: 540, fin: 720 }], feries: null, texte: null }
// Monday 2 March 2026, 8:30 in Paris.
const NOW = new Date('2026-03-02T07:30:30Z')
const at = (iso: string) => Date.parse(iso)

function lieu(given: { departementCode?: string; fuseau?: string; dateMaj?: string | null } = {}) {
  const common = { semaine: NEUF_A_MIDI, horaires: 'Mo 09:00-12:00', telephone: null }
  return { ...common, fuseau: 'Europe/Paris', departementCode: '23', dateMaj: '2026-01-01', ...given }
}

test('an answer that says nothing of it holds to the end of the day, one that has no hour as long as the data', () => {
  const day = validiteAt(NOW)
  expect(day.tenue()).toEqual({ jusqua: at('2026-03-03T00:00:00Z'), etats: false })
  day.sansHeure()
  expect(day.tenue()).toEqual({ jusqua: null, etats: false })
})

test('what is chosen by the minute holds to the next one', () => {
  const validite = validiteAt(NOW)
  validite.minute()
  validite.sansHeure()
  expect(validite.tenue()).toEqual({ jusqua: at('2026-03-02T07:31:00Z'), etats: true })
})

test.each([
  ['an opening today', [lieu()], '2026-03-02T08:00:00Z'],
  [
    'the first of several',
    [lieu({ departementCode: '974', fuseau: 'Indian/Reunion' }), lieu()],
    '2026-03-02T08:00:00Z',
  ],
  [
    'whatever their order',
    [lieu(), lieu({ departementCode: '974', fuseau: 'Indian/Reunion' })],
    '2026-03-02T08:00:00Z',
  ],
  ['the end of a day overseas', [lieu({ departementCode: '987', fuseau: 'Pacific/Tahiti' })], '2026-03-02T10:00:00Z'],
  ['hours too old to say anything', [lieu({ dateMaj: '2020-01-01' })], '2026-03-03T00:00:00Z'],
  ['no place', [], '2026-03-03T00:00:00Z'],
])('states hold until %s', (_what, lieux, expected) => {
  const validite = validiteAt(NOW)
  validite.etats(lieux)
  expect(validite.tenue()).toEqual({ jusqua: at(expected), etats: true })
})

test('a place that closes across a change of clocks holds until it closes', () => {
  // Sunday 29 March 2026: 2 h becomes 3 h in Paris, at 1:00 in Greenwich.
  const semaine = { plages: [{ debut: 6 * 1440, fin: 6 * 1440 + 4 * 60 }], feries: null, texte: null }
  const validite = validiteAt(new Date('2026-03-29T00:30:00Z'))
  validite.etats([{ ...lieu(), semaine }])
  expect(validite.tenue().jusqua).toBe(at('2026-03-29T02:00:00Z'))
})
