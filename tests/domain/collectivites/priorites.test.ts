import { expect, test } from 'vitest'
import type { ChampCompte } from '#app/domain/collectivites/completude.ts'
import { comparePriorites, POIDS_ANOMALIE, POIDS_MANQUE, prioriteOf } from '#app/domain/collectivites/priorites.ts'
import { ANOMALIE_SEVERITY } from '#app/domain/rapport/anomalies.ts'

type Cas = { code?: string; manque?: ChampCompte[]; perimee?: boolean }

function poids({ code, manque = [], perimee = false }: Cas): number[] {
  const anomalies = code ? [{ code, severity: 'warning' as const }] : []
  return prioriteOf({ anomalies, manquants: manque.map((cle) => ({ cle })), perimee })
}

const ORDRE: Cas[] = [
  { code: 'telephone.invalide' },
  { manque: ['telephone', 'presentation_resume'] },
  { manque: ['telephone'] },
  { code: 'coordonnees.trop_loin' },
  { manque: ['position'] },
  { code: 'horaires.illisible' },
  { manque: ['horaires'] },
  { perimee: true },
  { manque: ['site_web', 'pivot', 'presentation_resume'] },
  { manque: ['presentation_resume'] },
  {},
]

test('a wrong phone comes before none, none before a wrong position, hours before words, and many small defects after', () => {
  const sorted = [...ORDRE].reverse().sort((a, b) => comparePriorites(poids(a), poids(b)))
  expect(sorted).toEqual(ORDRE)
})

test('what was put right by itself weighs nothing', () => {
  const anomalies = [{ code: 'telephone.mis_au_format', severity: 'info' as const }]
  expect(prioriteOf({ anomalies, manquants: [], perimee: false })).toEqual([])
})

test('every subject that is weighed is the beginning of a code of the table', () => {
  const sujets = new Set(Object.keys(ANOMALIE_SEVERITY).map((code) => code.split('.')[0]))
  expect(Object.keys(POIDS_ANOMALIE).filter((sujet) => !sujets.has(sujet))).toEqual([])
  expect(Math.min(...Object.values(POIDS_ANOMALIE))).toBeGreaterThan(POIDS_MANQUE.presentation_resume)
})
