import { chmodSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Ended, ended, startImport } from '#tests/import/commande.ts'
import { HAS_LIMITS, HAS_MOUNTS, limitedTo, NO_LIMITS, NO_MOUNTS, onDiskOf, onReadOnlyDisk } from './disque.ts'
import { combien, dire } from './echelle.ts'
import { type Edition, filesOf, writeEdition } from './editions.ts'
import { constater, restes } from './etat.ts'
import { type Pose, publierLaPremiere } from './pose.ts'

vi.setConfig({ testTimeout: 900_000 })

let pose: Pose
let seconde: Edition
beforeAll(async () => {
  pose = await publierLaPremiere()
  seconde = writeEdition(pose.folder, 1)
}, 120_000)
afterAll(() => pose.folder.remove())

/** Sizes in kB from `from` to `to`, each in the same ratio to the next: a file of every size meets its limit. */
function tailles(from: number, to: number, nombre: number): number[] {
  return Array.from({ length: nombre }, (_, i) => Math.round(from * (to / from) ** (i / (nombre - 1))))
}

/** Nothing published, one sentence with the way out, the first edition still there, nothing left. */
function expectFull({ code, stderr }: Ended, out: string): void {
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: expect.stringMatching(/^Le disque est plein(, limité ou abîmé)? : .* relancez l’import\.$/m),
  })
  expect(stderr).not.toMatch(/\n {4}at /)
  expect(constater(out, [pose.premiere], pose.comptes)).toEqual({ edition: 0, dommages: [] })
  expect(restes(out, pose.temporary)).toEqual([])
}

test.skipIf(!HAS_LIMITS)(
  `files that may not grow: a sentence, the old database, then a whole import${NO_LIMITS}`,
  async () => {
    const out = pose.poser('limite')
    const whole = statSync(out).size / 1024
    const limites = tailles(1, whole * 0.98, combien(20) + 1)
    for (const limite of limites) expectFull(await ended(pose.start(seconde, out, { prefix: limitedTo(limite) })), out)
    dire(`Fichiers limités : ${limites.length} imports arrêtés, de ${limites[0]} à ${limites.at(-1)} kB ; 0 dommage`)
    expect(await ended(pose.start(seconde, out))).toMatchObject({ code: 0 })
    expect(constater(out, [seconde], pose.comptes)).toEqual({ edition: 1, dommages: [] })
    expect(restes(out, pose.temporary)).toEqual([])
  },
)

test.skipIf(!HAS_MOUNTS)(`a disk that is full: a sentence, and what was there stays${NO_MOUNTS}`, async () => {
  const out = pose.poser('plein')
  const one = statSync(out).size / 1024
  const compte = { arretes: 0, publies: 0 }
  for (const [i, place] of tailles(8, one * 1.1, combien(20) + 1).entries()) {
    const after = join(pose.folder.path, `apres-${i}`)
    const prefix = onDiskOf(Math.round(one * 1.02 + 200 + place), dirname(out), after)
    const result = await ended(pose.start(seconde, out, { prefix }))
    const left = join(after, 'annuaire.sqlite')
    if (result.code === 0) {
      compte.publies += 1
      expect(constater(left, [seconde], pose.comptes).dommages).toEqual([])
    } else {
      compte.arretes += 1
      expectFull(result, left)
    }
  }
  dire(
    `Disque plein : ${compte.arretes} imports arrêtés, ${compte.publies} publiés faute de manquer de place ; 0 dommage`,
  )
  expect(compte.arretes).toBeGreaterThan(0)
})

test.skipIf(!HAS_MOUNTS)(`a disk that is read-only is said to be so${NO_MOUNTS}`, async () => {
  const out = pose.poser('lecture-seule')
  expectRefused(await ended(pose.start(seconde, out, { prefix: onReadOnlyDisk(dirname(out)) })), 'lecture seule')
  const archive = join(dirname(out), 'archive')
  expectRefused(await ended(pose.start(seconde, out, { prefix: onReadOnlyDisk(archive) })), 'lecture seule')
  expect(constater(out, [pose.premiere], pose.comptes)).toEqual({ edition: 0, dommages: [] })
  expect(restes(out, pose.temporary)).toEqual([])
})

/** Root may write everywhere: the command is then run as nobody. */
const ROOT = process.getuid?.() === 0
const nobody = ROOT ? { uid: 65534, gid: 65534 } : {}

test.skipIf(process.platform === 'win32')('a folder that its user may not write in is said to be so', async () => {
  const out = pose.poser('interdit')
  for (const path of [pose.folder.path, dirname(out)]) chmodSync(path, 0o555)
  chmodSync(pose.temporary, 0o777)
  try {
    expectRefused(await ended(pose.start(seconde, out, nobody)), 'l’accès est refusé')
  } finally {
    for (const path of [pose.folder.path, dirname(out)]) chmodSync(path, 0o755)
  }
  expect(constater(out, [pose.premiere], pose.comptes)).toEqual({ edition: 0, dommages: [] })
  expect(restes(out, pose.temporary)).toEqual([])
})

test.each([
  [
    'a file in the place of its folder',
    () => ['--out', join(pose.premiere.lieux, 'annuaire.sqlite')],
    'à la place d’un dossier',
  ],
  [
    'a report in a folder that is not there',
    () => ['--report', join(pose.folder.path, 'nulle-part', 'r.csv')],
    'n’existe pas',
  ],
])('%s: one sentence, nothing published', async (_, more, words) => {
  const out = pose.poser('ailleurs')
  const { temporary, premiere } = pose
  const result = await ended(startImport([...filesOf(seconde), '--out', out, ...more()], { temporary }))
  expectRefused(result, words)
  expect(constater(out, [premiere], pose.comptes).dommages).toEqual([])
  expect(restes(out, temporary)).toEqual([])
})

test('a folder in the place of the database is said to be one, before anything is read or archived', async () => {
  const out = join(pose.folder.path, 'dossier', 'annuaire.sqlite')
  mkdirSync(out, { recursive: true })
  const { code, stderr } = await ended(pose.start(seconde, out))
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: `${out} est un dossier : donnez avec --out le fichier de la base.\n`,
  })
  expect(readdirSync(dirname(out))).toEqual(['annuaire.sqlite'])
})

test('a database in folders that are not there yet is made with them', async () => {
  const out = join(pose.folder.path, 'un', 'deux', 'annuaire.sqlite')
  expect(await ended(pose.start(seconde, out))).toMatchObject({ code: 0 })
  expect(constater(out, [seconde], pose.comptes)).toEqual({ edition: 1, dommages: [] })
})

function expectRefused({ code, stderr }: Ended, words: string): void {
  expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining(words) })
  expect(stderr).toMatch(/^Écriture impossible.* La base en ligne reste en place\..*$/m)
  expect(stderr).not.toMatch(/\n {4}at /)
}
