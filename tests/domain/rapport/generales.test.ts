import { expect, test } from 'vitest'
import type { AnomalieCode } from '#app/domain/rapport/anomalies.ts'
import { type LigneVerifiee, type Remarque, splitGenerales } from '#app/domain/rapport/verification.ts'

const ligne = (line: number): LigneVerifiee => {
  return { line, nom: null, publiee: '', verdict: 'affiche', motif: null, pire: null }
}
const remarque = (line: number, code: AnomalieCode, colonne = 'pivot'): Remarque => {
  return {
    line,
    code,
    colonne,
    field: colonne,
    raw: null,
    corrected: null,
    severity: 'info',
    message: '',
    conseil: '',
    sure: false,
  }
}

test('what every row has is said once; what some have stays; what is said of the header is apart', () => {
  const lignes = [2, 3, 4].map(ligne)
  const anomalies = [
    remarque(1, 'colonne.conseillee'),
    ...[2, 3, 4].map((line) => remarque(line, 'champ.conseille_vide')),
    ...[2, 3].map((line) => remarque(line, 'champ.conseille_vide', 'date_maj')),
    remarque(4, 'champ.obligatoire_vide', 'date_maj'),
  ]
  const { entete, generales, autres } = splitGenerales({ lignes, anomalies })
  expect(generales.map(({ code, colonne }) => [code, colonne])).toEqual([['champ.conseille_vide', 'pivot']])
  expect(entete.map(({ line, colonne }) => [line, colonne])).toEqual([[1, 'pivot']])
  expect(autres.map(({ line, colonne }) => [line, colonne])).toEqual([
    [2, 'date_maj'],
    [3, 'date_maj'],
    [4, 'date_maj'],
  ])
})

test('of two rows, each keeps its own', () => {
  const anomalies = [2, 3].map((line) => remarque(line, 'champ.conseille_vide'))
  expect(splitGenerales({ lignes: [2, 3].map(ligne), anomalies })).toEqual({
    entete: [],
    generales: [],
    autres: anomalies,
  })
})
