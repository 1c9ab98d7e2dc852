import { expect, test } from 'vitest'
import type { DemandeDeScenario } from '#app/domain/scenarios/demande.ts'
import { paysOf, plageDesTirages, scenario } from '#db/scenarios.server.ts'
import { paysScenarios } from '#tests/support/pays-scenarios.ts'

/** Kilometres of a degree of latitude: a 360th of the meridian. */
const DEGRE = (2 * Math.PI * 6371.0088) / 360
const degres = (nombre: number) => expect.closeTo(nombre * DEGRE, 2)

const db = paysScenarios()
const of = (demande: DemandeDeScenario) => {
  const { eloignees, ...rest } = scenario(db, demande)
  const lues = eloignees.map(({ commune, avant, apres }) => [commune.nom, avant, apres])
  return { ...rest, eloignees: lues, national: rest.apres.national }
}

test('today: five posts, three employers, five places; the commune without a centre is counted out', () => {
  expect(paysOf(db).avant.national).toEqual({
    postes: 5,
    employeurs: 3,
    lieux: 5,
    // 1000 + 200 + 300 + 400 + 50: each within 2.3 km of a place.
    habitants: 1950,
    proches: { 5: 1950, 10: 1950, 20: 1950 },
    communesLoin: 0,
    habitantsLoin: 0,
  })
})

test('the private employer goes with its two places: two communes are farther, one beyond 20 km', () => {
  const { finis, inconnus, national, eloignees, sansEmployeur } = of({ fin: 'prives' })
  expect([finis, inconnus, sansEmployeur]).toEqual([2, 0, 1])
  expect(eloignees).toEqual([
    ['Aval', 0, degres(0.2)],
    ['Bois', degres(0.01), degres(0.15)],
  ])
  // 0.15° is 16.7 km, 0.2° is 22.2: Bois is still within 20, Aval is not.
  expect(national).toEqual({
    postes: 3,
    employeurs: 2,
    lieux: 3,
    habitants: 1950,
    proches: { 5: 750, 10: 750, 20: 950 },
    communesLoin: 1,
    habitantsLoin: 1000,
  })
})

test('a post is private when its own row says so, whatever the other rows of its employer say', () => {
  const own = paysScenarios()
  const types = own.$client.prepare('update poste set type = ? where line = ?')
  types.run('publique', 4)
  types.run(null, 3)
  const { finis, inconnus, apres } = scenario(own, { fin: 'prives' })
  // One post of two is left to the association, whose places stay; the post of a row without a type stays and is said.
  expect([finis, inconnus, apres.national.lieux]).toEqual([1, 1, 5])
})

test('by rurality and by department, where each is counted', () => {
  const { apres, avant } = scenario(db, { fin: 'prives' })
  const lieux = (bilan: typeof apres) =>
    Object.fromEntries([...bilan.ruralites].map(([cle, { lieux }]) => [cle, lieux]))
  expect(lieux(avant)).toEqual({ urbain: 1, rural: 3, intermediaire: 1, inconnue: 0 })
  // The class of the town has no place, no post and no employer left, and keeps its inhabitants.
  expect(lieux(apres)).toEqual({ urbain: 0, rural: 2, intermediaire: 1, inconnue: 0 })
  const departements = [...apres.departements].map(([code, { postes, proches }]) => [code, postes, proches[10]])
  expect(departements.sort()).toEqual([
    ['23', 2, 300],
    ['48', 1, 450],
  ])
})

test('an employer that keeps a post elsewhere keeps its place', () => {
  const { finis, national, eloignees } = of({ fin: 'departement', departement: '48' })
  expect([finis, national.postes, national.employeurs, national.lieux]).toEqual([1, 4, 3, 5])
  expect(eloignees).toEqual([])
})

test('a place matched by SIREN closes with its employer, and what is left is measured across departments', () => {
  const { finis, national, eloignees } = of({ fin: 'departement', departement: '23' })
  expect([finis, national.lieux]).toEqual([4, 2])
  expect(eloignees).toEqual([
    ['Aval', 0, degres(0.42)],
    ['Col', 0, degres(0.22)],
    ['Bois', degres(0.01), degres(0.37)],
  ])
})

test('outside FRR: the post whose commune is unknown stays and is counted apart', () => {
  const { finis, inconnus, national } = of({ fin: 'hors-frr' })
  expect([finis, inconnus, national.postes, national.lieux]).toEqual([2, 1, 3, 3])
})

test.each([
  ['975', 'unknown'],
  ['977', 'unknown'],
  ['978', 'unknown'],
  ['986', 'unknown'],
  ['987', 'unknown'],
  ['988', 'unknown'],
  ['971', 'outside'],
  ['976', 'outside'],
])('a commune of %s that the FRR file does not class is %s', (departement, expected) => {
  const other = paysScenarios()
  other.$client.exec(`insert into departement (code, nom, population) values ('${departement}', 'Outre-mer', 9)`)
  other.$client.exec(`insert into commune (code, nom, departement_code, population, ruralite, ruralite_estimee)
    values ('${departement}01', 'Bourg', '${departement}', 9, 'inconnue', 0)`)
  other.$client.exec(`insert into poste (source_id, line, nom, departement_code, commune_code, ruralite, nombre)
    values (1, 9, 'x', '${departement}', '${departement}01', 'inconnue', 4)`)
  const { finis, inconnus } = scenario(other, { fin: 'hors-frr' })
  // Beside the two posts outside FRR and the one without a commune.
  expect([finis, inconnus]).toEqual(expected === 'unknown' ? [2, 5] : [6, 1])
})

test('without the FRR file, every class is unknown and nothing ends', () => {
  const { finis, inconnus, apres, avant } = scenario(paysScenarios({ frr: false }), { fin: 'hors-frr' })
  expect([finis, inconnus]).toEqual([0, 5])
  expect(apres).toEqual(avant)
})

test('every post ends: only the place without a known employer is left, as far as it is', () => {
  const { national, eloignees } = of({ fin: 'tirage', postes: null, part: 100, graine: 1 })
  expect([national.postes, national.employeurs, national.lieux]).toEqual([0, 0, 1])
  expect(eloignees).toEqual([
    ['Aval', 0, degres(0.69)],
    ['Dune', degres(0.02), degres(0.29)],
    ['Col', 0, degres(0.49)],
    ['Bois', degres(0.01), degres(0.64)],
  ])
})

test('the draws of every post are all the same; those of two posts lie between closing no place and two', async () => {
  const tout = await plageDesTirages(db, { fin: 'tirage', postes: 5, part: null, graine: 1 })
  expect(tout).toEqual({
    lieuxFermes: { min: 4, mediane: 4, max: 4 },
    habitantsEnMoins: { min: 1900, mediane: 1900, max: 1900 },
    communesEloignees: { min: 4, mediane: 4, max: 4 },
  })
  const { lieuxFermes } = await plageDesTirages(db, { fin: 'tirage', postes: 2, part: null, graine: 1 })
  expect(lieuxFermes.min).toBe(0)
  expect(lieuxFermes.max).toBe(2)
})

test('a draw takes posts in the order of the file, a row of three as three', () => {
  const other = paysScenarios()
  other.$client.exec('update poste set nombre = 3 where line = 3')
  expect(paysOf(other).pays.postes.map(({ employeur }) => employeur)).toEqual([0, 1, 1, 1, 0, 2, 2])
})
