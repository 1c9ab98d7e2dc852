import { existsSync, readFileSync } from 'node:fs'
import OpeningHours from 'opening_hours'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { JOURS } from '#app/domain/horaires/semaine.ts'
import { expandHoraires, expandJours } from '#app/lecture/horaires.ts'

const dossier = new URL('../../../shared/data/', import.meta.url)

function rowsOf(nom: string): Record<string, string>[] {
  const texte = readFileSync(new URL(nom, dossier), 'utf8')
  return Papa.parse<Record<string, string>>(texte, { header: true, skipEmptyLines: true }).data
}

function countBy(valeurs: string[]): Record<string, number> {
  const comptes: Record<string, number> = {}
  for (const valeur of valeurs) comptes[valeur] = (comptes[valeur] ?? 0) + 1
  return comptes
}

const present = existsSync(dossier)

const raison = present ? '' : ' (skipped: no folder ../shared/data here)'

describe.skipIf(!present)(`the hours of the real files${raison}`, () => {
  test('of 2,417 published values, 2,382 are read, two of them in French, 7 have an empty slot and one is the wrong way round', () => {
    const publies = rowsOf('conum-permanences-2022-07.csv').flatMap(({ horaires }) => horaires || [])
    expect(publies).toHaveLength(2417)
    const lus = publies.map(expandHoraires)
    expect(countBy(lus.map(({ probleme }) => probleme ?? 'sans'))).toEqual({
      sans: 2374,
      illisible: 35,
      'duree-nulle': 7,
      'a-l-envers': 1,
    })
    expect(lus.filter(({ semaine }) => semaine?.texte === null)).toHaveLength(2374)
    expect(lus.filter(({ semaine }) => semaine === null || semaine.feries !== null)).toHaveLength(0)
    // What cannot be read is shown as it was published.
    const illisibles = publies.filter((osm) => expandHoraires(osm).probleme === 'illisible')
    for (const osm of illisibles) expect(expandHoraires(osm).semaine).toEqual({ plages: [], feries: null, texte: osm })
  })

  test('each value that is read makes the week that opening_hours makes', () => {
    const lundi = new Date(2024, 0, 15)
    const publies = rowsOf('conum-permanences-2022-07.csv').flatMap(({ horaires }) => horaires || [])
    const sains = [...new Set(publies)].filter((osm) => expandHoraires(osm).probleme === null)
    expect(sains).toHaveLength(1384)
    // One in ten: opening_hours takes a millisecond each.
    for (const osm of sains.filter((_, rang) => rang % 10 === 0)) {
      const intervalles = new OpeningHours(osm).getOpenIntervals(lundi, new Date(2024, 0, 22))
      const attendues = intervalles.map(([de, a]) => ({ debut: (+de - +lundi) / 60_000, fin: (+a - +lundi) / 60_000 }))
      expect(expandHoraires(osm).semaine?.plages, osm).toEqual(attendues)
    }
  })

  test('of 2,845 France services places, 48 give no hours and all the others are read', () => {
    const lus = rowsOf('france-services-2024-08-01.csv').map((ligne) =>
      expandJours(Object.fromEntries(JOURS.map((jour) => [jour, ligne[`h_${jour}`]]))),
    )
    expect(lus).toHaveLength(2845)
    expect(lus.filter(({ semaine }) => semaine === null)).toHaveLength(48)
    expect(lus.filter(({ probleme, semaine }) => probleme !== null || (semaine?.texte ?? null) !== null)).toHaveLength(
      0,
    )
  })
})
