import { expect, test } from 'vitest'
import { CHAMPS_COMPTES, completudeOf, type FicheComplete } from '#app/domain/collectivites/completude.ts'

const complete: FicheComplete = {
  telephone: '+33471000000',
  adresse: '1 rue du Test',
  precision: 'adresse',
  lat: 45,
  horaires: 'Mo 09:00-12:00',
  services: ['Aide aux démarches administratives'],
  dateMaj: '2026-01-01',
  courriels: ['accueil@mairie.example'],
  frais: ['Gratuit'],
  acces: ['Se présenter'],
  accompagnement: ['En autonomie'],
  sitesWeb: ['https://mairie.example'],
  siret: '21430157000017',
  siren: '214301570',
  resume: 'Un lieu',
}

test('the weights are shares of 100, the heaviest first, and those of a visit weigh more than the half', () => {
  const poids = CHAMPS_COMPTES.map((champ) => champ.poids as number)
  expect(poids.reduce((sum, one) => sum + one, 0)).toBe(100)
  expect(poids).toEqual([...poids].sort((a, b) => b - a))
  const visite = CHAMPS_COMPTES.filter(({ cle }) => ['telephone', 'adresse', 'position', 'horaires'].includes(cle))
  expect(visite.reduce((sum, one) => sum + one.poids, 0)).toBe(65)
})

test('a place that states everything is complete', () => {
  expect(completudeOf(complete)).toEqual({ taux: 100, manquants: [] })
})

test.each<[Partial<FicheComplete>, number, string[]]>([
  [{ telephone: null }, 80, ['telephone']],
  [{ resume: null }, 99, ['presentation_resume']],
  [{ precision: 'commune' }, 85, ['position']],
  [{ lat: null }, 85, ['position']],
  [{ precision: 'geocodee' }, 100, []],
  [{ siret: null }, 100, []],
  [{ siret: null, siren: null }, 98, ['pivot']],
  [{ horaires: null, telephone: null, resume: null }, 64, ['telephone', 'horaires', 'presentation_resume']],
])('%o: %i %%', (change, taux, manquants) => {
  const found = completudeOf({ ...complete, ...change })
  expect([found.taux, found.manquants.map(({ cle }) => cle)]).toEqual([taux, manquants])
})
