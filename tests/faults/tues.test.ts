import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ended } from '#tests/import/commande.ts'
import { combien, dire } from './echelle.ts'
import { type Edition, sha256Of, writeEdition } from './editions.ts'
import { constater, restes } from './etat.ts'
import { type Pose, publierLaPremiere } from './pose.ts'
import { moments, tuer } from './tuer.ts'

const GRAINE = 20260630
/** Longer than the import takes from its report to its end: some of these kills come too late, and are counted so. */
const PUBLICATION_MS = 60

let pose: Pose
beforeAll(async () => {
  pose = await publierLaPremiere()
}, 120_000)
afterAll(() => pose.folder.remove())

const reportOf = (out: string) => join(dirname(out), 'rapport-anomalies.csv')

test('an import killed at any moment leaves one whole database and whole sources; the next one sweeps what is left', async () => {
  const { folder, temporary, premiere, comptes, duree, start, poser } = pose
  const out = poser('tues')
  let publiee = premiere
  const nombre = combien(200)
  const compte = { tues: 0, avant: 0, apres: 0 }
  let i = 0
  // Where imports go faster than the one that was timed, some kills come too late: as many again at most.
  for (const moment of moments(GRAINE, 2 * nombre, duree, PUBLICATION_MS)) {
    if (i >= nombre && compte.tues >= nombre / 2) break
    const suivante = writeEdition(folder, i + 1)
    const tue = await tuer(start(suivante, out), moment, reportOf(out))
    const { edition, dommages } = constater(out, tue ? [publiee, suivante] : [suivante], comptes)
    expect({ i, moment, dommages }).toEqual({ i, moment, dommages: [] })
    if (tue) compte.tues += 1
    if (tue) compte[edition === suivante.numero ? 'apres' : 'avant'] += 1
    if (edition === suivante.numero) publiee = suivante
    i += 1
  }
  const derniere = writeEdition(folder, i + 1)
  expect(await ended(start(derniere, out))).toMatchObject({ code: 0 })
  expect(constater(out, [derniere], comptes)).toEqual({ edition: i + 1, dommages: [] })
  expect(restes(out, temporary)).toEqual([])
  const { tues, avant, apres } = compte
  dire(
    `SIGKILL (graine ${GRAINE}) : ${i} demandés, ${tues} imports tués, ${avant} avant la publication et ${apres} après ; 0 dommage`,
  )
  expect(tues).toBeGreaterThanOrEqual(nombre / 2)
  expect(avant).toBeGreaterThan(0)
}, 1_800_000)

test('the same kills and checks find the damage of an import that writes in place', async () => {
  const run = (out: string, { numero, lieux, communes }: Edition) =>
    spawn(process.execPath, [
      ...['--import', 'tsx', join(import.meta.dirname, 'ecrire-sur-place.ts')],
      ...[out, String(numero), lieux, communes],
    ])
  const { folder, premiere, comptes, poser } = pose
  const seconde = writeEdition(folder, 1)
  const whole = poser('sur-place')
  expect(await ended(run(whole, seconde))).toMatchObject({ code: 0, stderr: '' })
  expect(constater(whole, [seconde], comptes)).toEqual({ edition: 1, dommages: [] })

  const nombre = combien(100)
  const compte = { tues: 0, abimes: 0 }
  // It waits a millisecond at each place that it writes: a kill within as many, from its first file on, finds it at work.
  const ecriture = Number(comptes.lieu)
  for (const { ms } of moments(GRAINE, nombre, ecriture, ecriture)) {
    const out = poser('sur-place')
    const premier = join(dirname(out), 'archive', 'lieux', `2024-06-01-${sha256Of(seconde.lieux)}.csv`)
    if (await tuer(run(out, seconde), { des: 'la publication', ms }, premier)) compte.tues += 1
    if (constater(out, [premiere, seconde], comptes).dommages.length > 0) compte.abimes += 1
  }
  dire(`Témoin écrit sur place : ${nombre} SIGKILL demandés, ${compte.tues} tués, ${compte.abimes} abîmés et vus`)
  expect(compte.abimes).toBeGreaterThan(0)
}, 600_000)
