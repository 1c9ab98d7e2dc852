import { expect, test } from 'vitest'
import type { Champ } from '#app/domain/lieu/champs.ts'
import { startJournal } from '#app/lecture/normalise/journal.ts'
import { readValeurs } from '#app/lecture/normalise/vocabulaire.ts'
import { lieux, mend } from '#tests/verification/fichiers.ts'

const COLONNES = { label: 'dispositif_programmes_nationaux', service: 'services' } as const

function read(champ: keyof typeof COLONNES & Champ, cell: string) {
  const journal = startJournal(2)
  const values = readValeurs({ [COLONNES[champ]]: cell }, champ, journal)
  return { values, notes: journal.anomalies.map(({ code, corrected }) => [code, corrected]) }
}

const DEUX = ['Conseillers numériques', 'France Services']

// The words of both are together the name of one, which a sign between them is no part of.
test.each([', ', ';', ' / ', '/', '\n', '\t', '#', ' + ', ' & ', ' et ', '·', '_', '\\n', '|'])(
  'the programme and France Services parted by %j are two values',
  (signe) => {
    expect(read('label', DEUX.join(signe))).toEqual({ values: DEUX, notes: [] })
  },
)

test.each(['Conseillers numériques France Services', 'Conseiller numérique - France Services'])(
  '%s is the name of one',
  (cell) => {
    expect(read('label', cell).values).toEqual(['Conseillers numériques'])
  },
)

test.each([
  'Conseillère numérique',
  'Conseiller(e) numérique',
  'Conseiller·ère numérique',
  'Conseillers et conseillères numériques',
  'Conseillers Numériques France Service',
])('%s is the programme', (cell) => {
  expect(read('label', cell)).toEqual({
    values: ['Conseillers numériques'],
    notes: [['vocabulaire.ancien', 'Conseillers numériques']],
  })
})

test.each([
  ['Conseiller numérique (DITP)', 'Conseillers numériques'],
  ['Dispositif conseiller numérique', 'Conseillers numériques'],
])('%s may be the programme: it is proposed, and nothing nearer by one word', (cell, corrected) => {
  expect(read('label', cell)).toEqual({ values: [cell], notes: [['vocabulaire.inconnu', corrected]] })
})

const SERVICES = ['Aide aux démarches administratives', 'Utilisation sécurisée du numérique']

test.each([' + ', ' et ', '#', '_'])('services parted by %j are two values', (signe) => {
  expect(read('service', SERVICES.join(signe))).toEqual({ values: SERVICES, notes: [] })
})

test('a list that is numbered is a list', () => {
  expect(read('service', `1. ${SERVICES[0]} 2. ${SERVICES[1]}`).values).toEqual(SERVICES)
  expect(read('service', `1) ${SERVICES[0]}\n2) ${SERVICES[1]}`).values).toEqual(SERVICES)
})

test('a sign that parts nothing known stays in the text', () => {
  expect(read('service', 'Parentalité et éducation avec le numérique').values).toHaveLength(1)
  expect(read('service', 'Impôts et retraites').values).toEqual(['Impôts et retraites'])
})

test('the corrected file has both values of a list', async () => {
  const mended = await mend(lieux([{ dispositif_programmes_nationaux: DEUX.join(', ') }]))
  expect(mended).toContain(DEUX.join('|'))
})
