import { expect, test } from 'vitest'
import { fichierEnMemoire } from '#app/lecture/fichier.ts'
import { readWhole } from '#tests/verification/cas.ts'
import { check, csvOf, lieux, mend, options, SANS_FAUTE } from '#tests/verification/fichiers.ts'

const SANS_POINT = { code_insee: '', latitude: '', longitude: '' }

async function placed(row: Record<string, string>) {
  const bytes = new TextEncoder().encode(lieux([{ ...SANS_POINT, ...row }]))
  const { lieux: lus, rapport } = await readWhole(fichierEnMemoire('f.csv', bytes), await options())
  const notes = rapport.anomalies.filter(({ field }) => ['commune', 'code_postal', 'code_insee'].includes(field))
  return {
    commune: lus[0]?.place.commune?.nom ?? null,
    codePostal: lus[0]?.codePostal ?? null,
    notes: notes
      .filter(({ code }) => code !== 'champ.conseille_vide')
      .map(({ code, corrected, sure }) => [code, corrected, sure]),
  }
}

test('a zero that was given back is not believed against the name of one commune that is elsewhere', async () => {
  expect(await placed({ commune: 'Limoux', code_postal: '1130' })).toEqual({
    commune: 'Limoux',
    codePostal: null,
    notes: [['code_postal.invalide', null, false]],
  })
  expect(await placed({ commune: 'Bourg en Bresse', code_postal: '1000' })).toMatchObject({
    commune: 'Bourg-en-Bresse',
    codePostal: '01000',
  })
})

test.each([
  ['44110 Châteaubriant', '44110', 'Châteaubriant'],
  ['Châteaubriant (44)', '44110', 'Châteaubriant'],
])('the commune written %j is read, and the name proposed', async (commune, codePostal, nom) => {
  expect(await placed({ commune, code_postal: codePostal })).toEqual({
    commune: nom,
    codePostal,
    notes: [['commune.proche', nom, false]],
  })
})

test.each([
  ['F-11300', 'valeur.graphie', true],
  ['11 300', 'valeur.graphie', true],
  ['11300 Limoux', 'code_postal.invalide', false],
])('the postcode written %j is read; what it says beside is lost by no correction', async (codePostal, code, sure) => {
  expect(await placed({ commune: 'Limoux', code_postal: codePostal })).toEqual({
    commune: 'Limoux',
    codePostal: '11300',
    notes: [[code, '11300', sure]],
  })
})

test('a commune code with a space is that code', async () => {
  expect(await placed({ commune: 'Rouen', code_postal: '76000', code_insee: '76 540' })).toMatchObject({
    commune: 'Rouen',
    notes: [['valeur.graphie', '76540', true]],
  })
})

test('an arrondissement that its name alone says is not taken out', async () => {
  const seul = await placed({ commune: 'Paris 13', code_postal: '75000' })
  expect(seul).toMatchObject({ commune: 'Paris', notes: [['commune.proche', 'Paris', false]] })
  for (const [commune, code_postal] of [
    ['Paris 13e', '75013'],
    ['LYON 03', '69003'],
    ['Marseille 8ème', '13008'],
    ['PARIS CEDEX 13', '75646'],
  ] as const)
    expect((await placed({ commune, code_postal })).notes).toEqual([
      [
        'commune.nom_officiel',
        commune.startsWith('LYON') ? 'Lyon' : commune.startsWith('M') ? 'Marseille' : 'Paris',
        true,
      ],
    ])
})

test('a line cut short has the empty cells that its corrected file has, and no more errors after than before', async () => {
  const header = ['id', 'nom', 'commune', 'code_postal', 'services', 'adresse', 'date_maj']
  const text = csvOf(header, [header.map((name) => SANS_FAUTE[name] ?? ''), ['Source : la mairie']])
  const before = await check(text)
  const after = await check(await mend(text))
  const vides = (rapport: typeof before) =>
    rapport.anomalies.filter(({ code, line }) => line === 3 && code === 'champ.obligatoire_vide').length
  expect(vides(before)).toBeGreaterThan(0)
  expect([vides(after), after.anomaliesPar.error]).toEqual([vides(before), before.anomaliesPar.error])
})
