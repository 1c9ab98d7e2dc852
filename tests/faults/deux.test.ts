import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, expect, test, vi } from 'vitest'
import { empreinteOf, ended, read, startImport } from '#tests/import/commande.ts'
import { lieuxCsv, workFolder } from '#tests/import/files.ts'
import { combien, dire } from './echelle.ts'
import { restes } from './etat.ts'
import { aLHeure } from './horloge.ts'

vi.setConfig({ testTimeout: 300_000 })

const folder = workFolder()
afterAll(folder.remove)
const temporary = join(folder.path, 'tmp')
mkdirSync(temporary)

const DEUX = folder.write('lieux-2024-01-01.csv', lieuxCsv([{ nom: 'Médiathèque' }, { nom: 'Mairie' }]))
const TROIS = folder.write(
  'lieux-2024-06-01.csv',
  lieuxCsv([{ nom: 'Médiathèque' }, { nom: 'Mairie' }, { nom: 'Gare' }]),
)
const HEURE_MS = 3_600_000

const start = (file: string, out: string, more = {}) => startImport([file, '--out', out], { temporary, ...more })
const lieux = (out: string) => read(out, 'SELECT count(*) FROM lieu')[0]

test('of two imports at once, one is published and the other waits for nothing: it is refused in a sentence', async () => {
  const out = join(folder.path, 'deux', 'annuaire.sqlite')
  const nombre = combien(20)
  let refuses = 0
  for (let i = 0; i < nombre; i += 1) {
    const [a, b] = await Promise.all([ended(start(DEUX, out)), ended(start(TROIS, out))])
    const [published, other] = a.code === 0 ? [a, b] : [b, a]
    expect(published.code).toBe(0)
    if (other.code === 1) {
      refuses += 1
      expect(other.stderr).toMatch(/^Un autre import de .* est en cours\. Relancez celui-ci quand il sera fini\.$/m)
      expect(lieux(out)).toBe(published === a ? 2 : 3)
    } else expect(lieux(out)).toBeOneOf([2, 3])
    expect(restes(out, temporary)).toEqual([])
  }
  dire(`Deux imports à la fois : ${nombre} fois, ${refuses} seconds imports refusés, les autres venus après`)
  expect(refuses).toBeGreaterThan(0)
})

test.skipIf(process.platform === 'win32')(
  'an import that sleeps holds its database, whatever the clock says; dead, it holds nothing',
  async () => {
    const out = join(folder.path, 'dort', 'annuaire.sqlite')
    expect(await ended(start(DEUX, out))).toMatchObject({ code: 0 })
    const avant = empreinteOf(out)
    const sleeper = start(TROIS, out)
    const dead = ended(sleeper)
    while (!isBuilding(out)) await wait(5)
    sleeper.kill('SIGSTOP')
    for (const clock of [0, 26 * HEURE_MS, -26 * HEURE_MS])
      expect(await ended(start(TROIS, out, aLHeure(clock)))).toMatchObject({
        code: 1,
        stderr: expect.stringContaining('est en cours'),
      })
    expect(empreinteOf(out)).toBe(avant)
    sleeper.kill('SIGKILL')
    expect((await dead).signal).toBe('SIGKILL')
    expect(readdirSync(dirname(out)).some((name) => name.endsWith('.tmp'))).toBe(true)
    expect(await ended(start(TROIS, out))).toMatchObject({ code: 0 })
    expect([lieux(out), restes(out, temporary)]).toEqual([3, []])
  },
)

test('a lock that is none, of whatever bytes, holds nobody back', async () => {
  const out = join(folder.path, 'faux', 'annuaire.sqlite')
  mkdirSync(dirname(out))
  writeFileSync(join(dirname(out), '.annuaire.sqlite.lock'), String(process.pid))
  expect(await ended(start(DEUX, out))).toMatchObject({ code: 0 })
  expect(restes(out, temporary)).toEqual([])
})

function isBuilding(out: string): boolean {
  return existsSync(dirname(out)) && readdirSync(dirname(out)).some((name) => name.endsWith('.tmp'))
}
