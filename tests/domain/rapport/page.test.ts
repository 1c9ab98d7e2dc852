import { expect, test } from 'vitest'
import { ANOMALIE_SEVERITY, type AnomalieCode } from '#app/domain/rapport/anomalies.ts'
import { ANOMALIE_CONSEIL } from '#app/domain/rapport/conseils.ts'
import { rapportPage } from '#app/domain/rapport/page.ts'
import { ANOMALIE_PHRASE } from '#app/domain/rapport/phrases.ts'
import type { LigneVerifiee, Rapport, Remarque } from '#app/domain/rapport/verification.ts'

function remarque(line: number, code: AnomalieCode, given: Partial<Remarque> = {}): Remarque {
  const phrases = { message: ANOMALIE_PHRASE[code], conseil: ANOMALIE_CONSEIL[code] }
  const cell = { field: 'nom', colonne: 'nom', raw: 'x', corrected: null, sure: false }
  return { line, code, severity: ANOMALIE_SEVERITY[code], ...phrases, ...cell, ...given }
}

function ligne(line: number, given: Partial<LigneVerifiee> = {}): LigneVerifiee {
  return { line, nom: `Lieu ${line}`, publiee: '', verdict: 'affiche', motif: null, pire: null, ...given }
}

function rapport(lignes: LigneVerifiee[], anomalies: Remarque[]): Rapport {
  const zero = { error: 0, warning: 0, info: 0 }
  const counts = { read: lignes.length, publiables: lignes.length, lignesPar: zero, anomaliesPar: zero, omises: 0 }
  return { kind: 'lieux', colonnes: [], lignes, anomalies, ...counts }
}

test('the worst rows come first, then by line; in a row, the worst problem', () => {
  const anomalies = [
    remarque(2, 'telephone.court'),
    remarque(3, 'telephone.court'),
    remarque(3, 'nom.absent'),
    remarque(4, 'telephone.invalide'),
    remarque(5, 'nom.absent'),
  ]
  const { lignes } = rapportPage(
    rapport(
      [2, 3, 4, 5].map((line) => ligne(line)),
      anomalies,
    ),
    '',
  )
  expect(lignes.map(({ line }) => line)).toEqual([3, 5, 4, 2])
  expect(lignes[0]?.remarques.map(({ severity }) => severity)).toEqual(['error', 'info'])
  expect(lignes[0]?.gravites).toEqual(['error', 'info'])
})

test('a row without a problem is not listed, but one that would not be shown is, with why', () => {
  const refused = ligne(3, { verdict: 'non-compte', motif: 'Un autre réseau.' })
  const { lignes } = rapportPage(rapport([ligne(2), refused], []), '')
  expect(lignes.map(({ line, verdict, motif }) => [line, verdict, motif])).toEqual([
    [3, 'ne serait pas affiché : ce n’est pas un lieu de conseiller numérique', 'Un autre réseau.'],
  ])
})

test('a row of which nothing but sure corrections is said is counted, and not shown', () => {
  const sure = { corrected: 'y', sure: true }
  const anomalies = [
    remarque(2, 'telephone.mis_au_format', sure),
    remarque(3, 'telephone.mis_au_format', sure),
    remarque(3, 'telephone.portable'),
    remarque(4, 'telephone.mis_au_format', sure),
  ]
  const lignes = [ligne(2), ligne(3), ligne(4, { verdict: 'non-compte' }), ligne(5)]
  const page = rapportPage(rapport(lignes, anomalies), '')
  expect([page.lignes.map(({ line }) => line), page.corrigees]).toEqual([[3, 4], 1])
  expect(page.regles.map(({ nombre }) => nombre)).toEqual([3, 1])
})

test('what is said of the header is said above, a rule at a time, and is no row', () => {
  const said = (raw: string, corrected: string) => remarque(1, 'colonne.proche', { raw, corrected })
  const anomalies = [remarque(1, 'colonne.manquante'), said('ville', 'commune'), said('cp', 'code_postal')]
  const { lignes, regles, entete } = rapportPage(rapport([ligne(2)], anomalies), '')
  expect([lignes, regles]).toEqual([[], []])
  expect(entete.map(({ code, colonnes }) => [code, colonnes.map(({ nom, corrigee }) => `${nom} ${corrigee}`)])).toEqual(
    [
      ['colonne.manquante', [expect.stringMatching(/ null$/)]],
      ['colonne.proche', ['ville commune', 'cp code_postal']],
    ],
  )
})

test('100 rows and 20 problems a row at most; what is left out is counted', () => {
  const rows = Array.from({ length: 305 }, (_, i) => ligne(i + 2))
  const anomalies = rows.flatMap(({ line }) => Array.from({ length: 22 }, () => remarque(line, 'telephone.court')))
  const { lignes, cachees } = rapportPage(rapport([...rows, ligne(400)], anomalies), '')
  expect([lignes.length, cachees, lignes[0]?.remarques.length, lignes[0]?.autres]).toEqual([100, 205, 20, 2])
})

test('a rule says how many of its cases the corrected file mends', () => {
  const anomalies = [
    remarque(2, 'date.mise_au_format', { sure: true, corrected: '2026-01-31' }),
    remarque(3, 'date.mise_au_format'),
  ]
  const { regles } = rapportPage(rapport([ligne(2), ligne(3)], anomalies), '')
  expect(regles).toEqual([expect.objectContaining({ code: 'date.mise_au_format', nombre: 2, corrigees: 1 })])
})

test('what the file wrote is made harmless wherever it is shown', () => {
  const nasty = `\u202e${'x'.repeat(500)}`
  const hostile = remarque(2, 'telephone.invalide', { colonne: nasty, raw: nasty, corrected: nasty, message: nasty })
  const shown = JSON.stringify(rapportPage(rapport([ligne(2, { nom: nasty, motif: nasty })], [hostile]), ''))
  expect(shown).not.toContain('\u202e')
  expect(shown).not.toContain('x'.repeat(450))
})

test('hours that were read from French are said in words too', () => {
  const given = { raw: 'lun-jeu 8h30-12h', corrected: 'Mo-Th 08:30-12:00; Sa 09:00-12:00', sure: true }
  const { lignes } = rapportPage(rapport([ligne(2)], [remarque(2, 'horaires.en_francais', given)]), '')
  expect(lignes[0]?.remarques[0]?.mots).toBe('lundi – jeudi 8 h 30 – 12 h ; samedi 9 h – 12 h')
})
