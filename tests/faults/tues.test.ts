import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openReadOnly } from '#db/connect.server.ts'
import { ended, startImport } from '#tests/import/commande.ts'
import { workFolder } from '#tests/import/files.ts'
import { combien, dire } from './echelle.ts'
import { type Edition, filesOf, writeEdition } from './editions.ts'
import { compter, constater, restes } from './etat.ts'
import { moments, tuer } from './tuer.ts'

const GRAINE = 20260630
const folder = workFolder()
afterAll(folder.remove)
const temporary = join(folder.path, 'tmp')
mkdirSync(temporary)

const start = (edition: Edition, out: string) => startImport([...filesOf(edition), '--out', out], { temporary })

/** Imports a first edition whole: how long it takes, in ms, and what it holds. */
async function publierUnePremiere(edition: Edition, out: string) {
  const from = performance.now()
  expect(await ended(start(edition, out))).toMatchObject({ code: 0 })
  const duree = performance.now() - from
  const db = openReadOnly(out)
  const comptes = compter(db)
  db.$client.close()
  return { duree, comptes }
}

test('an import killed at any moment leaves one whole database and whole sources; the next one sweeps what is left', async () => {
  const out = join(folder.path, 'tues', 'annuaire.sqlite')
  const report = join(dirname(out), 'rapport-anomalies.csv')
  let publiee = writeEdition(folder, 0)
  const { duree, comptes } = await publierUnePremiere(publiee, out)
  expect(constater(out, [publiee], comptes)).toEqual({ edition: 0, dommages: [] })
  const nombre = combien(200)
  const compte = { demandes: nombre, tues: 0, avant: 0, apres: 0 }
  for (const [i, moment] of moments(GRAINE, nombre, duree, 60).entries()) {
    const suivante = writeEdition(folder, i + 1)
    const tue = await tuer(start(suivante, out), moment, report)
    const { edition, dommages } = constater(out, tue ? [publiee, suivante] : [suivante], comptes)
    expect({ i, moment, dommages }).toEqual({ i, moment, dommages: [] })
    if (tue) compte.tues += 1
    if (tue) compte[edition === suivante.numero ? 'apres' : 'avant'] += 1
    if (edition === suivante.numero) publiee = suivante
  }
  const derniere = writeEdition(folder, nombre + 1)
  expect(await ended(start(derniere, out))).toMatchObject({ code: 0 })
  expect(constater(out, [derniere], comptes)).toEqual({ edition: nombre + 1, dommages: [] })
  expect(restes(out, temporary)).toEqual([])
  dire(
    `SIGKILL, graine ${GRAINE} : ${compte.demandes} demandés, ${compte.tues} imports tués, dont ${compte.avant} avant la publication et ${compte.apres} après ; 0 dommage`,
  )
  expect(compte.tues).toBeGreaterThanOrEqual(nombre / 2)
  expect(compte.avant).toBeGreaterThan(0)
}, 1_800_000)
