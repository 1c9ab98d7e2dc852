import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'

const ROOT = resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'commandes-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** A project of one command, which says whether it was compiled, and what it was given. */
beforeEach(() => {
  rmSync(folder, { recursive: true })
  mkdirSync(join(folder, 'scripts'), { recursive: true })
  cpSync(join(ROOT, 'scripts/run.mjs'), join(folder, 'scripts/run.mjs'))
  cpSync(join(ROOT, 'scripts/setup'), join(folder, 'scripts/setup'), { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  write('scripts/import.ts', "const said: string = 'sources'\nconsole.log(said, ...process.argv.slice(2))\n")
})

function write(path: string, text: string): void {
  mkdirSync(join(folder, path, '..'), { recursive: true })
  writeFileSync(join(folder, path), text)
}

function build(): void {
  write('build/import/import.mjs', "console.log('compiled', ...process.argv.slice(2))\n")
}

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/run.mjs', 'import', ...args], {
    cwd: folder,
    encoding: 'utf8',
  })
  return { status, said: stdout.trim(), stderr }
}

test('where nothing of development is installed, what was built runs, as plain Node', () => {
  build()
  expect(run('--demo', 'un fichier.csv')).toEqual({ status: 0, said: 'compiled --demo un fichier.csv', stderr: '' })
})

test('where nothing of development is installed and nothing is built, it says to build', () => {
  const { status, stderr } = run()
  expect([status, stderr]).toEqual([1, expect.stringMatching(/npm run build/)])
  expect(stderr).not.toMatch(/^\s+at /m)
})

test('with the packages of development, sources run unless what was built is made of them', async () => {
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'dir')
  build()
  expect(run('--demo').said).toBe('sources --demo')
  const { CODE, STAMP } = await import(join(folder, 'scripts/setup/parts.mjs'))
  const { hashOf } = await import(join(folder, 'scripts/setup/hash.mjs'))
  for (const path of CODE) if (!path.startsWith('scripts/')) write(`${path}/x`.replace('.json/x', '.json'), '{}')
  for (const path of ['serve.ts', 'check.ts', 'export.ts', 'serve/x', 'import/x', 'check/x', 'export/x'])
    write(`scripts/${path}`, '')
  write(STAMP, hashOf(CODE))
  expect(run('--demo').said).toBe('compiled --demo')
  write('scripts/import/x', '// changed')
  expect(run('--demo').said).toBe('sources --demo')
})
