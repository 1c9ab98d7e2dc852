import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import Papa from 'papaparse'
import { afterAll, expect, test } from 'vitest'
import type { Kind } from '#app/domain/vocabulary.ts'
import { openTable } from '#app/lecture/read-file.ts'
import { loadReferentiel } from '#app/lecture/referentiel.ts'
import { Unreadable } from '#app/lecture/unreadable.ts'
import { createDatabase } from '#db/connect.server.ts'
import { fill } from '#scripts/import/build/build.ts'
import { writeTerritoire } from '#scripts/import/build/write-territoire.ts'
import type { Input } from '#scripts/import/input.ts'
import { all, column, embeddedTowns, workFolder } from '#tests/import/files.ts'
import { abimer, abimerClasseur, abimerJson } from './abimer.ts'
import { combien, dire } from './echelle.ts'

const GRAINE = 20260630
const folder = workFolder()
afterAll(folder.remove)

const demo = (name: string) =>
  Papa.parse<string[]>(readFileSync(join('data/demo', name), 'utf8'), { preview: 8 }).data.map((row) => [...row])

/** A few sound rows of every kind of file. */
const SAINS: Record<Kind, string[][]> = {
  lieux: demo('lieux-demonstration-2026-06-30.csv'),
  structures: demo('structures-demonstration-2026-06-30.csv'),
  'france-services': demo('lieux-france-services-demonstration-2026-06-30.csv'),
  communes: [
    ['nom', 'code', 'codeDepartement', 'codeRegion', 'codesPostaux', 'population', 'centre', 'surface'],
    ['Reims', '51454', '51', '44', '["51100"]', '178478', '{"type":"Point","coordinates":[4.04,49.25]}', '4702'],
    ['Oyonnax', '01283', '01', '84', '["01100"]', '22336', '{"type":"Point","coordinates":[5.65,46.25]}', '3626'],
  ],
  densite: [
    ['CODGEO', 'LIBGEO', 'DENS7', 'PMUN23'],
    ['51454', 'Reims', '1', '178478'],
    ['01283', 'Oyonnax', '3', '22336'],
    ['01001', 'L’Abergement-Clémenciat', '6', '859'],
  ],
  frr: [
    ['Code Insee', 'Commune', 'Classement FRR et FRR+ au 10 juillet 2025'],
    ['51001', 'Ablancourt', 'Classée en FRR'],
    ['01283', 'Oyonnax', 'Non classée'],
  ],
}

const POIDS: Record<Kind, number> = { lieux: 4, structures: 3, 'france-services': 2, communes: 1, densite: 1, frr: 1 }

const abimes = fc.oneof(
  ...(Object.keys(SAINS) as Kind[]).map((kind) => ({
    weight: POIDS[kind],
    arbitrary: fc.record({ kind: fc.constant(kind), abime: abimer(SAINS[kind]), impose: fc.boolean() }),
  })),
)

/** The whole build of one file, in memory. `impose`: with `--kind`, as for a header that nobody would know. */
async function construire(nom: string, kind: Kind, bytes: Uint8Array, impose: boolean) {
  const path = folder.write(nom, bytes)
  const table = await openTable(path, impose ? { kind } : {})
  const provenance = { fichier: nom, titre: table.kind, url: null, producteur: null, licence: null }
  const input: Input = { path, kind: table.kind, sha256: 'abime', provenance, table }
  const isReference = ['communes', 'densite', 'frr'].includes(table.kind)
  const referentiel = await loadReferentiel(isReference ? { [table.kind]: table } : {}, undefined, embeddedTowns())
  const db = createDatabase()
  writeTerritoire(db, referentiel)
  try {
    const { sources } = await fill(db, [input], referentiel, { demonstration: false, today: '2026-06-30' })
    const [said] = all<{ lues: number; gardees: number; rejetees: number }>(
      db,
      'SELECT lues, gardees, rejetees FROM source',
    )
    const [written] = column<number>(
      db,
      'SELECT (SELECT count(*) FROM lieu_publication) + (SELECT count(*) FROM poste)',
    )
    return { source: sources[0], said, written, isReference }
  } finally {
    db.$client.close()
  }
}

