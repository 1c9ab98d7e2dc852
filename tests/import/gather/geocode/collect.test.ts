import { afterAll, expect, test } from 'vitest'
import { geocode } from '#scripts/import/gather/geocode/geocode.ts'
import { csv, lieuxCsv, toInput, workFolder } from '#tests/import/files.ts'
import { startGeocodeurEnLot } from '#tests/support/geocodeur-en-lot.ts'

const folder = workFolder()
const geocodeur = await startGeocodeurEnLot([])
afterAll(async () => {
  await geocodeur.stop()
  folder.remove()
})

const POSTES = ['Raison sociale', 'Adresse', 'Code postal', 'Commune INSEE', 'Code département', 'SIRET']
const postes = (rows: string[][]) =>
  csv(
    [...POSTES, 'Nombre de conseillers validés par le COSELEC', 'Date de validation en comité de sélection'],
    rows.map(([adresse = '', date = '']) => ['V', adresse, '51100', 'Reims', '51', '43493312300029', '1', date]),
  )

async function askedOf(files: Record<string, string>): Promise<string[]> {
  geocodeur.received.length = 0
  const inputs = await Promise.all(Object.entries(files).map(([name, text]) => toInput(folder.write(name, text))))
  const said: string[] = []
  const archive = `${folder.path}/archive-${Math.random()}`
  await geocode(inputs, { url: geocodeur.url, archive, today: '2026-06-30', say: (line) => said.push(line) })
  return geocodeur.received.flatMap(({ rows }) => rows.map(({ adresse }) => adresse as string)).sort()
}

test('an address is asked once, whatever the rows and files that share it, and however it is written', async () => {
  const lieux = lieuxCsv([{ adresse: '12 av. de Laon' }, { adresse: '12 avenue de Laon - BP 3' }, { adresse: '' }])
  expect(await askedOf({ 'l.csv': lieux, 's.csv': postes([['12 avenue de Laon 51100 REIMS']]) })).toEqual([
    '12 avenue de Laon',
  ])
})

test('the e-mail of a person, written beside an address, is not sent with it', async () => {
  const lieux = lieuxCsv([{ adresse: '12 rue du Test, jeanne.invente@exemple.example' }])
  expect(await askedOf({ 'l.csv': lieux })).toEqual(['12 rue du Test'])
})

test('of several files of posts, only the one that is current asks', async () => {
  const old = postes([['1 rue Ancienne', '19/05/2021']])
  const current = postes([
    ['2 rue Présente', '05/04/2023'],
    ['3 rue Présente', '19/05/2021'],
  ])
  expect(await askedOf({ 'a.csv': current, 'b.csv': old })).toEqual(['2 rue Présente', '3 rue Présente'])
  expect(await askedOf({ 'b.csv': old, 'a.csv': current })).toEqual(['2 rue Présente', '3 rue Présente'])
})

test('rows that are rejected, or placed by their own point, ask nothing', async () => {
  const lieux = lieuxCsv([
    { nom: '', adresse: '1 rue Sans Nom' },
    { commune: 'Nulle-Part', code_postal: '', adresse: '2 rue Sans Lieu' },
    { latitude: '49.25', longitude: '4.03', adresse: '3 rue Située' },
    { latitude: '4.03', longitude: '49.25', adresse: '4 rue Inversée' },
    { latitude: '0', longitude: '0', adresse: '5 rue Zéro' },
  ])
  expect(await askedOf({ 'l.csv': lieux })).toEqual(['5 rue Zéro'])
})