/** What was seen of one damaged file: counted whole, or refused in a sentence. */
async function eprouver(compte: Compte, nom: string, kind: Kind, bytes: Uint8Array, impose: boolean): Promise<void> {
  compte.fichiers += 1
  const result = await construire(nom, kind, bytes, impose).catch((error: unknown) => {
    if (!(error instanceof Unreadable)) throw error
    // The names of its columns are quoted, without what would move the cursor of a terminal.
    expect(error.message).toMatch(/abime\.\w+\P{Cc}*\.$/u)
    return null
  })
  if (result === null) {
    compte.refuses += 1
    return
  }
  const { source, said, written, isReference } = result
  if (!source || !said) throw new Error('no source')
  expect(source.read).toBe(source.kept + source.rejected)
  expect([said.lues, said.gardees, said.rejetees]).toEqual([source.read, source.kept, source.rejected])
  if (!isReference) expect(written).toBe(source.kept)
  compte.lues += source.read
  compte.gardees += source.kept
  compte.rejetees += source.rejected
}

type Compte = ReturnType<typeof startCompte>
const startCompte = () => ({ fichiers: 0, refuses: 0, lues: 0, gardees: 0, rejetees: 0 })

function direCompte(quoi: string, { fichiers, refuses, lues, gardees, rejetees }: Compte): void {
  dire(
    `${quoi} (graine ${GRAINE}) : ${fichiers}, ${refuses} refusés en une phrase ; ailleurs ${lues} lignes lues = ${gardees} gardées + ${rejetees} rejetées`,
  )
}

test('a damaged file of any kind is imported with every row counted, or refused in one sentence', async () => {
  const nombre = combien(10_000)
  const compte = startCompte()
  await fc.assert(
    fc.asyncProperty(abimes, ({ kind, abime, impose }) => eprouver(compte, 'abime.csv', kind, abime.bytes, impose)),
    { numRuns: nombre, seed: GRAINE },
  )
  direCompte('Fichiers abîmés', compte)
  // Neither faults so heavy that nothing is read, nor so light that nothing is refused.
  expect(compte.refuses / nombre).toBeGreaterThan(0.05)
  expect(compte.refuses / nombre).toBeLessThan(0.7)
  expect(Math.min(compte.gardees, compte.rejetees)).toBeGreaterThan(nombre / 10)
}, 1_800_000)

test('so is a damaged JSON, and a damaged workbook', async () => {
  const kinds = fc.constantFrom(...(Object.keys(SAINS) as Kind[]))
  const nombre = combien(1_000)
  const json = startCompte()
  const unJson = kinds.chain((kind) => fc.record({ kind: fc.constant(kind), abime: abimerJson(SAINS[kind]) }))
  await fc.assert(
    fc.asyncProperty(unJson, ({ kind, abime }) => eprouver(json, 'abime.json', kind, abime.bytes, true)),
    { numRuns: nombre, seed: GRAINE },
  )
  direCompte('JSON abîmés', json)
  const classeurs = startCompte()
  const unClasseur = kinds.chain((kind) => fc.record({ kind: fc.constant(kind), abime: abimerClasseur(SAINS[kind]) }))
  await fc.assert(
    fc.asyncProperty(unClasseur, async ({ kind, abime }) =>
      eprouver(classeurs, 'abime.xlsx', kind, (await abime).bytes, true),
    ),
    { numRuns: nombre, seed: GRAINE },
  )
  direCompte('Classeurs abîmés', classeurs)
  for (const { refuses, gardees } of [json, classeurs]) {
    expect(refuses / nombre).toBeGreaterThan(0.05)
    expect(refuses / nombre).toBeLessThan(0.9)
    expect(gardees).toBeGreaterThan(nombre / 10)
  }
}, 1_800_000)
